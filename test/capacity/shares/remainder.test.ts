import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/capacity/shares/divisor.js';
import { exactShares, sharesAt } from '../../../src/capacity/shares/remainder.js';

/** Weights among which levels lie nearer to each other than numbers tell. */
const weight = fc.oneof(
  fc.bigInt({ min: 1n, max: 6n }),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 60n + 3n }),
  fc.bigInt({ min: 2n ** 61n, max: 2n ** 61n + 3n }),
);
const anyDeal = fc
  .array(fc.record({ weight, min: fc.nat(6), room: fc.nat(12) }), { minLength: 1, maxLength: 6 })
  .chain((units) => {
    const min = units.map((own) => own.min);
    const max = units.map((own) => own.min + own.room);
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    return fc
      .integer({ min: sum(min), max: sum(max) })
      .map((seats): Deal => ({ weights: units.map((own) => own.weight), min, max, seats }));
  });

/** That shares are what they ought to be: within limits, adding up, and level among those that are at no limit. */
function expectFair({ weights, min, max, seats }: Deal): void {
  const { whole, rest, of } = exactShares({ weights, min, max, seats });
  const parts = whole.map((own, unit) => BigInt(own) * of + BigInt(rest[unit]!));
  expect(parts.reduce((a, b) => a + b, 0n)).toBe(BigInt(seats) * of);
  for (const [unit, part] of parts.entries()) {
    const [low, high] = [BigInt(min[unit]!) * of, BigInt(max[unit]!) * of];
    expect(part >= low && part <= high).toBe(true);
    // Whoever has more for the weight than another is at the minimum, or the other at the maximum.
    for (const [other, its] of parts.entries()) {
      const hasMore = part * weights[other]! > its * weights[unit]!;
      expect(hasMore && part > low && its < BigInt(max[other]!) * of).toBe(false);
    }
  }
}

describe('exactShares', () => {
  it('are level but for the limits, and add up, however near the weights are', () => {
    fc.assert(fc.property(anyDeal, expectFair), { numRuns: 300 });
  });

  it.each([
    [2n ** 60n, 2n ** 60n + 1n, 2n ** 61n + 1n],
    [2n ** 60n + 1n, 2n ** 60n, 2n ** 61n + 1n],
  ])('hold only the one at the maximum whose level comes first: %s beside %s', (...weights) => {
    const deal = { weights, min: [0, 0, 0], max: [10, 10, 40], seats: 40 };
    expectFair(deal);
    const { whole, rest, of } = exactShares(deal);
    const at = weights.indexOf(2n ** 60n);
    expect([whole[at], whole[1 - at], whole[2]]).toEqual([9, 10, 20]);
    expect([rest[at], rest[1 - at], rest[2]]).toEqual([3n * 2n ** 60n - 9n, 0, 10n]);
    expect(of).toBe(3n * 2n ** 60n + 1n);
  });
});

describe('sharesAt', () => {
  it.each([
    [[3n, 4n], 5, 7n, [2, 2], [1, 6]],
    [[0n, 0n], 5, 0n, [0, 0], [0, 0]],
    [[0n, 9n], 5, 9n, [0, 5], [0, 0]],
    // The product is beyond what numbers hold, the weights together are not.
    [[2n ** 52n, 2n ** 51n + 1n], 2 ** 40, 2n ** 52n + 2n ** 51n + 1n, [733_007_751_850, 366_503_875_925], undefined],
  ] as const)('of %s in %i seats has fractions as numbers', (weights, seats, total, whole, rest) => {
    const shares = sharesAt(weights, seats, total);
    expect(shares.whole).toEqual(whole);
    expect(shares.rest.map((own) => typeof own)).toEqual(['number', 'number']);
    for (const [at, own] of shares.whole.entries()) {
      expect(BigInt(own) * total + BigInt(shares.rest[at]!)).toBe(total === 0n ? 0n : weights[at]! * BigInt(seats));
    }
    if (rest) expect(shares.rest).toEqual(rest);
    expect(shares.of).toBe(total);
  });

  it('has fractions as bigints where the weights together are more than a number holds', () => {
    expect(sharesAt([2n ** 53n - 1n], 3, 2n ** 53n - 1n)).toEqual({ whole: [3], rest: [0], of: 2n ** 53n - 1n });
    expect(sharesAt([2n ** 53n, 2n], 3, 2n ** 53n + 2n)).toEqual({
      whole: [2, 0],
      rest: [2n ** 53n - 4n, 6n],
      of: 2n ** 53n + 2n,
    });
  });
});
