import type { Diagnostic } from '../../foundation/diagnostic.js';
import { openDoor } from '../../foundation/door.js';
import { fingerprint } from '../../foundation/fingerprint.js';
import { quote } from '../../foundation/shorten.js';
import { exactBound } from './exact.js';
import { lookThrough } from './prove.js';
import { type ReadProblem, readProblem } from './read.js';
import { gapOf, usedBy } from './result.js';
import { selectionResultSchema } from './result-schema.js';
import { NONE } from './tables.js';
import type { BoundVerification, Selection, SelectionCandidate, SelectionProblem } from './types.js';

/**
 * Returns whether a selection is what it says, from the problem and the selection alone: every limit is kept, value, uses and
 * gap are what they come to, and nothing can be worth more than the bound. The Lagrangian bound is recomputed in whole
 * numbers from the multipliers; a lower bound than that is looked through again, within the number of nodes that it states.
 *
 * Never throws; each thing that does not hold is a diagnostic. Whoever made the selection need not be trusted.
 *
 * @example
 * const problem = {
 *   capacities: [{ id: 'backend', amount: 10 }],
 *   candidates: [{ id: 'one-click', value: 60, needs: { backend: 5 } }, { id: 'gift-cards', value: 45, needs: { backend: 6 } }],
 * };
 * const selection = selectInitiatives(problem);
 * selection.ok && verifyBound(problem, selection).ok; //=> true
 * selection.ok && verifyBound(problem, { ...selection, bound: 59, value: 59 }).diagnostics.map(({ code }) => code);
 * //=> ['capacity/wrong-value', 'capacity/unproven-bound']
 */
export function verifyBound(problem: SelectionProblem, selection: Selection): BoundVerification {
  const read = readProblem(problem);
  if (!read.ok) return { ok: false, diagnostics: read.diagnostics };
  const opened = openDoor<Selection>(selectionResultSchema, selection);
  if (!opened.ok) return { ok: false, diagnostics: opened.diagnostics };
  const claim = opened.value;
  const { tables } = read.value;
  const { multipliers } = claim.proof;
  if (multipliers.length !== tables.rows) {
    const message = `the proof has ${multipliers.length} multipliers, and the problem asks for ${tables.rows}`;
    return { ok: false, diagnostics: [fault('capacity/unproven-bound', ['proof', 'multipliers'], message)] };
  }
  const whole = exactBound(tables, multipliers);
  const diagnostics = [
    ...wrongIdentity(read.value, claim),
    ...wrongChoice(read.value, claim),
    ...wrongBound(read.value, claim, whole),
  ];
  return { ok: diagnostics.length === 0, lagrangianBound: Number(whole), diagnostics };
}

function wrongIdentity({ problem }: ReadProblem, { fingerprint: claimed }: Selection): Diagnostic[] {
  if (fingerprint(problem) === claimed) return [];
  return [
    fault(
      'capacity/another-problem',
      ['fingerprint'],
      'the selection was made for another problem, or the problem was changed since',
    ),
  ];
}

/** Recomputes the choice: that it exists, keeps to every limit, and comes to what it says. */
function wrongChoice({ problem, tables }: ReadProblem, claim: Selection): Diagnostic[] {
  const found: Diagnostic[] = [];
  const at = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  const taken = new Int32Array(tables.candidates).fill(NONE);
  claim.selected.forEach(({ id, level }, index) => {
    const path = ['selected', index];
    const candidate = at.get(id) ?? -1;
    if (taken[candidate] !== NONE) {
      const why = candidate < 0 ? 'which the problem does not have' : 'which is selected already';
      found.push(fault('capacity/impossible-selection', path, `${quote(id)} is selected, ${why}`));
      return;
    }
    const chosen = chosenLevel(problem.candidates[candidate]!, level);
    if (chosen < 0) found.push(fault('capacity/impossible-selection', path, `${quote(id)} has no such level`));
    else taken[candidate] = tables.firstOption[candidate]! + chosen;
  });
  if (found.length > 0) return found;

  const used = usedBy(tables, taken);
  used.forEach((amount, r) => {
    if (amount <= tables.limit[r]!) return;
    found.push(
      fault(
        'capacity/impossible-selection',
        ['selected'],
        brokenRow(problem, tables.capacities, tables.leastOf, r, amount),
      ),
    );
  });
  problem.candidates.forEach(({ id, mandatory }, c) => {
    if (mandatory !== true || taken[c] !== NONE) return;
    found.push(fault('capacity/impossible-selection', ['selected'], `${quote(id)} is mandatory, and is not selected`));
  });
  const value = taken.reduce((sum, option) => sum + (option === NONE ? 0 : tables.value[option]!), 0);
  if (value !== claim.value) {
    found.push(fault('capacity/wrong-value', ['value'], `the selection is worth ${value}, and says ${claim.value}`));
  }
  problem.capacities.forEach(({ id }, r) => {
    const said = claim.capacities[r];
    if (said?.id === id && said.used === used[r]) return;
    found.push(
      fault(
        'capacity/wrong-value',
        ['capacities', r],
        `${used[r]} of ${quote(id)} is used, and the selection says otherwise`,
      ),
    );
  });
  return found;
}

/** Which of a candidate's options is meant: below 0 where it has no such one. */
function chosenLevel({ levels }: SelectionCandidate, level: string | undefined): number {
  if (levels !== undefined) return levels.findIndex(({ id }) => id === level);
  return level === undefined ? 0 : -1;
}

/** What a row that is exceeded stands for. */
function brokenRow(
  problem: SelectionProblem,
  capacities: number,
  leastOf: Int32Array,
  r: number,
  amount: number,
): string {
  if (r < capacities) {
    const { id, amount: most } = problem.capacities[r]!;
    return `${amount} of ${quote(id)} is used, and there is ${most}`;
  }
  if (r < capacities + leastOf.length) {
    const { id, atLeast } = problem.capacities[leastOf[r - capacities]!]!;
    return `${-amount} of ${quote(id)} is used, and at least ${atLeast} has to be`;
  }
  let rest = r - capacities - leastOf.length;
  for (const { id, requires = [] } of problem.candidates) {
    if (rest < requires.length) return `${quote(id)} is selected without ${quote(requires[rest]!)}, which it requires`;
    rest -= requires.length;
  }
  return `two or more of exclusions[${rest}] are selected`;
}

function wrongBound({ tables }: ReadProblem, claim: Selection, whole: bigint): Diagnostic[] {
  const { value, bound, gap, status, proof } = claim;
  const found: Diagnostic[] = [];
  const { complete, found: better } = lookThrough(tables, proof.multipliers, bound, proof.nodes);
  if (!complete || better !== undefined) {
    const message = `the bound ${bound} is not proven: the multipliers alone give ${whole}, and ${proof.nodes} nodes do not close the rest`;
    found.push(fault('capacity/unproven-bound', ['bound'], message));
  }
  if (bound < value)
    found.push(fault('capacity/wrong-value', ['bound'], `the bound ${bound} is below the value ${value}`));
  else if (gap !== gapOf(value, bound)) {
    found.push(
      fault('capacity/wrong-value', ['gap'], `the gap is ${gapOf(value, bound)}, and the selection says ${gap}`),
    );
  }
  if ((status === 'optimal') !== (value === bound)) {
    const message = `the status is ${status}, with the value ${value} and the bound ${bound}`;
    found.push(fault('capacity/wrong-value', ['status'], message));
  }
  return found;
}

function fault(code: string, path: readonly (string | number)[], message: string): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    path,
    hint: 'select again from the problem, and do not believe this selection',
  };
}
