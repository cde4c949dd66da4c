import fc from 'fast-check';
import { type ApportionOptions, apportion } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { census1880 } from './census-1880.js';
import { allMethods, divisorMethods } from './problems.js';

function seatsOf(weights: Readonly<Record<string, number | bigint>>, seats: number, options: ApportionOptions = {}) {
  const result = apportion(weights, seats, options);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result.seats;
}

describe('apportion', () => {
  it('shares 46 people as 70/20/10 by largest remainder, so that they add up', () => {
    expect(apportion({ core: 70, adjacent: 20, transformational: 10 }, 46)).toEqual({
      ok: true,
      method: 'largestRemainder',
      seats: { core: 32, adjacent: 9, transformational: 5 },
      quotas: { core: '32 1/5', adjacent: '9 1/5', transformational: '4 3/5' },
      diagnostics: [],
    });
  });

  it.each([
    ['largestRemainder', [9, 7, 5, 4, 1]],
    ['adams', [9, 7, 5, 3, 2]],
    ['dean', [9, 7, 5, 4, 1]],
    ['huntingtonHill', [9, 7, 6, 3, 1]],
    ['webster', [9, 8, 5, 3, 1]],
    ['jefferson', [10, 7, 5, 3, 1]],
  ] as const)('gives by %s what Balinski and Young (1982) give in their example of 26 seats', (method, expected) => {
    const weights = { a: 9_061, b: 7_179, c: 5_259, d: 3_319, e: 1_182 };
    expect(Object.values(seatsOf(weights, 26, { method }))).toEqual(expected);
  });

  it('rounds at the geometric and at the harmonic mean, where those two differ', () => {
    // Between 1 and 2 seats: the square root of 2 is 1.414, four thirds are 1.333.
    const weights = { a: 1_380, b: 5_620 };
    expect({ ...seatsOf(weights, 7, { method: 'huntingtonHill' }) }).toEqual({ a: 1, b: 6 });
    expect({ ...seatsOf(weights, 7, { method: 'dean' }) }).toEqual({ a: 2, b: 5 });
  });

  it('reads a weight of 0.7 as seven tenths, and not as the binary fraction beside it', () => {
    const result = apportion({ a: 0.1, b: 0.2, c: 0.3 }, 5, { ties: ['c', 'b', 'a'] });
    expect(result).toMatchObject({ quotas: { a: '5/6', b: '1 2/3', c: '2 1/2' }, seats: { a: 1, b: 2, c: 2 } });
    // 0.1 + 0.2 and 0.3 are equal claims.
    expect(apportion({ a: 0.3, b: 0.1 + 0.2 }, 1)).not.toHaveProperty('tie');
    expect(apportion({ a: 0.3, b: 3e-1 }, 1)).toHaveProperty('tie.among', ['a', 'b']);
    expect(apportion({ a: 1.5, b: 3n }, 3)).toMatchObject({ seats: { a: 1, b: 2 } });
  });

  it.each(allMethods)('compares weights by %s that no number holds', (method) => {
    const weights = { a: 2n ** 60n, b: 2n ** 60n + 1n, c: 2n ** 60n };
    const result = apportion(weights, 4, { method });
    expect(result).toMatchObject({ ok: true, seats: { a: 1, b: 2, c: 1 } });
    expect(result).not.toHaveProperty('tie');
    expect(apportion({ a: 2 ** 60, b: 2 ** 60 }, 3, { method })).toHaveProperty('tie.among', ['a', 'b']);
    // What the number 2 ** 60 prints as.
    expect(apportion({ a: 2 ** 60, b: 1_152_921_504_606_847_000n }, 3, { method })).toHaveProperty('tie');
    expect(apportion({ a: 1e100, b: 10n ** 100n, c: 1e-100 }, 4, { method })).toMatchObject({
      ok: true,
      seats: startsAtZero(method) ? { a: 2, b: 1, c: 1 } : { a: 2, b: 2, c: 0 },
    });
  });

  it.each([
    [{ a: 4_000_000_000, b: 6_000_000_000 }, 1, { a: '2/5', b: '3/5' }],
    [{ a: 4_000_000_000, b: 4_000_000_000 }, 1, { a: '1/2', b: '1/2' }],
    [{ a: 2_147_483_647, b: 2_147_483_647 }, 3, { a: '1 1/2', b: '1 1/2' }],
    [{ a: 10n ** 30n, b: 2n * 10n ** 30n }, 1, { a: '1/3', b: '2/3' }],
    [{ a: 0n, b: 7n }, 2, { a: '0', b: '2' }],
  ])('gives quotas of %s in lowest terms, however large the weights', (weights, seats, quotas) => {
    const result = apportion(weights as Record<string, number | bigint>, seats);
    expect(result.ok && { ...result.quotas }).toEqual(quotas);
  });

  it('keeps keys that are members of every object', () => {
    const weights: Record<string, number> = JSON.parse('{"__proto__": 3, "constructor": 1, "": 2}');
    const result = apportion(weights, 6);
    expect(JSON.stringify(result.ok && [result.seats, result.quotas])).toBe(
      '[{"__proto__":3,"constructor":1,"":2},{"__proto__":"3","constructor":"1","":"2"}]',
    );
    expect(result.ok && 'toString' in result.seats).toBe(false);
    expect(apportion({ a: 1 }, 3, { min: { constructor: 1 } as never })).toMatchObject({ ok: false });
  });

  describe('with limits', () => {
    const weights = { a: 60, b: 30, c: 10 };

    it('holds those at a limit there by largest remainder, and shares the rest in proportion', () => {
      expect({ ...seatsOf(weights, 10, { min: 2 }) }).toEqual({ a: 5, b: 3, c: 2 });
      expect({ ...seatsOf(weights, 10, { max: { a: 4 } }) }).toEqual({ a: 4, b: 5, c: 1 });
      expect({ ...seatsOf(weights, 10, { min: { c: 3 }, max: { a: 4 } }) }).toEqual({ a: 4, b: 3, c: 3 });
    });

    it.each(divisorMethods)('deals by %s from the minimums on, to whoever is below the maximum', (method) => {
      expect({ ...seatsOf(weights, 10, { method, min: { c: 4 }, max: { a: 3 } }) }).toEqual({ a: 3, b: 3, c: 4 });
      expect({ ...seatsOf(weights, 12, { method, min: 4, max: 4 }) }).toEqual({ a: 4, b: 4, c: 4 });
      expect({ ...seatsOf(weights, 3, { method, max: { a: 0 } }) }).toMatchObject({ a: 0 });
    });

    it.each(allMethods)('gives by %s a weight of 0 its minimum and no more', (method) => {
      expect({ ...seatsOf({ a: 5, b: 0, c: 0 }, 7, { method, min: { b: 2 } }) }).toEqual({ a: 5, b: 2, c: 0 });
      expect({ ...seatsOf({ a: 0, b: 0 }, 2, { method, min: 1 }) }).toEqual({ a: 1, b: 1 });
    });

    it.each(['largestRemainder', 'webster', 'jefferson'] as const)(
      'deals by %s fewer seats than there are units',
      (method) => {
        expect({ ...seatsOf(weights, 2, { method }) }).toEqual({
          a: method === 'jefferson' ? 2 : 1,
          b: method === 'jefferson' ? 0 : 1,
          c: 0,
        });
      },
    );

    it.each(allMethods)('gives by %s nobody anything where there are no seats', (method) => {
      expect({ ...seatsOf(weights, 0, { method }) }).toEqual({ a: 0, b: 0, c: 0 });
      expect({ ...seatsOf({}, 0, { method }) }).toEqual({});
    });
  });

  describe('among equals', () => {
    it.each(allMethods)('says by %s who had equal claims, and that only their order decided', (method) => {
      const result = apportion({ a: 5, b: 5, c: 5, d: 1 }, 5, { method, max: { d: 0 } });
      expect(result).toMatchObject({
        seats: { a: 2, b: 2, c: 1, d: 0 },
        tie: { among: ['a', 'b', 'c'], seats: 2, brokenBy: 'weights' },
      });
      expect(result.diagnostics).toEqual([
        {
          code: 'capacity/tie-broken-by-order',
          severity: 'warning',
          message: '"a", "b", "c" have equal claims to the last 2 seats; the order of the weights decided',
          path: ['ties'],
          hint: 'say with `ties` who comes first',
        },
      ]);
    });

    it.each(allMethods)('follows by %s the order that is stated, as far as it goes', (method) => {
      const weights = { a: 5, b: 5, c: 5 };
      expect(apportion(weights, 4, { method, ties: ['c', 'a'] })).toEqual({
        ok: true,
        method,
        seats: { a: 1, b: 1, c: 2 },
        quotas: { a: '1 1/3', b: '1 1/3', c: '1 1/3' },
        tie: { among: ['c', 'a', 'b'], seats: 1, brokenBy: 'ties' },
        diagnostics: [],
      });
      // Both that are named are in before those that are not.
      expect(apportion(weights, 5, { method, ties: ['c', 'b'] })).toHaveProperty('tie.brokenBy', 'ties');
      expect(apportion(weights, 5, { method, ties: ['c'] })).toMatchObject({
        seats: { a: 2, b: 1, c: 2 },
        tie: { among: ['c', 'a', 'b'], seats: 2, brokenBy: 'weights' },
      });
    });

    it.each([
      ['jefferson', { a: 1, b: 2 }, 2, { a: 1, b: 1 }],
      ['webster', { a: 1, b: 3 }, 2, { a: 1, b: 1 }],
      ['adams', { a: 1, b: 2 }, 4, { a: 2, b: 2 }],
      ['dean', { a: 5, b: 9 }, 4, { a: 2, b: 2 }],
      ['huntingtonHill', { a: 1, b: 6 }, 10, { a: 2, b: 8 }],
    ] as const)('tells by %s of equal claims of those that weigh %j', (method, unequal, seats, expected) => {
      expect(apportion(unequal, seats, { method })).toMatchObject({
        seats: expected,
        tie: { among: ['a', 'b'], seats: 1 },
      });
      expect(apportion(unequal, seats, { method, ties: ['b'] })).toMatchObject({
        tie: { among: ['b', 'a'], seats: 1, brokenBy: 'ties' },
      });
      const heavier = { a: unequal.a * 1_000_000, b: unequal.b * 1_000_000 };
      expect(apportion({ ...heavier, b: heavier.b + 1 }, seats, { method })).not.toHaveProperty('tie');
      // Further apart than numbers tell.
      const [a, b] = [BigInt(unequal.a) * 2n ** 80n, BigInt(unequal.b) * 2n ** 80n];
      expect(apportion({ a, b }, seats, { method })).toHaveProperty('tie.among', ['a', 'b']);
      for (const [own, other] of [
        [1n, 0n],
        [0n, 1n],
      ] as const) {
        const result = apportion({ a: a + own, b: b + other }, seats, { method });
        expect(result).not.toHaveProperty('tie');
        expect(result.ok && result.seats.a).toBe(expected.a - (own === 1n ? 0 : 1));
      }
    });

    it('names five of many, and one seat as one', () => {
      const equals = (ids: string) => Object.fromEntries([...ids].map((id) => [id, 1]));
      expect(apportion(equals('abcdef'), 1).diagnostics[0]!.message).toBe(
        '"a", "b", "c", "d", "e" and 1 more have equal claims to the last seat; the order of the weights decided',
      );
      expect(apportion(equals('abcde'), 1).diagnostics[0]!.message).toContain('"d", "e" have equal');
    });

    it('names no tie where the last seats went to the last of their claim', () => {
      expect(apportion({ a: 5, b: 5 }, 4, { method: 'webster' })).not.toHaveProperty('tie');
      expect(apportion({ a: 5, b: 5 }, 3, { method: 'webster', max: { b: 1 } })).not.toHaveProperty('tie');
      expect(apportion({ a: 3, b: 3, c: 2 }, 8)).not.toHaveProperty('tie');
    });
  });

  describe('and its paradoxes', () => {
    it('gives the smallest a seat less when there is one more, by largest remainder alone', () => {
      const weights = { a: 6, b: 6, c: 2 };
      expect({ ...seatsOf(weights, 10) }).toEqual({ a: 4, b: 4, c: 2 });
      expect({ ...seatsOf(weights, 11) }).toEqual({ a: 5, b: 5, c: 1 });
      for (const method of divisorMethods) {
        expect(seatsOf(weights, 11, { method }).c).toBeGreaterThanOrEqual(seatsOf(weights, 10, { method }).c!);
      }
    });

    it('has the fractions of 1880, by which Alabama lost its eighth seat as the House grew from 299 to 300', () => {
      expect(Object.values(census1880).reduce((sum, own) => sum + own, 0)).toBe(49_371_340);
      const fractions = (seats: number) => {
        const result = apportion(census1880, seats);
        if (!result.ok) throw new Error('refused');
        return ['Alabama', 'Illinois', 'Texas'].map((state) => {
          const [whole, over, under] = result.quotas[state]!.split(/[ /]/).map(Number);
          return [whole, Math.round((1_000 * over!) / under!)];
        });
      };
      expect(fractions(299)).toEqual([
        [7, 646],
        [18, 640],
        [9, 640],
      ]);
      expect(fractions(300)).toEqual([
        [7, 671],
        [18, 702],
        [9, 672],
      ]);
    });

    it('takes a seat from Florida at the same size, with the one seat that Nevada has to get set apart first', () => {
      const [before, after] = [299, 300].map((seats) => seatsOf(census1880, seats, { min: 1 }));
      const changed = Object.keys(census1880).filter((state) => before![state] !== after![state]);
      expect(changed.map((state) => [state, before![state], after![state]])).toEqual([
        ['Alabama', 7, 8],
        ['Florida', 2, 1],
        ['Illinois', 18, 19],
      ]);
      for (const method of divisorMethods) {
        const [small, large] = [299, 300].map((seats) => seatsOf(census1880, seats, { method, min: 1 }));
        for (const state of Object.keys(census1880)) expect(large![state]).toBeGreaterThanOrEqual(small![state]!);
      }
    });

    it('gives by Jefferson more than the quota rounded up', () => {
      const result = apportion({ a: 86_915, b: 5_400, c: 4_325, d: 3_360 }, 100, { method: 'jefferson' });
      expect(result).toMatchObject({ quotas: { a: '86 183/200' }, seats: { a: 88, b: 5, c: 4, d: 3 } });
    });
  });

  it('deals 9,007,199,254,740,991 seats to the last one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...allMethods),
        (list, method) => {
          const weights = Object.fromEntries(list.map((weight, at) => [`unit-${at}`, weight]));
          const given = Object.values(seatsOf(weights, Number.MAX_SAFE_INTEGER, { method })).map(BigInt);
          const total = BigInt(list.reduce((sum, own) => sum + own, 0));
          expect(given.reduce((sum, own) => sum + own, 0n)).toBe(BigInt(Number.MAX_SAFE_INTEGER));
          for (const [at, weight] of list.entries()) {
            const quota = (BigInt(weight) * BigInt(Number.MAX_SAFE_INTEGER)) / total;
            const off = given[at]! - quota;
            expect(off >= -3n && off <= 3n).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

function startsAtZero(method: string): boolean {
  return ['huntingtonHill', 'dean', 'adams'].includes(method);
}
