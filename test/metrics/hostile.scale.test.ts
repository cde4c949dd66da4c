import { isDefinitionError, readJson } from 'keelson/foundation';
import { lintMetrics, type MetricFinding, parseMetrics, safeParseMetrics } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';

type Stored = Readonly<Record<string, unknown>>;

function metric(id: string, formula?: string, rest: Stored = {}): Stored {
  return { id, role: 'driver', unit: '1', ...(formula !== undefined && { formula }), ...rest };
}

function times<T>(count: number, make: (i: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** The findings of a tree that must open; of each code few, with true counts. */
function lint(metrics: readonly Stored[], rest: Stored = {}): readonly MetricFinding[] {
  return lintMetrics(parseMetrics({ schemaVersion: 1, id: 'hostile', version: '1', metrics, ...rest }), { max: 3 });
}

function count(findings: readonly MetricFinding[], code: string): number {
  return findings.filter((finding) => finding.code === `metrics/${code}`).reduce((sum, { count: n = 1 }) => sum + n, 0);
}

/** The codes that keep a text out. */
function refusals(text: string): readonly string[] {
  const json = readJson(text);
  const { diagnostics } = json.ok ? safeParseMetrics(json.value) : json;
  return [...new Set(diagnostics.map(({ code }) => code))];
}

const start = '{"schemaVersion":1,"id":"t","version":"1","metrics":[';
const one = '{"id":"a","role":"driver","unit":"1"}';

describe('a large tree', { timeout: 60_000 }, () => {
  it('is read from text, opened and linted: 100,000 metrics', () => {
    const metrics = times(100_000, (i) =>
      i < 90_000 ? metric(`m${i}`, `m${i + 1} * m${i + 2} / (m${i + 3} + 2.5 * m${i + 4})`) : metric(`m${i}`),
    );
    const json = readJson(JSON.stringify({ schemaVersion: 1, id: 't', version: '1', metrics }));
    const result = safeParseMetrics(json.ok && json.value);
    expect(result.ok && count(lintMetrics(result.value, { max: 3 }), 'unguarded-division')).toBe(90_000);
  });

  it('may be a chain of 100,000', () => {
    const findings = lint(times(100_000, (i) => (i === 99_999 ? metric(`m${i}`) : metric(`m${i}`, `m${i + 1} * 2`))));
    expect(count(findings, 'cycle')).toBe(0);
    expect(count(findings, 'missing-owner')).toBe(100_000);
  });

  it('may be a cycle of 50,000, which is one finding', () => {
    expect(count(lint(times(50_000, (i) => metric(`m${i}`, `m${(i + 1) % 50_000} * 2`))), 'cycle')).toBe(1);
  });

  it('may be one dense region of cycles', () => {
    const next = (i: number) => `m${(i + 1) % 50_000} * m${(i * 7 + 3) % 50_000} + m${(i * 13 + 11) % 50_000}`;
    const findings = lint(times(50_000, (i) => metric(`m${i}`, next(i))));
    expect(count(findings, 'cycle')).toBeGreaterThan(1);
    expect(findings.at(-1)).toBeDefined();
  });

  it('may be 100,000 ways to say the same', () => {
    const findings = lint([...times(100_000, (i) => metric(`m${i}`, 'x * y')), metric('x'), metric('y')]);
    expect(count(findings, 'equivalent-definition')).toBe(1);
    expect(findings.find(({ code }) => code === 'metrics/equivalent-definition')?.related).toHaveLength(99_999);
  });

  it('may have 100,000 goals on one metric', () => {
    const goals = times(100_000, (i) => ({ team: `t${i}`, metric: 'a', direction: i % 2 ? 'up' : 'down' }));
    expect(count(lint([metric('a', undefined, { role: 'outcome' })], { goals }), 'goal-without-target')).toBe(100_000);
  });

  it('may have goals on 20,000 metrics that all lead to one with 20,000 goals', () => {
    const findings = lint([metric('a', undefined, { role: 'outcome' }), ...times(20_000, (i) => metric(`m${i}`))], {
      influences: times(20_000, (i) => ({ from: `m${i}`, to: 'a', sign: '+', evidence: 'assumed' })),
      goals: times(40_000, (i) => ({ team: `t${i}`, metric: i < 20_000 ? 'a' : `m${i - 20_000}`, direction: 'up' })),
    });
    expect(count(findings, 'opposed-goals')).toBe(0);
  });

  it('may misspell 5,000 names in 5,000 ways', () => {
    const findings = lint(times(5_000, (i) => metric(`metric_${i}`, `metrik_${(i + 1) % 5_000}`)));
    expect(count(findings, 'unknown-reference')).toBe(5_000);
    expect(findings.find(({ code }) => code === 'metrics/unknown-reference')?.hint).toBe('did you mean metric_1?');
  });

  it('may have lists of 1,000 guardrails and components', () => {
    const names = (i: number) => times(1_000, (j) => `m${(i + j) % 1_000}`);
    const findings = lint(
      times(250, (i) =>
        metric(`m${i}`, i % 2 ? '1' : undefined, { guardrails: names(i), components: names(i), better: 'up' }),
      ),
    );
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('a formula', { timeout: 60_000 }, () => {
  it('may be 20,000 characters', () => {
    const formula = times(5_000, () => 'a')
      .join(' + ')
      .slice(0, 19_997);
    const findings = lint([metric('a'), metric('b', formula), metric('c', times(2_400, (i) => `x${i}`).join('+'))]);
    expect(count(findings, 'formula-syntax')).toBe(1);
    expect(count(findings, 'unknown-reference')).toBe(2_400);
  });

  it('may have thousands of faults', () => {
    const findings = lint(times(10, (i) => metric(`a${i}`, 'a ) '.repeat(5_000))));
    expect(count(findings, 'formula-syntax')).toBeGreaterThanOrEqual(10);
    expect(count(lint([metric('a', '('.repeat(20_000))]), 'formula-syntax')).toBeGreaterThan(0);
  });

  it.each([
    'x / lag()',
    'x / ratio(x)',
    'x / pow()',
    'x / min()',
    'lag() / ratio()',
    'x / abs()',
    'x / y.f()',
    "x / 'a'",
    'x / [x]',
    '!x / !x',
  ])('may be %s', (formula) => {
    const findings = lint([metric('x', undefined, { role: 'outcome' }), metric('a', formula)], {
      goals: [
        { team: 't', metric: 'a', direction: 'up' },
        { team: 't', metric: 'x', direction: 'down' },
      ],
    });
    expect(count(findings, 'formula-syntax')).toBeGreaterThan(0);
  });

  it('may nest calls to the limit, fifty times', () => {
    const nest = `${'min('.repeat(190)}x${', 1)'.repeat(190)}`;
    expect(count(lint([metric('x'), ...times(50, (i) => metric(`m${i}`, nest))]), 'equivalent-definition')).toBe(1);
  });

  it('may nest divisions to the limit', () => {
    const nest = `${'x / ('.repeat(190)}${times(1_000, () => 'x').join(' + ')}${')'.repeat(190)}`;
    expect(count(lint([metric('x'), ...times(10, (i) => metric(`m${i}`, nest))]), 'unguarded-division')).toBe(10);
  });

  it('may add 2,000 metrics that have goals, fifty times', () => {
    const sum = times(2_000, (i) => `x${i}`).join('+');
    const metrics = [
      ...times(2_000, (i) => metric(`x${i}`)),
      ...times(50, (i) => metric(`m${i}`, sum, { role: 'outcome' })),
    ];
    const goals = times(200, (i) => ({ team: 't', metric: `x${i}`, direction: 'up' }));
    expect(count(lint(metrics, { goals }), 'goal-without-target')).toBe(200);
  });
});

describe('what formulas compute', { timeout: 60_000 }, () => {
  /** Two chains in which each metric is the square of the one before. */
  const squares = (base: string, mirrored: string) => [
    metric('a0', base),
    metric('b0', mirrored),
    ...times(1_000, (i) => metric(`a${i + 1}`, `a${i} * a${i}`)),
    ...times(1_000, (i) => metric(`b${i + 1}`, `b${i} * b${i}`)),
    metric('x'),
    metric('y'),
  ];

  it.each([
    ['a number', 'x * 3', '3 * x'],
    ['a large number', 'x * 1e308', '1e308 * x'],
    ['a name', 'x * 1', '1 * x'],
    ['a sum', 'x + y', 'y + x'],
  ])('may square %s a thousand times', (_, base, mirrored) => {
    expect(count(lint(squares(base, mirrored)), 'equivalent-definition')).toBe(1_001);
  });

  it('may sum up 5,000 metrics one by one, twice', () => {
    const chain = (name: string) =>
      times(5_000, (i) => metric(`${name}${i}`, i === 0 ? 'x0 * 2' : `${name}${i - 1} + x${i}`));
    const findings = lint([...times(5_000, (i) => metric(`x${i}`)), ...chain('s'), ...chain('t')]);
    expect(count(findings, 'equivalent-definition')).toBe(5_000);
  });

  it('may have units of a thousand dimensions', () => {
    const findings = lint([
      ...times(1_000, (i) => metric(`x${i}`, undefined, { unit: `u${i}` })),
      ...times(1_000, (i) => metric(`p${i}`, i === 0 ? 'x0' : `p${i - 1} * x${i}`, { unit: '$' })),
      ...times(1_000, (i) => metric(`q${i}`, i === 0 ? 'x0' : `q${i - 1} * q${i - 1}`, { unit: '$' })),
    ]);
    expect(count(findings, 'unknown-unit')).toBe(2_000);
    expect(count(findings, 'unit-mismatch')).toBe(0);
  });
});

describe('a text', { timeout: 60_000 }, () => {
  it.each<[string, string, readonly string[]]>([
    ['nests 100,000 lists', `${start}${'['.repeat(100_000)}`, ['json/too-deep']],
    [
      'has a key __proto__',
      `${start}{"__proto__":{"role":"driver"},"id":"a","role":"driver","unit":"1"}]}`,
      ['shape/forbidden-key'],
    ],
    ['has a metric __proto__', `${start}{"id":"__proto__","role":"driver","unit":"1"}]}`, ['shape/invalid-name']],
    [
      'has half a surrogate pair',
      `${start}{"id":"a","label":"\\ud800","role":"driver","unit":"1"}]}`,
      ['json/ill-formed-text'],
    ],
    ['has NaN', `${start}{"id":"a","role":"driver","unit":"1","range":[NaN,1]}]}`, ['json/unknown-word']],
    [
      'has a number beyond all',
      `${start}{"id":"a","role":"driver","unit":"1","range":[1e999,1]}]}`,
      ['json/number-out-of-range'],
    ],
    ['has a key twice', `${start}{"id":"a","id":"b","role":"driver","unit":"1"}]}`, ['json/duplicate-key']],
    [
      'has a name of 10 MB',
      `${start}{"id":"${'a'.repeat(10_000_000)}","role":"driver","unit":"1"}]}`,
      ['shape/text-too-long'],
    ],
    ['has a key of 10 MB', `${start}{"${'a'.repeat(10_000_000)}":1}]}`, ['shape/text-too-long', 'shape/missing-key']],
    [
      'has a formula of 20,001 characters',
      `${start}{"id":"a","role":"driver","unit":"1","formula":"${'a'.repeat(20_001)}"}]}`,
      ['shape/text-too-long'],
    ],
    ['is no tree', `[${one}]`, ['shape/wrong-type']],
  ])('that %s is refused', (_, text, codes) => {
    expect(refusals(text)).toEqual(codes);
  });

  it('with faults in 100,000 metrics gives a thousand of them', () => {
    const metrics = times(100_000, () => ({ id: '1', role: 'x', unit: 5, formulaa: '' }));
    const result = safeParseMetrics({ schemaVersion: 1, id: 't', version: '1', metrics });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.length).toBeLessThanOrEqual(1_001);
  });
});

describe('a value', () => {
  const hostile: readonly (readonly [string, () => unknown])[] = [
    [
      'a getter that throws',
      () =>
        Object.defineProperty({}, 'metrics', {
          enumerable: true,
          get: () => {
            throw new Error('no');
          },
        }),
    ],
    [
      'a proxy that throws',
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('no');
            },
          },
        ),
    ],
    [
      'a circle',
      () => {
        const circle: Record<string, unknown> = {};
        circle['metrics'] = [circle];
        return circle;
      },
    ],
    ['a class instance', () => new Map([['metrics', []]])],
    ['a function', () => () => 1],
    ['undefined', () => undefined],
    ['null', () => null],
    ['a BigInt', () => 1n],
    ['NaN', () => Number.NaN],
    ['a sparse list', () => ({ schemaVersion: 1, id: 't', version: '1', metrics: new Array(5) })],
  ];

  it.each(hostile)('that is %s is refused without another exception', (_, make) => {
    const result = safeParseMetrics(make());
    expect(result.ok).toBe(false);
    expect(result.diagnostics.length).toBeGreaterThan(0);
    expect(() => parseMetrics(make())).toThrow(expect.toSatisfy(isDefinitionError));
  });
});
