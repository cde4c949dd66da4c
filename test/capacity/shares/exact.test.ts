import fc from 'fast-check';
import { apportion } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { dealByLargestFraction, dealSeatBySeat } from '../../oracle/apportionment.js';
import { anyMethod } from './problems.js';

/** Weights beyond what numbers hold, some of them next to each other. */
const weight = fc.oneof(
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 60n + 3n }),
  fc.bigInt({ min: 2n ** 58n, max: 2n ** 64n }),
  fc.bigInt({ min: 2n ** 119n, max: 2n ** 121n }),
);

describe('apportion of weights that no number holds', () => {
  it('is what exact fractions give, by every method', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 7 }), fc.nat(40), anyMethod, (list, more, method) => {
        const seats = list.length + more;
        const weights = Object.fromEntries(list.map((own, at) => [`unit-${at}`, own]));
        const units = list.map((own, rank) => ({ weight: { over: own, under: 1n }, min: 0, max: seats, rank }));
        const expected =
          method === 'largestRemainder' ? dealByLargestFraction(units, seats)! : dealSeatBySeat(units, seats, method)!;
        const result = apportion(weights, seats, { method });
        if (!result.ok) throw new Error(result.diagnostics[0]!.message);
        expect(Object.values(result.seats)).toEqual(expected.seats);
        expect(result.tie?.among).toEqual(expected.tie?.among.map((at) => `unit-${at}`));
      }),
      { numRuns: 400 },
    );
  });

  it('tells levels apart at which two units reach their maximum, however near', () => {
    const small = 2n ** 50n;
    for (const list of [
      [small, small + 1n, 2n ** 102n],
      [small + 1n, small, 2n ** 102n],
      [2n ** 102n, small + 1n, small, small + 2n],
    ]) {
      const weights = Object.fromEntries(list.map((own, at) => [`unit-${at}`, own]));
      for (let seats = 2 ** 52 - 9; seats < 2 ** 52 + 6; seats++) {
        const most = (own: bigint) => (own > 2n ** 60n ? seats : 1);
        const max = Object.fromEntries(list.map((own, at) => [`unit-${at}`, most(own)]));
        const units = list.map((own, rank) => ({ weight: { over: own, under: 1n }, min: 0, max: most(own), rank }));
        const result = apportion(weights, seats, { max });
        expect(result.ok && Object.values(result.seats)).toEqual(dealByLargestFraction(units, seats)!.seats);
      }
    }
  });
});
