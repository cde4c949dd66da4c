import type { Diagnostic } from '../../foundation/diagnostic.js';
import { quote } from '../../foundation/shorten.js';
import { exactBound } from './exact.js';
import { levelsOf, type ReadProblem } from './read.js';
import { reducedValues } from './relax.js';
import type { Found } from './search.js';
import { NONE, type SelectionTables } from './tables.js';
import type {
  LeftCandidate,
  NoSelection,
  SelectedCandidate,
  Selection,
  SelectionProblem,
  UsedCapacity,
} from './types.js';

/** What a selection is told with, beside its problem. */
export interface Outcome extends Pick<Selection, 'bound' | 'proof' | 'seed' | 'iterations' | 'fingerprint'> {
  readonly found: Found;
}

/** Puts a choice into the words of its problem. */
export function selectionOf({ problem, tables }: ReadProblem, outcome: Outcome): Selection {
  const { found, bound, proof, ...rest } = outcome;
  const { value, taken } = found;
  return {
    ok: true,
    status: value === bound ? 'optimal' : 'feasible',
    value,
    bound,
    gap: gapOf(value, bound),
    selected: selectedIn(problem, tables, taken),
    left: leftIn(problem, tables, outcome),
    capacities: usesOf(problem, tables, taken, proof.multipliers),
    proof,
    ...rest,
  };
}

/** How far a value is from a bound, as a part of the value. */
export function gapOf(value: number, bound: number): number {
  if (value === bound) return 0;
  return value === 0 ? 1 : (bound - value) / value;
}

function selectedIn(problem: SelectionProblem, tables: SelectionTables, taken: Int32Array): SelectedCandidate[] {
  return problem.candidates.flatMap((candidate, c) => {
    const { id, levels } = candidate;
    if (taken[c] === NONE) return [];
    return levels === undefined ? [{ id }] : [{ id, level: levels[taken[c]! - tables.firstOption[c]!]!.id }];
  });
}

function leftIn(problem: SelectionProblem, tables: SelectionTables, { found, proof }: Outcome): LeftCandidate[] {
  const reduced = reducedValues(tables, proof.multipliers);
  const whole = Number(exactBound(tables, proof.multipliers));
  return problem.candidates.flatMap(({ id }, c) => {
    if (found.taken[c] !== NONE) return [];
    const worth = reduced.subarray(tables.firstOption[c]!, tables.firstOption[c + 1]!).reduce((a, b) => Math.max(a, b));
    // One more than the whole bound is above the bound; another one is more than doubles lose here.
    const inNoBetter = worth < 0 && whole + 2 + worth < found.value;
    return [{ id, reducedValue: roundedTo6(worth), ...(inNoBetter && { inNoBetter: true as const }) }];
  });
}

function usesOf(
  { capacities }: SelectionProblem,
  tables: SelectionTables,
  taken: Int32Array,
  multipliers: readonly number[],
): UsedCapacity[] {
  const used = usedBy(tables, taken);
  return capacities.map(({ id, amount }, r) => ({ id, used: used[r]!, amount, price: roundedTo6(multipliers[r]!) }));
}

/** What a choice puts on each row. */
export function usedBy({ rows, firstEntry, row, amount }: SelectionTables, taken: Int32Array): Float64Array {
  const used = new Float64Array(rows);
  for (const option of taken) {
    if (option === NONE) continue;
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) used[row[e]!]! += amount[e]!;
  }
  return used;
}

function roundedTo6(value: number): number {
  return Math.abs(value) > 1e9 ? Math.round(value) : Math.round(value * 1e6) / 1e6 || 0;
}

/** Says why there is no selection. */
export function noSelection({ problem }: ReadProblem, status: 'infeasible' | 'undecided'): NoSelection {
  const overdrawn = mandatoryFaults(problem);
  if (overdrawn.length > 0) return { ok: false, status: 'infeasible', diagnostics: overdrawn };
  const diagnostic: Diagnostic =
    status === 'infeasible'
      ? {
          code: 'capacity/infeasible',
          severity: 'error',
          message:
            'no selection keeps to every limit: what is mandatory and what is to be used at least cannot be had together',
          path: [],
          hint: 'make fewer candidates mandatory, lower an `atLeast`, or raise a capacity',
        }
      : {
          code: 'capacity/no-selection-found',
          severity: 'error',
          message: 'no selection that keeps to every limit was found, and none was proven impossible',
          path: [],
          hint: 'allow more `iterations` and `proofNodes`, or loosen what is mandatory or asked for at least',
        };
  return { ok: false, status, diagnostics: [diagnostic] };
}

/** Capacities that the mandatory candidates alone exceed, each at its lowest need. */
function mandatoryFaults({ capacities, candidates }: SelectionProblem): Diagnostic[] {
  const mandatory = candidates.filter((candidate) => candidate.mandatory === true);
  return capacities.flatMap(({ id, amount }, index) => {
    const needed = mandatory.map((candidate) =>
      levelsOf(candidate).reduce((least, { needs }) => Math.min(least, needs[id] ?? 0), Number.POSITIVE_INFINITY),
    );
    const sum = needed.reduce((a, b) => a + b, 0);
    if (sum <= amount) return [];
    const asking = mandatory.filter((_, at) => needed[at]! > 0).length;
    return [
      {
        code: 'capacity/mandatory-above-capacity',
        severity: 'error' as const,
        message: `${asking === 1 ? '1 mandatory candidate needs' : `${asking} mandatory candidates need`} ${sum} of ${quote(id)}, and there is ${amount}`,
        path: ['capacities', index, 'amount'],
        hint: 'make fewer of them mandatory, or raise the capacity',
      },
    ];
  });
}
