import { NONE, type SelectionTables } from './tables.js';

/** A choice under way: what is taken, what it uses, and a journal by which it can go back. */
export interface ChoiceState {
  /** The option of each candidate, or `NONE`. */
  readonly taken: Int32Array;
  readonly value: () => number;
  /** How far the choice is from what is asked at least: 0 where it keeps to every limit. */
  readonly shortfall: () => number;
  /** Takes an option, with one of each candidate that it requires; says whether it fitted. Where not, nothing is changed. */
  readonly take: (option: number) => boolean;
  /** Leaves a candidate, and those that require it. */
  readonly leave: (candidate: number) => void;
  /** Says where the journal stands. */
  readonly mark: () => number;
  /** Goes back to where the journal stood. */
  readonly goBack: (mark: number) => void;
  /** Forgets the way to here. */
  readonly forget: () => void;
}

/**
 * Makes a choice of nothing. `preferred` gives the option with which a candidate joins where another one requires it.
 * Rows on which only positive amounts lie are never exceeded; those that something has to be put on may be short on the way.
 */
export function createChoice(tables: SelectionTables, preferred: Int32Array): ChoiceState {
  const { candidates, candidateOf, firstEntry, row, amount, limit, value, mandatory, requires, requiredBy } = tables;
  const taken = new Int32Array(candidates).fill(NONE);
  const left = Float64Array.from(limit);
  const journal: number[] = [];
  const seen = new Int32Array(candidates);
  let visit = 0;
  let worth = 0;

  // What can be short: rows of least uses, and candidates that have to be taken.
  const leastRows = Array.from(tables.leastOf, (_, index) => tables.capacities + index);
  const mustTake = Array.from(mandatory.keys()).filter((c) => mandatory[c] === 1);

  function put(option: number, sign: 1 | -1): void {
    worth += sign * value[option]!;
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) left[row[e]!]! -= sign * amount[e]!;
  }

  function set(candidate: number, option: number): void {
    const before = taken[candidate]!;
    journal.push(candidate, before);
    if (before !== NONE) put(before, -1);
    if (option !== NONE) put(option, 1);
    taken[candidate] = option;
  }

  function isExceeded(option: number): boolean {
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) {
      if (amount[e]! > 0 && left[row[e]!]! < 0) return true;
    }
    return false;
  }

  /** Whether an option would fit in place of what is taken of its candidate. */
  function fits(option: number): boolean {
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) {
      if (amount[e]! > left[row[e]!]! && amount[e]! > 0) return false;
    }
    return true;
  }

  /** All that hang on a candidate by one of the two lists, itself first, without those that `isDone`. */
  function hanging(candidate: number, by: readonly (readonly number[])[], isDone: (c: number) => boolean): number[] {
    visit++;
    const found = [candidate];
    seen[candidate] = visit;
    for (let next = 0; next < found.length; next++) {
      for (const other of by[found[next]!]!) {
        if (seen[other] === visit || isDone(other)) continue;
        seen[other] = visit;
        found.push(other);
      }
    }
    return found;
  }

  const isTaken = (c: number): boolean => taken[c] !== NONE;
  const isLeft = (c: number): boolean => taken[c] === NONE;

  function goBack(mark: number): void {
    while (journal.length > mark) {
      const before = journal.pop()!;
      const candidate = journal.pop()!;
      const now = taken[candidate]!;
      if (now !== NONE) put(now, -1);
      if (before !== NONE) put(before, 1);
      taken[candidate] = before;
    }
  }

  return {
    taken,
    value: () => worth,
    shortfall() {
      let short = 0;
      for (const r of leastRows) if (left[r]! < 0) short -= left[r]!;
      for (const c of mustTake) if (taken[c] === NONE) short++;
      return short;
    },
    take(option) {
      const candidate = candidateOf[option]!;
      if (requires[candidate]!.length === 0 && taken[candidate] === NONE) {
        if (!fits(option)) return false;
        set(candidate, option);
        return true;
      }
      const mark = journal.length;
      const joining = hanging(candidate, requires, isTaken);
      for (const c of joining) set(c, c === candidate ? option : preferred[c]!);
      if (!joining.some((c) => isExceeded(taken[c]!))) return true;
      goBack(mark);
      return false;
    },
    leave(candidate) {
      if (requiredBy[candidate]!.length === 0) set(candidate, NONE);
      else for (const c of hanging(candidate, requiredBy, isLeft)) set(c, NONE);
    },
    mark: () => journal.length,
    goBack,
    forget() {
      journal.length = 0;
    },
  };
}
