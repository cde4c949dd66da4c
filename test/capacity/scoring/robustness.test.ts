import fc from 'fast-check';
import {
  defineScorer,
  type Estimate,
  parseScorer,
  type RankProgress,
  type RankRobustness,
  type RobustnessOptions,
  rankRobustness,
  rankRobustnessAsync,
  type ScorableInitiative,
  type Scorer,
  scoreInitiatives,
  scorers,
} from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { anyInitiatives, anyScorer } from './arbitraries.js';

const byValue = defineScorer({ id: 'by_value', numerator: [{ input: 'value' }] });

function ranked(
  initiatives: readonly ScorableInitiative[],
  scorer: Scorer,
  options: Partial<RobustnessOptions> = {},
): RankRobustness {
  const result = rankRobustness(initiatives, scorer, { seed: 1, cut: 1, ...options });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result;
}

/** Initiatives `i0`, `i1`, ... of these values. */
function valued(...values: readonly Estimate[]): ScorableInitiative[] {
  return values.map((value, at) => ({ id: `i${at}`, value }));
}

describe('rankRobustness', () => {
  it('counts every trial once for each initiative and each rank', () => {
    fc.assert(
      fc.property(
        anyScorer,
        anyInitiatives,
        fc.integer({ min: 1, max: 50 }),
        fc.nat(9),
        (definition, list, trials, cut) => {
          const scorer = parseScorer(definition);
          const { initiatives, unscored } = ranked(list, scorer, { trials, cut });
          const perRank = new Map<number, number>();
          for (const { ranks, aboveCut } of initiatives) {
            const sum = (counts: typeof ranks) => counts.reduce((all, { count }) => all + count, 0);
            expect(sum(ranks)).toBe(trials);
            expect(sum(ranks.filter(({ rank }) => rank <= cut))).toBe(aboveCut);
            expect(ranks.every(({ count }) => count > 0)).toBe(true);
            for (const { rank, count } of ranks) perRank.set(rank, (perRank.get(rank) ?? 0) + count);
          }
          expect([...perRank.keys()].sort((a, b) => a - b)).toEqual(initiatives.map((_, at) => at + 1));
          expect([...perRank.values()].every((count) => count === trials)).toBe(true);
          const plain = scoreInitiatives(list, scorer);
          expect(plain).toMatchObject({ ok: true, unscored });
          expect(
            plain.ok && plain.ranked.map(({ id, rank, score }) => ({ id, rank, score, isAboveCut: rank <= cut })),
          ).toEqual(initiatives.map(({ id, rank, score, isAboveCut }) => ({ id, rank, score, isAboveCut })));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has nothing to count where everything is known', () => {
    const { initiatives } = ranked(valued(2, 3, 3), byValue, { cut: 2, trials: 7 });
    expect(initiatives).toEqual([
      { id: 'i1', rank: 1, score: 3, isAboveCut: true, aboveCut: 7, ranks: [{ rank: 1, count: 7 }], flips: [] },
      { id: 'i2', rank: 2, score: 3, isAboveCut: true, aboveCut: 7, ranks: [{ rank: 2, count: 7 }], flips: [] },
      { id: 'i0', rank: 3, score: 2, isAboveCut: false, aboveCut: 0, ranks: [{ rank: 3, count: 7 }], flips: [] },
    ]);
  });

  /** How far a share of 20,000 trials may be from what it is expected to be: five standard deviations. */
  const trials = 20_000;
  const slack = (share: number) => 5 * Math.sqrt((share * (1 - share)) / trials);

  it.each<readonly [what: string, first: Estimate, second: Estimate, share: number]>([
    ['uniform over the half', { low: 0, high: 10 }, 5, 1 / 2],
    ['uniform over a quarter', { low: 0, high: 10 }, 2.5, 3 / 4],
    ['uniform against uniform', { low: 0, high: 10 }, { low: 0, high: 10 }, 1 / 2],
    ['uniform against a narrower uniform', { low: 0, high: 4 }, { low: 0, high: 2 }, 3 / 4],
    ['triangular below its peak', { low: 0, likely: 6, high: 10 }, 3, 1 - 9 / 60],
    ['triangular above its peak', { low: 0, likely: 6, high: 10 }, 8, 4 / 40],
    ['triangular that only falls', { low: 0, likely: 0, high: 10 }, 5, 1 / 4],
    ['triangular that only rises', { low: 0, likely: 10, high: 10 }, 5, 3 / 4],
    ['triangular below 0', { low: -10, likely: -4, high: 0 }, -7, 1 - 9 / 60],
    ['wide beyond the largest number', { low: -1.7e308, high: 1.7e308 }, 0.85e308, 1 / 4],
    ['triangular that wide', { low: -1.7e308, likely: 0, high: 1.7e308 }, 0.85e308, 1 / 8],
  ])('draws %s as often as theory says', (_, first, second, share) => {
    const { initiatives } = ranked(valued(first, second), byValue, { trials, seed: 'theory' });
    const counted = initiatives.find(({ id }) => id === 'i0')!.aboveCut / trials;
    expect(Math.abs(counted - share)).toBeLessThan(slack(share));
  });

  it('draws the inputs of a product and a quotient independently of each other', () => {
    const scorer = defineScorer({
      id: 'own',
      numerator: [{ input: 'a' }, { input: 'b' }],
      denominator: [{ input: 'c' }],
    });
    const unit = { low: 0, high: 1 };
    const over = (a: Estimate, b: Estimate, c: Estimate, level: number) => {
      const list = [
        { id: 'drawn', inputs: { a, b, c } },
        { id: 'level', inputs: { a: level, b: 1, c: 1 } },
      ];
      return ranked(list, scorer, { trials }).initiatives.find(({ id }) => id === 'drawn')!.aboveCut / trials;
    };
    // P(ab > 1/4) = 3/4 - (ln 4)/4, and P(a/c > 1/2) with c from 1 to 2 is 5/8 - ... by integration: 1 - E(c)/2 = 1/4.
    expect(Math.abs(over(unit, unit, 1, 0.25) - (0.75 - Math.log(4) / 4))).toBeLessThan(slack(0.4));
    expect(Math.abs(over(unit, 1, { low: 1, high: 2 }, 0.5) - 0.25)).toBeLessThan(slack(0.25));
  });

  it('takes 10,000 trials unless said, and says what it was computed from', () => {
    const { trials: taken, seed, cut, scorer, fingerprint } = ranked(valued(1), byValue, { seed: 'a', cut: 3 });
    expect([taken, seed, cut, scorer.id]).toEqual([10_000, 'a', 3, 'by_value']);
    expect(fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('gives the same for the same input, and another fingerprint for any other', () => {
    const list = valued({ low: 1, high: 3 }, { low: 1, likely: 2, high: 3 });
    const base = ranked(list, byValue, { trials: 50 });
    expect(ranked(structuredClone(list), byValue, { trials: 50 })).toEqual(base);
    const others = [
      ranked(list, byValue, { trials: 51 }),
      ranked(list, byValue, { trials: 50, seed: 2 }),
      ranked(list, byValue, { trials: 50, seed: '1' }),
      ranked(list, byValue, { trials: 50, cut: 2 }),
      ranked(valued({ low: 1, high: 3 }, { low: 1, high: 3 }), byValue, { trials: 50 }),
      ranked([...list].reverse(), byValue, { trials: 50 }),
      ranked(list, defineScorer({ id: 'other', numerator: [{ input: 'value' }] }), { trials: 50 }),
    ];
    expect(new Set([base, ...others].map(({ fingerprint }) => fingerprint)).size).toBe(8);
  });

  it('draws for each initiative what it would draw in any other list', () => {
    const list = valued({ low: 0, high: 10 }, { low: 2, likely: 3, high: 9 });
    const level = { id: 'level', value: 4 };
    const above = (...initiatives: readonly ScorableInitiative[]) =>
      ranked(initiatives, byValue, { trials: 500 }).initiatives.find(({ id }) => id === 'i1')!.aboveCut;
    const alone = above(list[1]!, level);
    expect(above(level, list[1]!)).toBe(alone);
    expect(above(level, list[1]!, { id: 'low', value: { low: -2, high: -1 } })).toBe(alone);
    expect(above(...list, level)).toBeLessThan(alone);
  });

  it('puts equal scores of a trial in the order of the list', () => {
    const zero = defineScorer({
      id: 'own',
      numerator: [{ sum: [{ input: 'a' }, { input: 'b' }, { input: 'c', weight: -1 }] }, { input: 'd' }],
    });
    // 0.1 + 0.2 - 0.3 is 0 in decimals, and so is its product with anything.
    const none = { a: 0.1, b: 0.2, c: 0.3 };
    const list = [
      { id: 'drawn', inputs: { ...none, d: { low: 1, high: 2 } } },
      { id: 'known', inputs: { ...none, d: 1 } },
      { id: 'other', inputs: { ...none, d: { low: -3, high: 5 } } },
    ];
    expect(ranked(list, zero, { trials: 99 }).initiatives.map(({ id, ranks }) => [id, ranks])).toEqual([
      ['drawn', [{ rank: 1, count: 99 }]],
      ['known', [{ rank: 2, count: 99 }]],
      ['other', [{ rank: 3, count: 99 }]],
    ]);
  });

  it('does not draw what weighs nothing', () => {
    const scorer = defineScorer({
      id: 'own',
      numerator: [{ sum: [{ input: 'a' }, { input: 'b' }, { input: 'c', weight: 0 }] }],
    });
    const c = { low: 0, high: 1e308 };
    const list = [
      { id: 'x', inputs: { a: 0.1, b: 0.2, c } },
      { id: 'y', inputs: { a: 0.3, b: 0, c } },
    ];
    const { initiatives } = ranked(list, scorer, { trials: 20 });
    expect(initiatives.map(({ id, ranks, flips }) => [id, ranks, flips])).toEqual([
      ['x', [{ rank: 1, count: 20 }], []],
      ['y', [{ rank: 2, count: 20 }], []],
    ]);
  });

  it('leaves out what has no score, and says why', () => {
    const result = ranked([{ id: 'none' }, ...valued(1, { low: 3, high: 2 })], byValue, { trials: 5 });
    expect(result.initiatives.map(({ id }) => id)).toEqual(['i0']);
    expect(result.unscored).toEqual([
      { id: 'none', missing: ['value'], invalid: [] },
      { id: 'i1', missing: [], invalid: ['value'] },
    ]);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['capacity/invalid-estimate', 'capacity/missing-input']);
  });

  it.each<readonly [what: string, inputs: Record<string, Estimate>]>([
    ['a product', { a: { low: 1, likely: 1, high: 1e308 }, b: 10, c: 1 }],
    ['a product below 0', { a: { low: -1e308, likely: -1, high: -1 }, b: 10, c: 1 }],
    ['a quotient', { a: 1e300, b: 1, c: { low: 1e-300, likely: 1, high: 1 } }],
    ['the middle of a computation', { a: { low: 1e308, high: 1.1e308 }, b: 1e10, c: 1e300 }],
    ['a divisor that is rounded to 0', { a: { low: 1, high: 2 }, b: 1, c: 1e-320 }],
  ])('leaves out a score that %s could carry beyond all numbers', (_, inputs) => {
    const scorer = defineScorer({
      id: 'own',
      numerator: [{ input: 'a' }, { input: 'b' }],
      denominator: [{ input: 'c' }],
    });
    const { initiatives, unscored, diagnostics } = ranked([{ id: 'x', inputs }], scorer, { trials: 5 });
    expect(initiatives).toEqual([]);
    expect(unscored).toEqual([{ id: 'x', missing: [], invalid: ['a', 'b', 'c'] }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['capacity/score-overflow']);
  });

  it('leaves out a score whose divisor rounding could carry over 0', () => {
    const divisor = ['b', 'c', 'd', 'e'].map((input) => ({ input, weight: input === 'c' || input === 'd' ? -1 : 1 }));
    const scorer = defineScorer({ id: 'own', numerator: [{ input: 'a' }], denominator: [{ sum: divisor }] });
    // In floating point 0.3 - 0.1 - 0.2 is below 0.
    const inputs = { a: 1, b: 0.3, c: 0.1, d: 0.2, e: { low: 1e-18, high: 1 } };
    expect(ranked([{ id: 'x', inputs }], scorer, { trials: 5 })).toMatchObject({
      initiatives: [],
      unscored: [{ id: 'x' }],
    });
    expect(scoreInitiatives([{ id: 'x', inputs }], scorer)).toMatchObject({ ok: true, unscored: [] });
  });

  it('ranks an empty list, and one of which nothing has a score', () => {
    expect(ranked([], byValue)).toMatchObject({ initiatives: [], unscored: [], diagnostics: [] });
    expect(ranked([{ id: 'x' }], byValue)).toMatchObject({ initiatives: [], unscored: [{ id: 'x' }] });
  });

  it.each<readonly [options: object, message: string, hint: string]>([
    [
      { seed: Number.NaN },
      'seed is NaN, and no finite number or text',
      'give any number: equal ones give equal results',
    ],
    [
      { seed: undefined },
      'seed is undefined, and no finite number or text',
      'give any number: equal ones give equal results',
    ],
    [
      { seed: '\ud800' },
      'seed is "\\ud800", and no finite number or text',
      'give any number: equal ones give equal results',
    ],
    [{ cut: -1 }, 'cut is -1, and no whole number from 0', 'say how many initiatives are funded'],
    [{ cut: 1.5 }, 'cut is 1.5, and no whole number from 0', 'say how many initiatives are funded'],
    [{ cut: undefined }, 'cut is undefined, and no whole number from 0', 'say how many initiatives are funded'],
    [{ trials: 0 }, 'trials is 0, and no whole number of 1 to 1000000', 'leave it out for 10000'],
    [{ trials: 1_000_001 }, 'trials is 1000001, and no whole number of 1 to 1000000', 'leave it out for 10000'],
    [{ trials: '9' }, 'trials is "9", and no whole number of 1 to 1000000', 'leave it out for 10000'],
    [
      { limits: { initiatives: 0 } },
      'limits.initiatives is 0, and no whole number of 1 to 10000',
      'leave it out for 2000',
    ],
    [
      { limits: { initiatives: 10_001 } },
      'limits.initiatives is 10001, and no whole number of 1 to 10000',
      'leave it out for 2000',
    ],
    [{ sizes: {} }, 'sizes is an object, and no list', 'pass the sizes of the portfolio'],
  ])('refuses %j', (options, message, hint) => {
    const result = rankRobustness(valued(1), byValue, { seed: 1, cut: 1, ...options });
    const diagnostic = { code: 'capacity/invalid-scoring-options', severity: 'error', message, path: [], hint };
    expect(result).toEqual({ ok: false, diagnostics: [diagnostic] });
  });

  it.each<readonly [options: object]>([
    [{ seed: '' }],
    [{ seed: -0.5 }],
    [{ cut: 0 }],
    [{ cut: Number.MAX_SAFE_INTEGER }],
    [{ trials: 1 }],
    [{ limits: { initiatives: 1 } }],
    [{ limits: {} }],
    [{ limits: { initiatives: 10_000 } }],
    [{ sizes: [] }],
  ])('takes %j', (options) => {
    expect(rankRobustness(valued(1), byValue, { seed: 1, cut: 1, trials: 2, ...options }).ok).toBe(true);
  });

  it('lists every fault of options, and those of a list', () => {
    const options = { seed: Number.NaN, cut: -1, trials: 0, sizes: 1, limits: { initiatives: 0 } } as never;
    expect(rankRobustness(valued(1), byValue, options).diagnostics).toHaveLength(5);
    const twice = rankRobustness([{ id: 'x' }, { id: 'x' }], byValue, { seed: 1, cut: 1 });
    expect([twice.ok, twice.diagnostics.map(({ code }) => code)]).toEqual([false, ['capacity/scored-twice']]);
  });

  it('takes as many initiatives as it may, those without a score not counted', () => {
    const options = { seed: 1, cut: 1, trials: 1, limits: { initiatives: 2 } };
    expect(rankRobustness([{ id: 'x' }, ...valued(1, 2)], byValue, options).ok).toBe(true);
    expect(rankRobustness(valued(1, 2, 3), byValue, options)).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'capacity/too-many-to-rank',
          severity: 'error',
          message: '3 initiatives can be scored, and ranks are counted of at most 2',
          path: [],
          hint: 'take those near the cut line in the order of scoreInitiatives, or raise limits.initiatives',
        },
      ],
    });
  });

  it('reads sizes', () => {
    const scorer = defineScorer({ id: 'own', numerator: [{ input: 'demand', weight: -1 }] });
    const list = [
      { id: 'a', demand: [{ skill: 'any', days: 'S' }] },
      { id: 'b', demand: [{ skill: 'any', days: 2 }] },
    ];
    const { initiatives } = ranked(list, scorer, { sizes: [{ id: 'S', days: { low: 1, high: 5 } }], trials: 400 });
    expect(initiatives.map(({ id, score }) => [id, score])).toEqual([
      ['b', -2],
      ['a', -3],
    ]);
    expect(initiatives[1]?.flips).toEqual([
      { input: 'demand', likely: 3, at: 2, isBeyond: false, towards: 'low', other: 'b' },
    ]);
  });

  it('tells how far it is, in parts of as many trials as make 50,000 scores', () => {
    const told: RankProgress[] = [];
    ranked(valued(1, 2, 3, 4), byValue, { trials: 30_000, onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { done: 12_500, total: 30_000 },
      { done: 25_000, total: 30_000 },
      { done: 30_000, total: 30_000 },
    ]);
  });

  it('throws for a scorer that no door returned', () => {
    expect(() => rankRobustness([], {} as never, { seed: 1, cut: 1 })).toThrow(/expected a scorer/);
  });

  it('gives plain JSON', () => {
    const result = ranked(valued({ low: 1, high: 3 }, 2), byValue, { trials: 10 });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('the inputs that move an initiative over the cut line', () => {
  const rice = (id: string, reach: Estimate, more: Record<string, Estimate> = {}): ScorableInitiative => ({
    id,
    inputs: { reach, impact: 1, confidence: 0.5, effort: 2, ...more },
  });

  it('are each told with the value at which it changes sides', () => {
    const list = [
      rice('up', { low: 100, likely: 300, high: 900 }, { effort: { low: 1, likely: 2, high: 8 } }),
      rice('steady', { low: 390, likely: 400, high: 410 }, { confidence: { low: 0.49, likely: 0.5, high: 0.51 } }),
      rice('top', { low: 350, likely: 800, high: 900 }, { effort: { low: 1, likely: 2, high: 6 } }),
    ];
    const { initiatives } = ranked(list, scorers.rice, { cut: 2, trials: 10 });
    expect(initiatives.map(({ id, flips }) => [id, flips])).toEqual([
      ['top', [{ input: 'effort', likely: 2, at: 16 / 3, isBeyond: false, towards: 'high', other: 'up' }]],
      ['steady', []],
      [
        'up',
        [
          { input: 'reach', likely: 300, at: 400, isBeyond: false, towards: 'high', other: 'steady' },
          { input: 'effort', likely: 2, at: 1.5, isBeyond: false, towards: 'low', other: 'steady' },
        ],
      ],
    ]);
  });

  it.each<readonly [what: string, first: Estimate, second: Estimate, flips: readonly unknown[]]>([
    ['an end that only ties and comes first', { low: 1, high: 5 }, 5, [{ at: 5, isBeyond: false, towards: 'high' }]],
    ['an end that just falls short', { low: 1, high: 4.999 }, 5, []],
    ['a fall below', { low: 1, likely: 6, high: 7 }, 5, [{ at: 5, isBeyond: true, towards: 'low' }]],
    ['a fall to a tie, which the first wins', { low: 5, likely: 6, high: 7 }, 5, []],
    [
      'a tie that only has to be broken',
      { low: 1, likely: 5, high: 7 },
      5,
      [{ at: 5, isBeyond: true, towards: 'low' }],
    ],
  ])('know %s', (_, first, second, flips) => {
    const { initiatives } = ranked(valued(first, second), byValue, { trials: 1 });
    const told = initiatives.find(({ id }) => id === 'i0')!.flips;
    expect(told.map(({ at, isBeyond, towards }) => ({ at, isBeyond, towards }))).toEqual(flips);
  });

  it('know that of equal scores the later in the list is below', () => {
    const { initiatives } = ranked(valued(5, { low: 1, high: 5 }), byValue, { trials: 1 });
    expect(initiatives.map(({ flips }) => flips)).toEqual([[], []]);
    const tied = ranked(valued(5, { low: 1, likely: 5, high: 9 }), byValue, { trials: 1 });
    expect(tied.initiatives[1]?.flips).toEqual([
      { input: 'value', likely: 5, at: 5, isBeyond: true, towards: 'high', other: 'i0' },
    ]);
  });

  it('are none where nothing or everything is funded', () => {
    const list = valued({ low: 0, high: 10 }, { low: 0, high: 9 });
    for (const cut of [0, 2, 5]) {
      const { initiatives } = ranked(list, byValue, { cut, trials: 3 });
      expect(initiatives.map(({ flips, aboveCut }) => [flips.length, aboveCut])).toEqual([
        [0, cut === 0 ? 0 : 3],
        [0, cut === 0 ? 0 : 3],
      ]);
    }
  });

  it('are solved through weights, scales, sums and divisors, above and below 0', () => {
    const scorer = defineScorer({
      id: 'own',
      numerator: [
        {
          sum: [
            { input: 'a', weight: -0.5, scale: { from: 10, to: 0 } },
            { input: 'b', weight: 3 },
          ],
        },
        { input: 'c', weight: -2 },
      ],
      denominator: [
        {
          sum: [
            { input: 'd', scale: { from: 1, to: -3 } },
            { input: 'e', weight: 0.1 },
          ],
        },
        { input: 'f' },
      ],
    });
    // (-0.5 * (10 - a) / 10 + 3b) * -2c / (((1 - d) / 4 + 0.1e) * f): 12.5 with these.
    const likely = { a: 0, b: 1, c: -1, d: 0, e: 1.5, f: 1 };
    const wide = (at: number, reach = 8) => ({ low: at - reach, likely: at, high: at + reach });
    const flipsTo = (level: number, inputs: Record<string, Estimate>) => {
      const list = [
        { id: 'x', inputs: { ...likely, ...inputs } },
        { id: 'level', inputs: { ...likely, c: (-level * 0.4) / 5 } },
      ];
      const { initiatives } = ranked(list, scorer, { trials: 1 });
      return initiatives.find(({ id }) => id === 'x')!.flips.map(({ input, at }) => [input, at]);
    };
    expect(flipsTo(10, { b: wide(1, 0.5) })).toEqual([['b', 5 / 6]]);
    expect(flipsTo(10, { c: wide(-1) })).toEqual([['c', -0.8]]);
    expect(flipsTo(10, { e: wide(1.5, 0.9) })).toEqual([]);
    expect(flipsTo(10, { e: wide(1.5, 3) })).toEqual([['e', 2.5]]);
    expect(flipsTo(10, { f: wide(1, 0.5) })).toEqual([['f', 1.25]]);
    expect(flipsTo(10, { d: { low: -3, likely: 0, high: 1 } })).toEqual([['d', -0.4]]);
    expect(flipsTo(13, { a: { low: 0, likely: 0, high: 10 } })).toEqual([['a', 2]]);
  });

  it('are none where another factor is 0', () => {
    const scorer = defineScorer({ id: 'own', numerator: [{ input: 'a' }, { input: 'b' }] });
    const list = [
      { id: 'x', inputs: { a: 0, b: { low: -9, high: 9 } } },
      { id: 'y', inputs: { a: 1, b: 1 } },
    ];
    expect(ranked(list, scorer, { trials: 1 }).initiatives.map(({ flips }) => flips)).toEqual([[], []]);
  });
});

describe('rankRobustnessAsync', () => {
  const list = valued({ low: 1, high: 4 }, { low: 2, likely: 2, high: 5 }, 3, { low: 0, high: 9 });

  it('comes to the same, and tells the same progress', async () => {
    const told: [RankProgress[], RankProgress[]] = [[], []];
    const options = { seed: 9, cut: 2, trials: 12_600 };
    const atOnce = rankRobustness(list, byValue, { ...options, onProgress: (progress) => told[0].push(progress) });
    const inTurns = await rankRobustnessAsync(list, byValue, {
      ...options,
      onProgress: (progress) => told[1].push(progress),
    });
    expect(inTurns).toEqual(atOnce);
    expect(told[1]).toEqual(told[0]);
    expect(told[1]).toHaveLength(2);
  });

  it('can be aborted between two parts', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const running = rankRobustnessAsync(list, byValue, {
      seed: 9,
      cut: 2,
      trials: 1_000_000,
      signal: controller.signal,
      onProgress: ({ done }) => {
        told.push(done);
        controller.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(told).toEqual([12_500]);
  });

  it('gives diagnostics as a value, and is rejected for a scorer that no door returned', async () => {
    await expect(rankRobustnessAsync(list, byValue, { seed: 1, cut: -1 })).resolves.toMatchObject({ ok: false });
    await expect(rankRobustnessAsync(list, {} as never, { seed: 1, cut: 1 })).rejects.toThrow(/expected a scorer/);
  });
});
