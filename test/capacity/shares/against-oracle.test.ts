import fc from 'fast-check';
import { apportion } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { anyProblem, oracle, unitsOf } from './problems.js';

describe('apportion beside dealing seat by seat', () => {
  it('gives the same seats and names the same ties, within any limits', () => {
    let runs = 0;
    let dealt = 0;
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { weights, seats, options } = problem;
        runs++;
        const result = apportion(weights, seats, options);
        const units = unitsOf(problem);
        const least = units.reduce((sum, { min }) => sum + min, 0);
        const firstSeats = units.reduce(
          (sum, { min, max, weight: { over } }) => sum + Math.max(min, over > 0n ? Math.min(1, max) : 0),
          0,
        );
        const startsAtZero = ['huntingtonHill', 'dean', 'adams'].includes(options.method);
        const expected = least > seats ? undefined : oracle(problem);
        if (expected === undefined || (startsAtZero && seats > 0 && firstSeats > seats)) {
          expect(result.ok).toBe(false);
          return;
        }
        dealt++;
        const ids = Object.keys(weights);
        expect(result).toMatchObject({
          ok: true,
          seats: Object.fromEntries(ids.map((id, at) => [id, expected.seats[at]])),
        });
        if (!result.ok) return;
        if (expected.tie === undefined) expect(result).not.toHaveProperty('tie');
        else {
          const { among, seats: shared } = expected.tie;
          const names = among.map((at) => ids[at]!);
          const isStated = options.ties?.includes(names[shared - 1]!) === true;
          expect(result.tie).toEqual({ among: names, seats: shared, brokenBy: isStated ? 'ties' : 'weights' });
          expect(result.diagnostics.map(({ code }) => code)).toEqual(isStated ? [] : ['capacity/tie-broken-by-order']);
        }
      }),
      { numRuns: 1_500 },
    );
    expect(dealt / runs).toBeGreaterThan(0.2);
  });
});
