import { fingerprint } from '../../foundation/fingerprint.js';
import { type LongWork, runAtOnce, runInTurns } from '../long-work.js';
import { exactBound } from './exact.js';
import { withoutIdle } from './idle.js';
import { type Budget, budgetOf, findOptionFaults } from './options.js';
import { type Attempt, lookThrough } from './prove.js';
import { readProblem } from './read.js';
import { relax } from './relax.js';
import { noSelection, selectionOf } from './result.js';
import { type Found, searchChoice } from './search.js';
import type { SelectionTables } from './tables.js';
import type {
  NoSelection,
  Selection,
  SelectionAsyncOptions,
  SelectionOptions,
  SelectionProblem,
  SelectionProgress,
} from './types.js';

/** How many entries the rounds of the relaxation may look at in all, and how many rounds there are at least and at most. */
const relaxation = { entries: 200_000_000, least: 200, most: 3_000 };
/** Beyond this many cells a proof would ask for too much memory. */
const mostCells = 4_000_000;

/**
 * Returns which candidates to take so that their value is as high as can be found within every capacity, with a bound that
 * no selection exceeds: the multi-dimensional knapsack with levels, requirements, exclusions and least uses.
 *
 * Everything is in whole numbers of the caller's units. Prices and the bound come from Lagrangian relaxation (Fisher 1981),
 * selections from ruin and recreate guided by the prices, and small problems are looked through to the end (branch and
 * bound): there the status is `optimal`. `verifyBound` checks a selection from the problem and the selection alone.
 *
 * A problem that is wrong, that nothing can satisfy, or for which nothing was found comes back as `ok: false` with the
 * reasons; nothing is thrown. The same problem, seed and budget give the same bytes.
 *
 * @example
 * const selection = selectInitiatives({
 *   capacities: [{ id: 'backend', amount: 10 }, { id: 'design', amount: 4 }],
 *   candidates: [
 *     { id: 'one-click', value: 60, needs: { backend: 5, design: 3 } },
 *     { id: 'token-vault', value: 10, needs: { backend: 4 } },
 *     { id: 'gift-cards', value: 45, needs: { backend: 5, design: 1 }, requires: ['token-vault'] },
 *     { id: 'dark-mode', value: 20, needs: { design: 2 } },
 *   ],
 * });
 * selection.ok && selection.selected.map(({ id }) => id); //=> ['token-vault', 'gift-cards', 'dark-mode']
 * selection.ok && [selection.status, selection.value, selection.bound]; //=> ['optimal', 75, 75]
 */
export function selectInitiatives(problem: SelectionProblem, options: SelectionOptions = {}): Selection | NoSelection {
  return runAtOnce(selectionWork(problem, options), options.onProgress);
}

/**
 * As `selectInitiatives`, with the same result, but lets the event loop turn between parts of the work. Where the signal is
 * aborted, the promise is rejected with its reason.
 *
 * @example
 * const problem = {
 *   capacities: [{ id: 'backend', amount: 10 }],
 *   candidates: [{ id: 'one-click', value: 60, needs: { backend: 5 } }, { id: 'gift-cards', value: 45, needs: { backend: 6 } }],
 * };
 * const selection = await selectInitiativesAsync(problem, { signal: new AbortController().signal });
 * selection.ok && selection.selected; //=> [{ id: 'one-click' }]
 */
export function selectInitiativesAsync(
  problem: SelectionProblem,
  options: SelectionAsyncOptions = {},
): Promise<Selection | NoSelection> {
  return runInTurns(selectionWork(problem, options), options);
}

function* selectionWork(
  input: SelectionProblem,
  options: SelectionOptions,
): LongWork<SelectionProgress, Selection | NoSelection> {
  const budget = budgetOf(options);
  const wrong = findOptionFaults(budget);
  if (wrong.length > 0) return { ok: false, status: 'invalid', diagnostics: wrong };
  const read = readProblem(input);
  if (!read.ok) return { ok: false, status: 'invalid', diagnostics: read.diagnostics };
  const { problem, tables } = read.value;

  const { multipliers } = relax(tables, roundsFor(tables));
  const bound = exactBound(tables, multipliers);
  if (bound < 0n) return noSelection(read.value, 'infeasible');
  const searched = yield* searchFor(tables, { multipliers, bound: Number(bound), budget });
  const proven = prove(tables, { multipliers, bound: Number(bound), found: searched, budget });
  const { found } = proven;
  if (found === undefined) return noSelection(read.value, proven.complete ? 'infeasible' : 'undecided');
  return selectionOf(read.value, {
    found: { ...found, taken: withoutIdle(tables, found.taken) },
    bound: proven.bound,
    proof: { multipliers: Array.from(multipliers), nodes: proven.nodes },
    seed: budget.seed,
    iterations: budget.iterations,
    fingerprint: fingerprint(problem),
  });
}

function roundsFor({ row, options, rows }: SelectionTables): number {
  const fitting = Math.floor(relaxation.entries / (row.length + options + rows + 1));
  return Math.min(relaxation.most, Math.max(relaxation.least, fitting));
}

/** Searches, and says now and then how far it is. */
function* searchFor(
  tables: SelectionTables,
  { multipliers, bound, budget }: { multipliers: Float64Array; bound: number; budget: Budget },
): LongWork<SelectionProgress, Found | undefined> {
  const search = searchChoice(tables, { multipliers, bound, ...budget });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    const { iterations, found } = step.value;
    if (found?.value === bound) return found;
    yield { iterations, of: budget.iterations, bound, ...(found !== undefined && { value: found.value }) };
  }
}

/** The best choice, the lowest bound that can be proven within the budget, and how many nodes that takes. */
interface Proven {
  readonly complete: boolean;
  readonly bound: number;
  readonly nodes: number;
  readonly found: Found | undefined;
}

/** Tries to prove that nothing is better than what was found; where that is too much, the lowest bound that is not. */
function prove(
  tables: SelectionTables,
  given: { multipliers: Float64Array; bound: number; found: Found | undefined; budget: Budget },
): Proven {
  const { multipliers, bound, budget } = given;
  let { found } = given;
  const root = { complete: false, bound, nodes: 1 };
  if (found?.value === bound || tables.candidates * tables.rows > mostCells || budget.proofNodes < 1) {
    return { ...root, found };
  }
  const attempt = (target: number): Attempt => lookThrough(tables, multipliers, target, budget.proofNodes);

  const whole = attempt(found?.value ?? -1);
  found = whole.found ?? found;
  if (whole.complete) return { complete: true, bound: found?.value ?? -1, nodes: nodesFor(whole, attempt), found };

  // Halve the way between what is open and what is proven; each bound that holds is worth having.
  let open = found?.value ?? -1;
  let proven = root;
  while (proven.bound - open > 1) {
    const target = Math.floor((open + proven.bound) / 2);
    const half = attempt(target);
    if (half.found !== undefined) {
      found = half.found;
      open = found.value;
    }
    if (half.complete) proven = { complete: false, bound: Math.max(target, half.found?.value ?? 0), nodes: half.nodes };
    else open = Math.max(open, target);
  }
  return { ...proven, found };
}

/** A choice found on the way made the target higher: from the start it takes fewer nodes. */
function nodesFor({ found, nodes }: Attempt, attempt: (target: number) => Attempt): number {
  return found === undefined ? nodes : attempt(found.value).nodes;
}
