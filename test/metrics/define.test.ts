import fc from 'fast-check';
import { definitionOf, isDefinitionError } from 'keelson/foundation';
import { defineMetrics, metricsToMermaid, parseMetrics, safeParseMetrics } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { anyFormula } from './formula-arbitrary.js';

const metric = { role: 'driver', unit: '1' } as const;

/** What `defineMetrics` throws for a literal that the compiler did not see. */
function refusal(literal: object): { readonly message: string; readonly paths: readonly unknown[] } {
  try {
    defineMetrics(literal as { readonly metrics: Record<string, never> });
  } catch (error) {
    if (isDefinitionError(error)) return { message: error.message, paths: error.diagnostics.map(({ path }) => path) };
    throw error;
  }
  throw new Error('it was defined');
}

describe('defineMetrics', () => {
  it('gives the stored form of a literal, with what holds unless said', () => {
    const tree = defineMetrics({ metrics: { b: metric, a: { ...metric, formula: 'b' } } });
    expect(definitionOf(tree)).toEqual({
      schemaVersion: 1,
      id: 'metrics',
      version: '1',
      metrics: [
        { id: 'b', ...metric },
        { id: 'a', ...metric, formula: 'b' },
      ],
    });
    expect(Object.keys(definitionOf(tree).metrics[0]!)[0]).toBe('id');
  });

  it('keeps everything else as it is', () => {
    const rest = {
      id: 'company',
      version: '2026-11',
      influences: [{ from: 'a', to: 'a', sign: '+', evidence: 'assumed' }],
      goals: [{ team: 'growth', metric: 'a', direction: 'up' }],
      suppressions: [{ code: 'metrics/orphan', reason: 'known' }],
      extra: { owner: ['x', null] },
      links: [{ rel: 'docs', href: 'https://example.com' }],
    } as const;
    expect(definitionOf(defineMetrics({ metrics: { a: metric }, ...rest }))).toEqual({
      schemaVersion: 1,
      metrics: [{ id: 'a', ...metric }],
      ...rest,
    });
  });

  it('names every fault by the key of its metric', () => {
    const { message, paths } = refusal({
      metrics: { orders: { role: 'drivr', unit: '' }, 'net revenue': metric, x: null, y: { ...metric, lable: 'Y' } },
      gaols: [],
    });
    expect(message.split('\n')).toEqual([
      '6 faults in the definition',
      '  metrics.orders.role must be "outcome", "driver", "input", "guardrail" or "activity", not the text "drivr" (did you mean "driver"?)',
      '  metrics.orders.unit must have at least 1 character, has 0',
      expect.stringMatching(/^ {2}metrics\["net revenue"\] has a character that no name has, " ": "net revenue" \(/),
      '  metrics.x must be an object, not null',
      '  metrics.y.lable is not a key that is known here (did you mean "label"?)',
      '  and 1 more',
    ]);
    expect(paths).toEqual([
      ['metrics', 'orders', 'role'],
      ['metrics', 'orders', 'unit'],
      ['metrics', 'net revenue'],
      ['metrics', 'x'],
      ['metrics', 'y', 'lable'],
      ['gaols'],
    ]);
  });

  it.each<[literal: object, line: string]>([
    [{}, 'metrics is missing (expected a list)'],
    [{ metrics: 'all' }, 'metrics must be a list, not the text "all"'],
    [
      { metrics: { a: { id: 'a', ...metric } } },
      'metrics.a.id is not a key that is known here (remove it: the id of a metric is the key that it stands under)',
    ],
    [
      { metrics: { a: { ...metric, range: [Number.NaN, 1] } } },
      'metrics.a.range[0] is NaN: only finite numbers can be stored',
    ],
    [
      { metrics: { a: metric }, goals: [{ team: 't', metric: 'a', direction: 'sideways' }] },
      'goals[0].direction must be "up" or "down"',
    ],
    [{ metrics: { max: metric } }, 'metrics.max is a reserved word: "max"'],
    [{ metrics: { ['__proto__']: metric } }, 'metrics.__proto__ is a reserved word: "__proto__"'],
    [{ metrics: { '1a': metric } }, 'metrics["1a"] starts with a digit: "1a"'],
  ])('refuses %j', (literal, line) => {
    const [count, fault] = refusal(literal).message.split('\n  ');
    expect(count).toBe('1 fault in the definition');
    expect(fault).toContain(line);
  });

  it('defines a tree of no metrics', () => {
    expect(definitionOf(defineMetrics({ metrics: {} })).metrics).toEqual([]);
  });
});

describe('parseMetrics', () => {
  const stored = { schemaVersion: 1, id: 'company', version: '1', metrics: [{ id: 'a', role: 'driver', unit: '1' }] };

  it('gives the tree of stored data, frozen and apart from it', () => {
    const given = structuredClone(stored);
    const tree = parseMetrics(given);
    given.metrics[0]!.id = 'changed';
    expect(definitionOf(tree)).toEqual(stored);
    expect(Object.isFrozen(definitionOf(tree).metrics[0])).toBe(true);
  });

  it('throws what safeParseMetrics gives', () => {
    const broken = { ...stored, metrics: [{ id: 'a', role: 'driver' }] };
    const result = safeParseMetrics(broken);
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([{ code: 'shape/missing-key', path: ['metrics', 0, 'unit'] }]);
    expect(() => parseMetrics(broken)).toThrow('metrics[0].unit is missing (expected a text)');
  });

  it('opens a tree whose names and formulas are wrong', () => {
    const odd = {
      ...stored,
      metrics: [{ ...stored.metrics[0], formula: 'a + missing )', unit: '$' }, stored.metrics[0]],
    };
    expect(safeParseMetrics(odd)).toMatchObject({ ok: true, diagnostics: [] });
  });

  it('keeps to the limits it is given', () => {
    expect(safeParseMetrics(stored, { limits: { values: 3 } }).ok).toBe(false);
    expect(() => parseMetrics(stored, { limits: { depth: 1 } })).toThrow(/1 fault in the definition/);
  });

  it('reads back what it stored, as the same tree', () => {
    fc.assert(
      fc.property(fc.array(anyFormula, { maxLength: 4 }), (formulas) => {
        const metrics = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, role: 'driver', unit: '1' }));
        const tree = parseMetrics({
          ...stored,
          metrics: [...metrics, ...formulas.map((formula, i) => ({ ...stored.metrics[0], id: `m${i}`, formula }))],
        });
        const again = parseMetrics(definitionOf(tree));
        expect(definitionOf(again)).toEqual(definitionOf(tree));
        expect(definitionOf(parseMetrics(JSON.parse(JSON.stringify(tree))))).toEqual(definitionOf(tree));
        expect(metricsToMermaid(again)).toBe(metricsToMermaid(tree));
      }),
      { numRuns: 50 },
    );
  });
});
