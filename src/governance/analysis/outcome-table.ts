import type { CompiledPolicy } from '../compiled.js';
import { joinOutcomes, outcomeKey } from '../strictness.js';
import type { Outcome } from '../types.js';

/** Outcomes by number, so that they are joined and compared once a pair. */
export interface OutcomeTable {
  readonly at: (outcome: number) => Outcome;
  /** The number of an outcome; equal ones share it. */
  readonly numberOf: (outcome: Outcome) => number;
  readonly join: (a: number, b: number) => number;
}

export function createOutcomeTable(): OutcomeTable {
  const list: Outcome[] = [];
  const numbers = new Map<string, number>();
  const joins = new Map<number, Map<number, number>>();

  const numberOf = (outcome: Outcome): number => {
    // Joined with itself, so that a list that names a role twice is as one that names it once.
    const normal = joinOutcomes(outcome, outcome);
    const key = outcomeKey(normal);
    const number = numbers.get(key) ?? list.push(normal) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    at: (outcome) => list[outcome]!,
    numberOf,
    join(a, b) {
      if (a === b) return a;
      const row = joins.get(a) ?? new Map<number, number>();
      joins.set(a, row);
      const joined = row.get(b) ?? numberOf(joinOutcomes(list[a]!, list[b]!));
      row.set(b, joined);
      return joined;
    },
  };
}

/** The numbers of a policy's outcomes, rule by rule. */
export function numbersOf({ rules }: CompiledPolicy, outcomes: OutcomeTable): readonly number[] {
  const numbers = new Map<number, number>();
  return rules.map(({ outcome, definition }) => {
    const number = numbers.get(outcome) ?? outcomes.numberOf(definition.then);
    numbers.set(outcome, number);
    return number;
  });
}
