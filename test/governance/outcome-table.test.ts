import fc from 'fast-check';
import { joinOutcomes, type Outcome, outcome } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { createOutcomeTable } from '../../src/governance/outcome-table.js';
import { outcomeKey } from '../../src/governance/strictness.js';

const anyRole = fc.record(
  { role: fc.constantFrom('a', 'b', 'c', 'd'), quorum: fc.integer({ min: 1, max: 2 }), veto: fc.boolean() },
  { requiredKeys: ['role', 'quorum'] },
);
const anyPeople = fc.constantFrom('x', 'y').map((person) => ({ people: [person], quorum: 1 }));
const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ kind: 'autonomous' }),
  fc.constant<Outcome>({ kind: 'forbidden' }),
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof({ weight: 6, arbitrary: anyRole }, anyPeople), { minLength: 1, maxLength: 2 })
      .map((requirements): Outcome => ({ kind: 'requires', requirements })),
  },
);

describe('an outcome table', () => {
  it('joins as joining one after the other does, in the same order', () => {
    fc.assert(
      fc.property(fc.array(anyOutcome, { minLength: 1, maxLength: 5 }), (outcomes) => {
        const table = createOutcomeTable();
        const numbers = outcomes.map(table.numberOf);
        const entered = numbers.map((number) => table.list[number]!);
        const joined = table.joined(numbers);
        expect(outcomeKey(joined)).toBe(outcomeKey(outcomes.reduce(joinOutcomes)));
        expect(joined).toEqual(entered.reduce(joinOutcomes));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has one number for equal outcomes', () => {
    const { numberOf, list, listed } = createOutcomeTable();
    const [a, b] = [
      { role: 'a', quorum: 1 },
      { role: 'b', quorum: 1 },
    ] as const;
    expect(
      [
        outcome.forbidden(),
        outcome.requires(a, b),
        outcome.requires(b, a),
        outcome.forbidden(),
        outcome.requires(a),
        outcome.requires({ ...a, veto: false }),
      ].map(numberOf),
    ).toEqual([0, 1, 1, 0, 2, 2]);
    expect(list).toEqual([outcome.forbidden(), outcome.requires(a, b), outcome.requires(a)]);
    expect(listed([2, 0, 2])).toEqual([outcome.requires(a), outcome.forbidden(), outcome.requires(a)]);
  });
});
