import { defineScorer, parseScorer, type Scorer, type ScorerFactor, safeParseScorer, scorers } from 'keelson/capacity';
import { definitionOf } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

function faultsOf(factors: { readonly numerator?: unknown; readonly denominator?: unknown }): readonly unknown[] {
  const input = { schemaVersion: 1, id: 'own', version: '1', numerator: [{ input: 'reach' }], ...factors };
  const result = safeParseScorer(input);
  expect(result.ok).toBe(false);
  return result.diagnostics.map(({ code, path, message, hint }) => [code, path.join('.'), message, hint]);
}

describe('defineScorer', () => {
  it('fills in the version of the shape and its own', () => {
    const scorer = defineScorer({ id: 'own', numerator: [{ input: 'reach' }] });
    expect(definitionOf(scorer)).toEqual({
      schemaVersion: 1,
      id: 'own',
      version: '1',
      numerator: [{ input: 'reach' }],
    });
  });

  it('keeps the versions that are given, and all else', () => {
    const literal = {
      schemaVersion: 1,
      id: 'own',
      version: '7',
      label: 'Own',
      numerator: [{ sum: [{ input: 'a', weight: 2, range: { min: 0 }, scale: { from: 0, to: 5 } }] }],
      denominator: [],
      extra: [1],
      links: [{ rel: 'about', href: 'urn:own' }],
    } as const;
    expect(definitionOf(defineScorer(literal))).toEqual(literal);
    expect(JSON.parse(JSON.stringify(parseScorer(literal)))).toEqual(literal);
  });

  it('throws every fault of a literal', () => {
    const numerator: readonly ScorerFactor[] = [{ input: 'a' }, { input: 'a', scale: { from: 1, to: 1 } }];
    expect(() => defineScorer({ id: 'own', numerator })).toThrow(/2 faults.*repeats a.*has no length/s);
    expect(() => parseScorer({})).toThrow(/faults in the definition/);
  });
});

describe('safeParseScorer', () => {
  it('has nothing to say of a scorer that is right', () => {
    const stored = definitionOf(scorers.rice);
    expect(safeParseScorer(stored)).toMatchObject({ ok: true, diagnostics: [] });
  });

  const hint = 'count each input once: then a score moves one way when one input does';

  it.each<readonly [what: string, factors: object, faults: readonly unknown[]]>([
    [
      'an input that counts above and below',
      { denominator: [{ sum: [{ input: 'effort' }, { input: 'reach' }] }] },
      [
        [
          'capacity/repeated-input',
          'denominator.0.sum.1.input',
          'denominator[0].sum[1].input repeats reach, which numerator[0].input counts already',
          hint,
        ],
      ],
    ],
    [
      'an input that counts three times',
      { numerator: [{ input: 'a' }, { input: 'a' }, { sum: [{ input: 'a' }] }] },
      [
        [
          'capacity/repeated-input',
          'numerator.1.input',
          'numerator[1].input repeats a, which numerator[0].input counts already',
          hint,
        ],
        [
          'capacity/repeated-input',
          'numerator.2.sum.0.input',
          'numerator[2].sum[0].input repeats a, which numerator[0].input counts already',
          hint,
        ],
      ],
    ],
    [
      'ranges in which nothing is',
      {
        numerator: [
          { input: 'a', range: { min: 2, max: 1 } },
          { input: 'b', range: { above: 1, max: 1 } },
          { input: 'c', range: { min: 1, above: 0 } },
        ],
      },
      [
        [
          'capacity/empty-range',
          'numerator.0.range',
          'the range of a is empty: from 2 to 1',
          'give the smaller end first',
        ],
        [
          'capacity/empty-range',
          'numerator.1.range',
          'the range of b is empty: above 1 to 1',
          'give the smaller end first',
        ],
        [
          'capacity/empty-range',
          'numerator.2.range',
          'the range of c begins twice, at 1 and above 0',
          'give min or above',
        ],
      ],
    ],
    [
      'a scale without length',
      { numerator: [{ input: 'a', scale: { from: 3, to: 3 } }] },
      [
        [
          'capacity/empty-range',
          'numerator.0.scale',
          'the scale of a has no length: both ends are 3',
          'let from be what counts as 0, and to what counts as 1',
        ],
      ],
    ],
  ])('refuses %s', (_, factors, faults) => {
    expect(faultsOf(factors)).toEqual(faults);
  });

  it('says where an input stood first', () => {
    const numerator = [{ input: 'a' }, { input: 'a' }];
    const [fault] = safeParseScorer({ schemaVersion: 1, id: 'own', version: '1', numerator }).diagnostics;
    expect(fault?.related).toEqual([{ path: ['numerator', 0, 'input'], message: 'the first of this input' }]);
  });

  it.each<readonly [what: string, range: object]>([
    ['one point', { min: 1, max: 1 }],
    ['no end', { above: -1 }],
    ['no beginning', { max: -1 }],
    ['nothing said', {}],
    ['what is just above', { above: 1, max: 1.001 }],
  ])('takes a range of %s', (_, range) => {
    const numerator = [{ input: 'a', range }];
    expect(safeParseScorer({ schemaVersion: 1, id: 'own', version: '1', numerator }).ok).toBe(true);
  });

  it.each<readonly [what: string, factors: object]>([
    ['no factor', { numerator: [] }],
    ['a sum of nothing', { numerator: [{ sum: [] }] }],
    ['more factors than are taken', { numerator: Array.from({ length: 6 }, (_, at) => ({ input: `a${at}` })) }],
    [
      'more terms than are taken',
      { numerator: [{ sum: Array.from({ length: 31 }, (_, at) => ({ input: `a${at}` })) }] },
    ],
    ['more divisors than are taken', { denominator: Array.from({ length: 6 }, (_, at) => ({ input: `a${at}` })) }],
    ['a formula', { numerator: 'reach * impact' }],
    ['an input that is no name', { numerator: [{ input: 'reach per week' }] }],
    ['an input that every object has', { numerator: [{ input: '__proto__' }] }],
    ['a weight that is no number', { numerator: [{ input: 'a', weight: Number.NaN }] }],
    ['an infinite scale', { numerator: [{ input: 'a', scale: { from: 0, to: Number.POSITIVE_INFINITY } }] }],
    ['a key that is unknown', { numerator: [{ input: 'a', wieght: 1 }] }],
    ['a sum beside an input', { numerator: [{ input: 'a', sum: [{ input: 'b' }] }] }],
  ])('refuses %s', (_, factors) => {
    expect(faultsOf(factors)).not.toEqual([]);
  });

  it('lists as many faults as it may', () => {
    const numerator = Array.from({ length: 5 }, () => ({ input: 'a' }));
    const input = { schemaVersion: 1, id: 'own', version: '1', numerator };
    const { diagnostics } = safeParseScorer(input, { limits: { faults: 2 } });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'capacity/repeated-input',
      'capacity/repeated-input',
      'shape/too-many-faults',
    ]);
  });
});

describe('scorers', () => {
  it.each(Object.entries(scorers))('has %s as data that its own door takes', (_, scorer) => {
    const stored = JSON.parse(JSON.stringify(scorer));
    expect(stored).toEqual(definitionOf(scorer));
    expect(definitionOf(parseScorer(stored))).toEqual(stored);
  });

  it('cannot be changed', () => {
    const { numerator } = definitionOf(scorers.wsjf);
    const frozen = [scorers, numerator, numerator[0], ...Object.values(numerator[0]!)];
    expect(frozen.map(Object.isFrozen)).toEqual(frozen.map(() => true));
  });

  it('has the factors and the ranges of the literature', () => {
    const words = Object.values<Scorer>({ ...scorers }).map((scorer) => {
      const { id, label, numerator, denominator = [] } = definitionOf(scorer);
      const factor = (each: ScorerFactor) =>
        ('sum' in each ? each.sum : [each]).map(({ input, range }) => `${input} ${JSON.stringify(range)}`).join(' + ');
      return [id, label, numerator.map(factor), denominator.map(factor)];
    });
    expect(words).toEqual([
      ['rice', 'RICE', ['reach {"min":0}', 'impact {"min":0}', 'confidence {"min":0,"max":1}'], ['effort {"above":0}']],
      ['ice', 'ICE', ['impact {"min":1,"max":10}', 'confidence {"min":1,"max":10}', 'ease {"min":1,"max":10}'], []],
      [
        'wsjf',
        'WSJF',
        ['businessValue {"min":0} + timeCriticality {"min":0} + riskReduction {"min":0}'],
        ['jobSize {"above":0}'],
      ],
      ['cost_of_delay', 'Cost of delay by duration', ['costOfDelay {"min":0}'], ['weeks {"above":0}']],
    ]);
  });
});
