import { joinOutcomes, outcomeKey, rankOf } from './strictness.js';
import type { Outcome } from './types.js';

/** Outcomes by number: equal ones share one, so that engines compare numbers. */
export interface OutcomeTable {
  /** Those of the policy first, then joined ones as they come up. */
  readonly list: readonly Outcome[];
  /** The number of an outcome, which is entered if it is new. */
  readonly numberOf: (outcome: Outcome) => number;
  /** The number of the outcome that is as strict as all of these; at least one. */
  readonly joined: (numbers: Iterable<number>) => number;
  /** Laxest first: by kind, then by how much is required. */
  readonly sorted: (numbers: Iterable<number>) => number[];
}

export function createOutcomeTable(): OutcomeTable {
  const list: Outcome[] = [];
  const keys: string[] = [];
  const known = new Map<string, number>();
  // Joining reads whole requirements, and the same few outcomes meet again and again.
  const joins = new Map<string, number>();

  const numberOf = (outcome: Outcome): number => {
    const key = outcomeKey(outcome);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, list.length);
    keys.push(key);
    return list.push(outcome) - 1;
  };
  const join = (a: number, b: number): number => {
    if (a === b) return a;
    const pair = `${a} ${b}`;
    const found = joins.get(pair);
    if (found !== undefined) return found;
    const joined = numberOf(joinOutcomes(list[a]!, list[b]!));
    joins.set(pair, joined);
    return joined;
  };
  return {
    list,
    numberOf,
    joined(numbers) {
      let all: number | undefined;
      for (const number of numbers) all = all === undefined ? number : join(all, number);
      return all!;
    },
    sorted: (numbers) =>
      [...numbers].sort((a, b) => weigh(list[a]!) - weigh(list[b]!) || compareTexts(keys[a]!, keys[b]!)),
  };
}

function weigh(outcome: Outcome): number {
  return outcome.kind === 'requires' ? 1 - 1 / (outcome.requirements.length + 1) : rankOf(outcome);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
