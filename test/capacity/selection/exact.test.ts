import fc from 'fast-check';
import type { SelectionProblem } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { exactBound } from '../../../src/capacity/selection/exact.js';
import { tablesOf } from './tables-of.js';

/** A double times 2^1074, which makes every one of them whole. */
function scaled(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0]!;
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  return exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
}

/** What every candidate is worth at most less the prices, and the prices of everything, rounded down. */
function naiveBound({ capacities, candidates }: SelectionProblem, prices: readonly number[]): bigint {
  const priceOf = new Map(capacities.map(({ id }, at) => [id, scaled(prices[at]!)]));
  let bound = capacities.reduce((sum, { id, amount }) => sum + priceOf.get(id)! * BigInt(amount), 0n);
  for (const { value = 0, needs = {}, levels = [{ value, needs }], mandatory } of candidates) {
    const worths = levels.map((level) =>
      Object.entries(level.needs).reduce(
        (worth, [id, need]) => worth - priceOf.get(id)! * BigInt(need),
        BigInt(level.value) << 1074n,
      ),
    );
    if (mandatory !== true) worths.push(0n);
    bound += worths.sort((a, b) => Number(a < b) - Number(a > b))[0]!;
  }
  return bound >> 1074n;
}

const level = fc.record({
  value: fc.nat(2 ** 40),
  needs: fc.dictionary(fc.constantFrom('r0', 'r1'), fc.nat(2 ** 40), { noNullPrototype: true }),
});
const anyProblem = fc
  .record({
    amounts: fc.tuple(fc.nat(2 ** 50), fc.nat(100)),
    lists: fc.array(fc.tuple(fc.boolean(), fc.array(level, { minLength: 1, maxLength: 3 })), { maxLength: 4 }),
  })
  .map(
    ({ amounts, lists }): SelectionProblem => ({
      capacities: amounts.map((amount, at) => ({ id: `r${at}`, amount })),
      candidates: lists.map(([isMandatory, levels], at) => ({
        id: `c${at}`,
        levels: levels.map((own, place) => ({ id: `l${place}`, ...own })),
        ...(isMandatory && { mandatory: true as const }),
      })),
    }),
  );
const price = fc.oneof(
  fc.nat(20),
  fc.double({ min: 2 ** -500, max: 1e6, noNaN: true }),
  fc.constantFrom(0.1, 2 ** -900, 1e18, 1e300),
);

describe('exactBound', () => {
  it('is what fractions give, rounded down, at any prices', () => {
    fc.assert(
      fc.property(anyProblem, fc.tuple(price, price), (problem, prices) => {
        expect(exactBound(tablesOf(problem), prices)).toBe(naiveBound(problem, prices));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [[0, 0], 60n],
    [[6, 0], 90n],
    [[5.5, 0.25], 89n],
    // A part that is finer than 1,000 halves is cut off.
    [[6, 5e-324], 90n],
    [[5e-324, 5e-324], 60n],
    [[2 ** -1_000, 0], 60n],
  ])('takes the prices %j for what they are', (prices, bound) => {
    const problem: SelectionProblem = {
      capacities: [
        { id: 'r0', amount: 10 },
        { id: 'r1', amount: 7 },
      ],
      candidates: [{ id: 'a', value: 60, needs: { r0: 5 } }],
    };
    expect(exactBound(tablesOf(problem), prices)).toBe(bound);
  });
});
