import type { Diagnostic } from '../../foundation/diagnostic.js';
import { openDoor } from '../../foundation/door.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { createNameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits, isForbiddenKey } from '../../foundation/plain-json.js';
import { findRepeatedIds } from '../../foundation/repeated-ids.js';
import { quote } from '../../foundation/shorten.js';
import { selectionProblemSchema } from './schema.js';
import type { SelectionTables } from './tables.js';
import type { SelectionLevel, SelectionProblem } from './types.js';

/** A problem that was read: frozen plain JSON, and its tables. */
export interface ReadProblem {
  readonly problem: SelectionProblem;
  readonly tables: SelectionTables;
}

/** Beyond this sums of whole numbers are no longer exact. */
const exact = Number.MAX_SAFE_INTEGER;

/** Reads a problem, or gives every fault of it. */
export function readProblem(
  input: unknown,
):
  | { readonly ok: true; readonly value: ReadProblem }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  const opened = openDoor<SelectionProblem>(selectionProblemSchema, input, { values: 20_000_000 });
  if (!opened.ok) return opened;
  const problem = opened.value;
  const faults = createFaultList('shape/too-many-faults', defaultDoorLimits.faults);
  findFaults(problem, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return { ok: true, value: { problem, tables: tablesOf(problem) } };
}

/** The options of a candidate: its levels, or itself as the only one. */
export function levelsOf(candidate: SelectionProblem['candidates'][number]): readonly SelectionLevel[] {
  const { id, value = 0, needs = {}, levels } = candidate;
  return levels ?? [{ id, value, needs }];
}

function findFaults(problem: SelectionProblem, faults: FaultList): void {
  const { capacities, candidates, exclusions = [] } = problem;
  const code = 'capacity/duplicate-id';
  const hint = 'give each an id of its own';
  const inList = (list: string) => (index: number) => [list, index, 'id'];
  findRepeatedIds(capacities, { code, what: 'capacity', hint, pathOf: inList('capacities') }, faults);
  findRepeatedIds(candidates, { code, what: 'candidate', hint, pathOf: inList('candidates') }, faults);
  findWrongLevels(problem, faults);
  findUnknown(problem, faults);
  findTooLarge(problem, faults);

  capacities.forEach(({ id, amount, atLeast = 0 }, index) => {
    if (isForbiddenKey(id)) {
      faults.add(['capacities', index, 'id'], {
        code: 'shape/forbidden-key',
        message: `the capacity ${quote(id)} has a name that JavaScript keeps for itself: no \`needs\` could name it`,
        hint: 'choose another id',
      });
    }
    if (atLeast <= amount) return;
    faults.add(['capacities', index, 'atLeast'], {
      code: 'capacity/least-above-most',
      message: `at least ${atLeast} of ${quote(id)} has to be used, and there is ${amount}`,
      hint: 'lower `atLeast`, or raise `amount`',
    });
  });
  exclusions.forEach((excluded, index) => {
    if (new Set(excluded).size === excluded.length) return;
    faults.add(['exclusions', index], {
      code: 'capacity/duplicate-id',
      message: `exclusions[${index}] names a candidate twice`,
      hint: 'name each once',
    });
  });
}

function findWrongLevels({ candidates }: SelectionProblem, faults: FaultList): void {
  candidates.forEach((candidate, index) => {
    const { id, value, needs, levels, requires = [] } = candidate;
    const path = ['candidates', index];
    const whole = value !== undefined && needs !== undefined;
    if (levels === undefined ? !whole : value !== undefined || needs !== undefined) {
      faults.add(path, {
        code: 'capacity/value-or-levels',
        message:
          levels === undefined
            ? `${quote(id)} has ${value === undefined ? 'no value' : 'no needs'}`
            : `${quote(id)} has levels, and ${value === undefined ? 'needs' : 'a value'} beside them`,
        hint: 'give it `value` and `needs`, or `levels` alone',
      });
    }
    const pathOf = (level: number) => [...path, 'levels', level, 'id'];
    const words = { code: 'capacity/duplicate-id', what: 'level', hint: 'give each level an id of its own', pathOf };
    findRepeatedIds(levels ?? [], words, faults);
    const required = new Set<string>();
    requires.forEach((other, at) => {
      if (other !== id && !required.has(other)) {
        required.add(other);
        return;
      }
      faults.add([...path, 'requires', at], {
        code: 'capacity/idle-requirement',
        message: `${quote(id)} requires ${other === id ? 'itself' : `${quote(other)} twice`}`,
        hint: 'remove the entry',
      });
    });
  });
}

function findUnknown({ capacities, candidates, exclusions = [] }: SelectionProblem, faults: FaultList): void {
  const known = {
    capacity: new Set(capacities.map(({ id }) => id)),
    candidate: new Set(candidates.map(({ id }) => id)),
  };
  const indices = { capacity: createNameIndex(known.capacity), candidate: createNameIndex(known.candidate) };
  const look = (what: 'capacity' | 'candidate', id: string, path: readonly (string | number)[]): void => {
    if (known[what].has(id)) return;
    faults.add(path, () => {
      const near = indices[what].nearest(id);
      return {
        code: `capacity/unknown-${what}`,
        message: `${formatPath(path)} names the ${what} ${quote(id)}, which the problem does not have`,
        hint: near === undefined ? `add it, or name one that exists` : `did you mean ${quote(near)}?`,
      };
    });
  };
  candidates.forEach((candidate, index) => {
    const { needs = {}, levels = [], requires = [] } = candidate;
    const path = ['candidates', index];
    for (const id of Object.keys(needs)) look('capacity', id, [...path, 'needs', id]);
    levels.forEach((level, at) => {
      for (const id of Object.keys(level.needs)) look('capacity', id, [...path, 'levels', at, 'needs', id]);
    });
    for (const [at, id] of requires.entries()) look('candidate', id, [...path, 'requires', at]);
  });
  exclusions.forEach((excluded, index) => {
    for (const [at, id] of excluded.entries()) look('candidate', id, ['exclusions', index, at]);
  });
}

/** Values and needs are added up as doubles: the sums must stay exact. */
function findTooLarge({ candidates }: SelectionProblem, faults: FaultList): void {
  let values = 0;
  const needed = new Map<string, number>();
  for (const candidate of candidates) {
    let highest = 0;
    const most = new Map<string, number>();
    for (const { value, needs } of levelsOf(candidate)) {
      highest = Math.max(highest, value);
      for (const [id, amount] of Object.entries(needs)) most.set(id, Math.max(most.get(id) ?? 0, amount));
    }
    values += highest;
    for (const [id, amount] of most) needed.set(id, (needed.get(id) ?? 0) + amount);
  }
  const hint = 'use a larger unit';
  if (values > exact) {
    const message = 'the values of all candidates add up to more than 2^53 - 1';
    faults.add(['candidates'], { code: 'capacity/too-large', message, hint });
  }
  for (const [id, sum] of needed) {
    if (sum <= exact) continue;
    const message = `the needs of ${quote(id)} add up to more than 2^53 - 1`;
    faults.add(['candidates'], { code: 'capacity/too-large', message, hint });
  }
}

function tablesOf(problem: SelectionProblem): SelectionTables {
  const { capacities, candidates, exclusions = [] } = problem;
  const capacityAt = new Map(capacities.map(({ id }, index) => [id, index]));
  const candidateAt = new Map(candidates.map(({ id }, index) => [id, index]));
  const limit = capacities.map(({ amount }) => amount);
  const leastRow = new Map<number, number>();
  capacities.forEach(({ atLeast = 0 }, capacity) => {
    if (atLeast === 0) return;
    leastRow.set(capacity, limit.length);
    limit.push(-atLeast);
  });

  // What a candidate puts on rows whichever of its options is taken.
  const always: [row: number, amount: number][][] = candidates.map(() => []);
  const requires: number[][] = candidates.map(() => []);
  const requiredBy: number[][] = candidates.map(() => []);
  candidates.forEach(({ requires: ids = [] }, asking) => {
    for (const id of ids) {
      const asked = candidateAt.get(id)!;
      always[asking]!.push([limit.length, 1]);
      always[asked]!.push([limit.length, -1]);
      limit.push(0);
      requires[asking]!.push(asked);
      requiredBy[asked]!.push(asking);
    }
  });
  for (const excluded of exclusions) {
    for (const id of excluded) always[candidateAt.get(id)!]!.push([limit.length, 1]);
    limit.push(1);
  }

  const firstOption = [0];
  const candidateOf: number[] = [];
  const value: number[] = [];
  const firstEntry = [0];
  const row: number[] = [];
  const amount: number[] = [];
  const put = (at: number, much: number): void => {
    row.push(at);
    amount.push(much);
  };
  candidates.forEach((candidate, index) => {
    for (const level of levelsOf(candidate)) {
      candidateOf.push(index);
      value.push(level.value);
      for (const [id, needed] of Object.entries(level.needs)) {
        if (needed === 0) continue;
        const capacity = capacityAt.get(id)!;
        put(capacity, needed);
        const least = leastRow.get(capacity);
        if (least !== undefined) put(least, -needed);
      }
      for (const [at, much] of always[index]!) put(at, much);
      firstEntry.push(row.length);
    }
    firstOption.push(value.length);
  });

  return {
    candidates: candidates.length,
    options: value.length,
    rows: limit.length,
    firstOption: Int32Array.from(firstOption),
    candidateOf: Int32Array.from(candidateOf),
    value: Float64Array.from(value),
    firstEntry: Int32Array.from(firstEntry),
    row: Int32Array.from(row),
    amount: Float64Array.from(amount),
    limit: Float64Array.from(limit),
    capacities: capacities.length,
    leastOf: Int32Array.from(leastRow.keys()),
    mandatory: Uint8Array.from(candidates, ({ mandatory }) => (mandatory === true ? 1 : 0)),
    requires,
    requiredBy,
  };
}
