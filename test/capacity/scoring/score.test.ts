import fc from 'fast-check';
import {
  defineScorer,
  type Initiative,
  parseScorer,
  type ScorableInitiative,
  type Scorer,
  type Scoring,
  type Size,
  scoreInitiatives,
  scorers,
} from 'keelson/capacity';
import { definitionOf, fingerprint } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { anyInitiatives, anyScorer } from './arbitraries.js';

function scored(initiatives: readonly unknown[], scorer: Scorer, sizes?: readonly Size[]): Scoring {
  const options = sizes === undefined ? {} : { sizes };
  const result = scoreInitiatives(initiatives as readonly ScorableInitiative[], scorer, options);
  if (!result.ok) throw new Error('the list was not read');
  return result;
}

/** The scores by id, in order. */
function scoresOf(initiatives: readonly unknown[], scorer: Scorer): readonly unknown[] {
  return scored(initiatives, scorer).ranked.map(({ id, score }) => [id, score]);
}

/** The faults of one initiative as code, path, message and hint. */
function faultsOf(initiative: object, scorer: Scorer, sizes?: readonly Size[]): readonly unknown[] {
  const { diagnostics } = scored([{ id: 'x', ...initiative }], scorer, sizes);
  return diagnostics.map(({ code, severity, path, message, hint }) => [code, severity, path.join('.'), message, hint]);
}

const reach = defineScorer({ id: 'reached', numerator: [{ input: 'reach' }] });
const byDemand = defineScorer({ id: 'worth', numerator: [{ input: 'value' }], denominator: [{ input: 'demand' }] });

describe('the scorers of the literature', () => {
  it.each<readonly [name: keyof typeof scorers, inputs: Record<string, number>, score: number]>([
    ['rice', { reach: 500, impact: 3, confidence: 1, effort: 2 }, 750],
    ['rice', { reach: 2000, impact: 0.25, confidence: 0.5, effort: 0.5 }, 500],
    ['rice', { reach: 1, impact: 1, confidence: 0.1, effort: 3 }, 1 / 30],
    ['ice', { impact: 8, confidence: 5, ease: 7 }, 280],
    ['wsjf', { businessValue: 8, timeCriticality: 5, riskReduction: 3, jobSize: 5 }, 3.2],
    ['costOfDelay', { costOfDelay: 30_000, weeks: 4 }, 7_500],
  ])('%s of %j', (name, inputs, score) => {
    expect(scoresOf([{ id: 'x', inputs }], scorers[name])).toEqual([['x', score]]);
  });
});

describe('scoreInitiatives', () => {
  it('shows what each input did', () => {
    const scorer = defineScorer({
      id: 'own',
      version: '3',
      numerator: [
        {
          sum: [
            { input: 'a', weight: 0.7, scale: { from: 0, to: 10 } },
            { input: 'b', weight: 0.3 },
          ],
        },
        { input: 'c', scale: { from: 5, to: 1 } },
      ],
      denominator: [{ input: 'd', weight: 2 }],
    });
    const inputs = { a: 3, b: { low: 1, high: 2 }, c: { low: 2, likely: 2, high: 4 }, d: 4 };
    const { ranked, scorer: reference, ok } = scored([{ id: 'x', inputs }], scorer);
    expect(ok).toBe(true);
    expect(reference).toEqual({ id: 'own', version: '3', fingerprint: fingerprint(definitionOf(scorer)) });
    expect(ranked).toEqual([
      {
        id: 'x',
        rank: 1,
        // (0.21 + 0.45) * 0.75 / 8
        score: 0.061875,
        terms: [
          { input: 'a', part: 'numerator', factor: 0, value: 3, weight: 0.7, contribution: 0.21 },
          {
            input: 'b',
            part: 'numerator',
            factor: 0,
            value: 1.5,
            interval: { low: 1, high: 2 },
            weight: 0.3,
            contribution: 0.45,
          },
          {
            input: 'c',
            part: 'numerator',
            factor: 1,
            value: 2,
            interval: { low: 2, likely: 2, high: 4 },
            weight: 1,
            contribution: 0.75,
          },
          { input: 'd', part: 'denominator', factor: 0, value: 4, weight: 2, contribution: 8 },
        ],
      },
    ]);
  });

  it('reads what an initiative of a portfolio has itself, unless its inputs have it', () => {
    const own: Initiative = {
      id: 'own',
      value: 120,
      demand: [
        { skill: 'backend', days: 40 },
        { skill: 'design', days: { low: 5, likely: 10, high: 20 } },
      ],
      costOfDelay: { perWeek: 5 },
    };
    expect(scoresOf([own], byDemand)).toEqual([['own', 2.4]]);
    expect(scoresOf([{ ...own, inputs: { value: 100, demand: 10 } }], byDemand)).toEqual([['own', 10]]);
    expect(scoresOf([{ ...own, inputs: { weeks: 2 } }], scorers.costOfDelay)).toEqual([['own', 2.5]]);
    expect(scoresOf([{ ...own, inputs: { weeks: 2, costOfDelay: 8 } }], scorers.costOfDelay)).toEqual([['own', 4]]);
  });

  it('adds up demands of every kind', () => {
    const sizes = [
      { id: 'S', days: { low: 1, high: 4 } },
      { id: 'M', days: { low: 5, likely: 6, high: 10 } },
    ];
    const valuesOf = (...days: readonly unknown[]) => {
      const demand = days.map((each) => ({ skill: 'any', days: each }));
      const [first] = scored([{ id: 'x', value: 1, demand }], byDemand, sizes).ranked;
      return [first?.terms[1]?.value, first?.terms[1]?.interval];
    };
    expect(valuesOf(0.1, 0.2)).toEqual([0.3, undefined]);
    expect(valuesOf('S')).toEqual([2.5, { low: 1, high: 4 }]);
    expect(valuesOf('S', 2)).toEqual([4.5, { low: 3, high: 6 }]);
    expect(valuesOf('S', 'S')).toEqual([5, { low: 2, high: 8 }]);
    expect(valuesOf('S', 'M')).toEqual([8.5, { low: 6, likely: 8.5, high: 14 }]);
    expect(valuesOf('M', 0.1, 'S')).toEqual([8.6, { low: 6.1, likely: 8.6, high: 14.1 }]);
  });

  it('puts higher scores first, equal ones in the order of the list, and names those', () => {
    const list = [3, 1, 3, 2, 1, 3].map((value, at) => ({ id: `i${at}`, inputs: { reach: value } }));
    const { ranked, ties } = scored(list, reach);
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['i0', 1],
      ['i2', 2],
      ['i5', 3],
      ['i3', 4],
      ['i1', 5],
      ['i4', 6],
    ]);
    expect(ties).toEqual([
      { score: 3, initiatives: ['i0', 'i2', 'i5'] },
      { score: 1, initiatives: ['i1', 'i4'] },
    ]);
  });

  it('computes with the decimals that are written: 0.1 and 0.2 tie with 0.3', () => {
    const sum = defineScorer({ id: 'total', numerator: [{ sum: [{ input: 'a' }, { input: 'b' }] }] });
    const { ties } = scored(
      [
        { id: 'two', inputs: { a: 0.1, b: 0.2 } },
        { id: 'one', inputs: { a: 0.3, b: 0 } },
        { id: 'middle', inputs: { a: { low: 0.1, high: 0.2 }, b: 0.15 } },
      ],
      sum,
    );
    expect(ties).toEqual([{ score: 0.3, initiatives: ['two', 'one', 'middle'] }]);
  });

  it('has no score for what lacks an input, and never one of 0', () => {
    const { ranked, unscored, diagnostics } = scored(
      [
        { id: 'a', inputs: { reach: 1, impact: 1 } },
        { id: 'b' },
        { id: 'c', inputs: { reach: 1, impact: 0, confidence: 1, effort: 1 } },
        { id: 'd', inputs: { reach: undefined, impact: 1, confidence: 1, efort: 1 } },
      ],
      scorers.rice,
    );
    expect(ranked.map(({ id, score }) => [id, score])).toEqual([['c', 0]]);
    expect(unscored).toEqual([
      { id: 'a', missing: ['confidence', 'effort'], invalid: [] },
      { id: 'b', missing: ['reach', 'impact', 'confidence', 'effort'], invalid: [] },
      { id: 'd', missing: ['reach', 'effort'], invalid: [] },
    ]);
    expect(diagnostics).toHaveLength(8);
    expect(diagnostics.at(-1)).toEqual({
      code: 'capacity/missing-input',
      severity: 'warning',
      path: [3, 'inputs'],
      message: '"d" has no effort, and so no score by rice',
      hint: 'is "efort" meant for it?',
    });
    expect(diagnostics[0]?.hint).toBe('give inputs.confidence');
  });

  it('does not take an input that the scorer counts elsewhere for a misspelt one', () => {
    const scorer = defineScorer({ id: 'own', numerator: [{ input: 'reach1' }, { input: 'reach2' }] });
    expect(faultsOf({ inputs: { reach1: 1 } }, scorer)).toMatchObject([
      ['capacity/missing-input', 'warning', '0.inputs', expect.any(String), 'give inputs.reach2'],
    ]);
  });

  const estimateHint = 'give a number, or an interval of low, likely and high';

  it.each<readonly [estimate: unknown, end: string]>([
    [Number.NaN, 'is NaN, which is no finite number'],
    [Number.NEGATIVE_INFINITY, 'is -Infinity, which is no finite number'],
    ['12', 'is "12", and no number or interval'],
    [null, 'is null, and no number or interval'],
    [true, 'is true, and no number or interval'],
    [() => 1, 'is a function, and no number or interval'],
    [{ low: 2, high: 1 }, 'is an interval that ends before it begins: 2 to 1'],
    [{ low: 1, likely: 0.5, high: 2 }, 'is an interval from 1 to 2 whose likeliest, 0.5, is outside of it'],
    [{ low: 1, likely: 3, high: 2 }, 'is an interval from 1 to 2 whose likeliest, 3, is outside of it'],
    [{ low: 1 }, 'is an interval whose high is absent, and no finite number'],
    [{ high: 1 }, 'is an interval whose low is absent, and no finite number'],
    [{ low: Number.NaN, high: 1 }, 'is an interval whose low is NaN, and no finite number'],
    [{ low: 1, likely: '2', high: 3 }, 'is an interval whose likely is "2", and no finite number'],
    [[1, 2], 'is an interval whose low is absent, and no finite number'],
    [{ low: [], high: 1 }, 'is an interval whose low is a list, and no finite number'],
    [{ low: {}, high: 1 }, 'is an interval whose low is an object, and no finite number'],
  ])('refuses %j as an estimate', (estimate, end) => {
    expect(faultsOf({ inputs: { reach: estimate } }, reach)).toEqual([
      ['capacity/invalid-estimate', 'error', '0.inputs.reach', `reach of "x" ${end}`, estimateHint],
    ]);
  });

  it.each<readonly [demand: unknown, end: string]>([
    ['S', 'is "S", and no list'],
    [[], 'is an empty list'],
    [[{ skill: 'a', days: 'XL' }], 'asks at place 0 for the size "XL", which is none of those given'],
    [
      [{ skill: 'a', days: 1 }, null],
      'asks at place 1 for days that cannot be counted: they are absent, and no number or interval',
    ],
    [
      [{ skill: 'a', days: Number.NaN }],
      'asks at place 0 for days that cannot be counted: they are NaN, which is no finite number',
    ],
  ])('refuses %j as a demand', (demand, end) => {
    expect(faultsOf({ value: 1, demand }, byDemand, [{ id: 'S', days: { low: 1, high: 2 } }])).toEqual([
      ['capacity/invalid-estimate', 'error', '0.demand', `demand of "x" ${end}`, estimateHint],
    ]);
  });

  it.each<readonly [initiative: object, path: string, message: string]>([
    [{ value: '1', demand: [{ skill: 'a', days: 1 }] }, '0.value', 'value of "x" is "1", and no number or interval'],
    [
      { value: 1, inputs: { demand: [] } },
      '0.inputs.demand',
      'demand of "x" is an interval whose low is absent, and no finite number',
    ],
  ])('names the place of what it read in %j', (initiative, path, message) => {
    expect(faultsOf(initiative, byDemand)).toMatchObject([
      ['capacity/invalid-estimate', 'error', path, message, estimateHint],
    ]);
  });

  it('names the place of a cost of delay', () => {
    const faults = faultsOf({ costOfDelay: { perWeek: -1 }, inputs: { weeks: 1 } }, scorers.costOfDelay);
    expect(faults).toMatchObject([
      [
        'capacity/input-out-of-range',
        'error',
        '0.costOfDelay.perWeek',
        'costOfDelay of "x" is -1, and has to be at least 0',
        'mend it, or use a scorer whose range of costOfDelay is another',
      ],
    ]);
    expect(scored([{ id: 'x', costOfDelay: null, inputs: { weeks: 1 } }], scorers.costOfDelay).unscored).toEqual([
      { id: 'x', missing: ['costOfDelay'], invalid: [] },
    ]);
  });

  it.each<readonly [term: object, estimate: unknown, wanted: string | undefined]>([
    [{ range: { min: 0 } }, -0.1, 'at least 0'],
    [{ range: { min: 0 } }, 0, undefined],
    [{ range: { above: 0 } }, 0, 'above 0'],
    [{ range: { above: 0 } }, 1e-9, undefined],
    [{ range: { max: 5 } }, 5, undefined],
    [{ range: { max: 5 } }, 5.1, 'at most 5'],
    [{ range: { min: 1, max: 5 } }, 0, '1 to 5'],
    [{ range: { min: 1, max: 5 } }, { low: 1, high: 5 }, undefined],
    [{ range: { min: 1, max: 5 } }, { low: 0.9, high: 5 }, '1 to 5'],
    [{ range: { min: 1, max: 5 } }, { low: 1, high: 5.1 }, '1 to 5'],
    [{ range: { above: 1, max: 5 } }, 1, 'above 1 and at most 5'],
    [{ scale: { from: 0, to: 10 } }, 10, undefined],
    [{ scale: { from: 0, to: 10 } }, 10.1, '0 to 10'],
    [{ scale: { from: 10, to: 2 } }, 2, undefined],
    [{ scale: { from: 10, to: 2 } }, 1.9, '2 to 10'],
    [{ scale: { from: 0, to: 10 }, range: { min: 3, max: 20 } }, 2, '3 to 10'],
    [{ scale: { from: 0, to: 10 }, range: { min: -3, max: 8 } }, 9, '0 to 8'],
    [{ scale: { from: 0, to: 10 }, range: { above: 0 } }, 0, 'above 0 and at most 10'],
    [{ scale: { from: 0, to: 10 }, range: { above: -1 } }, -0.5, '0 to 10'],
  ])('holds %j against %j', (term, estimate, wanted) => {
    const scorer = parseScorer({ schemaVersion: 1, id: 'own', version: '1', numerator: [{ input: 'a', ...term }] });
    const { low, high } =
      typeof estimate === 'number' ? { low: estimate, high: estimate } : (estimate as { low: number; high: number });
    const words = low === high ? low : `${low} to ${high}`;
    const fault = [
      'capacity/input-out-of-range',
      'error',
      '0.inputs.a',
      `a of "x" is ${words}, and has to be ${wanted}`,
      'mend it, or use a scorer whose range of a is another',
    ];
    expect(faultsOf({ inputs: { a: estimate } }, scorer)).toEqual(wanted === undefined ? [] : [fault]);
  });

  const difference = defineScorer({
    id: 'own',
    numerator: [{ input: 'a' }],
    denominator: [{ sum: [{ input: 'b' }, { input: 'c', weight: -1 }] }],
  });

  it.each<readonly [b: unknown, c: unknown, word: string | undefined]>([
    [2, 2, 'comes'],
    [2, 1, undefined],
    [1, 2, undefined],
    [{ low: 1, high: 3 }, 2, 'may come'],
    [{ low: 2, high: 3 }, 2, 'may come'],
    [{ low: 1, high: 2 }, 2, 'may come'],
    [{ low: 2.1, high: 3 }, { low: 1, high: 2 }, undefined],
    [{ low: 1, high: 2 }, { low: 2.1, high: 3 }, undefined],
    [3, { low: 1, high: 3 }, 'may come'],
    [0.3, 0.3, 'comes'],
  ])('says whether %j less %j may come to 0', (b, c, word) => {
    const message = `"x" is divided by b and c, which ${word} to 0`;
    const hint = 'keep what a score is divided by on one side of 0, all over its interval';
    const fault = ['capacity/division-by-zero', 'error', '0', message, hint];
    const { unscored } = scored([{ id: 'x', inputs: { a: 1, b, c } }], difference);
    expect(faultsOf({ inputs: { a: 1, b, c } }, difference)).toEqual(word === undefined ? [] : [fault]);
    expect(unscored).toEqual(word === undefined ? [] : [{ id: 'x', missing: [], invalid: ['b', 'c'] }]);
  });

  it('looks at each divisor', () => {
    const scorer = defineScorer({
      id: 'own',
      numerator: [{ input: 'a' }],
      denominator: [{ input: 'b' }, { input: 'c' }],
    });
    const inputs = { a: 1, b: 0, c: 0 };
    expect(scored([{ id: 'x', inputs }], scorer).unscored).toEqual([{ id: 'x', missing: [], invalid: ['b', 'c'] }]);
    const { diagnostics } = scored([{ id: 'x', inputs: { ...inputs, b: 1 } }], scorer);
    expect(diagnostics.map(({ message }) => message)).toEqual(['"x" is divided by c, which comes to 0']);
    expect(scoresOf([{ id: 'x', inputs: { a: 1, b: -2, c: 4 } }], scorer)).toEqual([['x', -0.125]]);
  });

  it('refuses scores beyond what a number can hold, and takes those that are not', () => {
    const product = defineScorer({
      id: 'own',
      numerator: [{ input: 'a' }, { input: 'b' }],
      denominator: [{ input: 'c' }],
    });
    const inputs = { a: 1e308, b: 1e308, c: 1e308 };
    expect(scoresOf([{ id: 'x', inputs }], product)).toEqual([['x', 1e308]]);
    expect(faultsOf({ inputs: { ...inputs, c: 1 } }, product)).toEqual([
      [
        'capacity/score-overflow',
        'error',
        '0',
        'the score of "x" is beyond what a number can hold',
        'give a, b, c in larger units',
      ],
    ]);
    expect(scored([{ id: 'x', inputs: { ...inputs, c: 1 } }], product).unscored).toEqual([
      { id: 'x', missing: [], invalid: ['a', 'b', 'c'] },
    ]);
    const weighty = defineScorer({
      id: 'own',
      numerator: [{ input: 'a', weight: 1e308 }],
      denominator: [{ input: 'b', weight: 1e308 }],
    });
    const { diagnostics } = scored([{ id: 'x', inputs: { a: 1e308, b: 1e308 } }], weighty);
    expect(diagnostics.map(({ code }) => code)).toEqual(['capacity/score-overflow']);
  });

  it('refuses a contribution beyond what a number can hold, though the score is not', () => {
    const scorer = defineScorer({
      id: 'own',
      numerator: [{ input: 'a', weight: 1e308 }],
      denominator: [{ input: 'b' }, { input: 'c' }],
    });
    const { unscored } = scored([{ id: 'x', inputs: { a: 1e308, b: 1e308, c: 1e308 } }], scorer);
    expect(unscored).toEqual([{ id: 'x', missing: [], invalid: ['a', 'b', 'c'] }]);
  });

  it.each([
    { low: 3, high: 3 },
    { low: 3, likely: 3, high: 3 },
  ])('takes %j for a known number', (estimate) => {
    const { ranked } = scored([{ id: 'x', inputs: { reach: estimate } }], reach);
    expect(ranked[0]?.terms).toEqual([
      { input: 'reach', part: 'numerator', factor: 0, value: 3, weight: 1, contribution: 3 },
    ]);
  });

  it('lists what has no score in the order of the list, whatever the reason', () => {
    const list = [
      { id: 'late', inputs: { a: 1e308 } },
      { id: 'none' },
      { id: 'wrong', inputs: { a: Number.NaN } },
      { id: 'fine', inputs: { a: 1 } },
    ];
    const { unscored, diagnostics } = scored(
      list,
      defineScorer({ id: 'own', numerator: [{ input: 'a', weight: 10 }] }),
    );
    expect(unscored.map(({ id, missing, invalid }) => [id, missing, invalid])).toEqual([
      ['late', [], ['a']],
      ['none', ['a'], []],
      ['wrong', [], ['a']],
    ]);
    expect(diagnostics.map(({ code, path }) => [code, path[0]])).toEqual([
      ['capacity/invalid-estimate', 2],
      ['capacity/score-overflow', 0],
      ['capacity/missing-input', 1],
    ]);
  });

  it.each<readonly [what: string, list: unknown, faults: readonly unknown[]]>([
    [
      'what is no list',
      { id: 'x' },
      [['capacity/unreadable-initiative', '', 'the initiatives are no list', 'pass a list of { id, inputs }']],
    ],
    [
      'entries without an id',
      [null, 7, { id: 1 }, {}, { id: 'a\nb' }, { id: 'fine' }],
      [
        ...[0, 1, 2, 3].map((place) => [
          'capacity/unreadable-initiative',
          `${place}.id`,
          `the initiative at place ${place} has no id`,
          'an id is a text of 1 to 256 characters without control characters',
        ]),
        [
          'capacity/unreadable-initiative',
          '4.id',
          'the initiative at place 4 has an id that is none, "a\\nb"',
          'an id is a text of 1 to 256 characters without control characters',
        ],
      ],
    ],
    [
      'an id that stands in it twice',
      [{ id: 'x' }, { id: 'y' }, { id: 'x' }],
      [
        [
          'capacity/scored-twice',
          '2.id',
          '"x" stands in the list twice, at places 0 and 2',
          'leave one out: a rank is of one initiative',
        ],
      ],
    ],
  ])('does not read %s', (_, list, faults) => {
    const result = scoreInitiatives(list as readonly ScorableInitiative[], reach);
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code, path, message, hint }) => [code, path.join('.'), message, hint])).toEqual(
      faults,
    );
  });

  it('says where an id stood first', () => {
    const { diagnostics } = scoreInitiatives([{ id: 'x' }, { id: 'x' }], reach);
    expect(diagnostics[0]?.related).toEqual([{ path: [0, 'id'], message: 'the first of this id' }]);
  });

  it('does not take sizes that are no list, and passes over odd ones', () => {
    const result = scoreInitiatives([], reach, { sizes: 'S' as never });
    expect(result).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'capacity/invalid-scoring-options',
          severity: 'error',
          message: 'sizes is "S", and no list',
          path: [],
          hint: 'pass the sizes of the portfolio',
        },
      ],
    });
    expect(scoreInitiatives([], reach, { sizes: [null] as never })).toMatchObject({ ok: true, ranked: [] });
  });

  it('throws for a scorer that no door returned', () => {
    expect(() => scoreInitiatives([], definitionOf(reach) as never)).toThrow(/expected a scorer/);
  });

  it('takes ids and inputs that every object has for names like others', () => {
    const list = [
      { id: '__proto__', inputs: { reach: 2 } },
      { id: 'constructor', inputs: { reach: 1 } },
      { id: 'toString', inputs: Object.create({ reach: 9 }) },
    ];
    const { ranked, unscored } = scored(list, reach);
    expect(ranked.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(unscored).toEqual([{ id: 'toString', missing: ['reach'], invalid: [] }]);
  });

  it('gives plain JSON', () => {
    const result = scored([{ id: 'x', inputs: { reach: { low: 1, high: 2 } } }, { id: 'y' }], reach);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('lists the first thousand faults of more initiatives, and no score of theirs', () => {
    const list = Array.from({ length: 2_400 }, (_, at) => ({
      id: `i${at}`,
      inputs: { reach: at % 2 === 0 ? at : Number.NaN },
    }));
    const { ranked, unscored, diagnostics } = scored(list, reach);
    expect([ranked.length, unscored.length, diagnostics.length]).toEqual([1_200, 1_200, 1_001]);
    expect(diagnostics.at(-1)?.message).toBe('200 further faults are not listed');
    expect(ranked[0]?.id).toBe('i2398');
  });

  it('changes no score when an initiative is added, and no order of the others', () => {
    fc.assert(
      fc.property(anyScorer, anyInitiatives, fc.nat(), (definition, initiatives, at) => {
        fc.pre(initiatives.length > 0);
        const scorer = parseScorer(definition);
        const all = scored(initiatives, scorer).ranked;
        const { id } = initiatives[at % initiatives.length]!;
        const rest = scored(
          initiatives.filter((each) => each.id !== id),
          scorer,
        ).ranked;
        const withoutRank = ({ rank: _, ...score }: (typeof all)[number]) => score;
        expect(rest.map(withoutRank)).toEqual(all.filter((each) => each.id !== id).map(withoutRank));
      }),
    );
  });

  it('adds terms to factors and multiplies those to the score', () => {
    fc.assert(
      fc.property(anyScorer, anyInitiatives, (definition, initiatives) => {
        for (const { score, terms } of scored(initiatives, parseScorer(definition)).ranked) {
          const sums = { numerator: [] as number[], denominator: [] as number[] };
          for (const { part, factor, contribution } of terms)
            sums[part][factor] = (sums[part][factor] ?? 0) + contribution;
          const product = (factors: readonly number[]) => factors.reduce((a, b) => a * b, 1);
          expect(score).toBeCloseTo(product(sums.numerator) / product(sums.denominator), 6);
        }
      }),
    );
  });
});
