import type { CompiledPolicy } from '../compiled.js';
import { createOutcomeTable as createTable } from '../outcome-table.js';
import { normal } from '../strictness.js';
import type { Outcome } from '../types.js';

/** Outcomes by number, so that they are joined and compared once a pair. */
export interface OutcomeTable {
  readonly at: (outcome: number) => Outcome;
  /** The number of an outcome; equal ones share it. */
  readonly numberOf: (outcome: Outcome) => number;
  readonly join: (a: number, b: number) => number;
}

export function createOutcomeTable(): OutcomeTable {
  const { list, joined, ...table } = createTable();
  const numberOf = (outcome: Outcome): number => table.numberOf(normal(outcome));
  const joins = new Map<number, Map<number, number>>();
  return {
    at: (outcome) => list[outcome]!,
    numberOf,
    join(a, b) {
      if (a === b) return a;
      const row = joins.get(a) ?? new Map<number, number>();
      joins.set(a, row);
      const number = row.get(b) ?? numberOf(joined([a, b]));
      row.set(b, number);
      return number;
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
