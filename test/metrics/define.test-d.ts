import { defineMetrics, type MetricInput, type MetricTree, parseMetrics, safeParseMetrics } from 'keelson/metrics';
import { describe, expectTypeOf, it } from 'vitest';

const b = { role: 'input', unit: '1' } as const satisfies MetricInput;

type Ten<Text extends string> = `${Text}${Text}${Text}${Text}${Text}${Text}${Text}${Text}${Text}${Text}`;
type Long = `a + ${Ten<Ten<Ten<'b'>>>}`;

describe('defineMetrics', () => {
  it('gives the names and the teams, and nothing else', () => {
    const tree = defineMetrics({
      metrics: { orders: { role: 'driver', unit: 'order', formula: 'sessions * rate' }, sessions: b, rate: b },
      goals: [
        { team: 'growth', metric: 'orders', direction: 'up' },
        { team: 'web', metric: 'rate', direction: 'up' },
      ],
    });
    expectTypeOf(tree).toEqualTypeOf<MetricTree<'orders' | 'sessions' | 'rate', 'growth' | 'web'>>();
    expectTypeOf(tree).toExtend<MetricTree>();
  });

  it('gives no team where there are no goals', () => {
    expectTypeOf(defineMetrics({ metrics: { b } })).toEqualTypeOf<MetricTree<'b', never>>();
    expectTypeOf(defineMetrics({ metrics: {} })).toExtend<MetricTree>();
  });

  it('reads a formula however it is spaced', () => {
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: 'b*b' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: '  b\t*\tb\n+ b\r\n' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: '-b*-(b)/((b))' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: `b * b` }, b } });
  });

  it('takes numbers, functions and quoted words for what they are', () => {
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: '1e3*b + 1E-3 / .5 - 1e+3' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: 'min(b,max(b,abs(b)),sqrt(b))' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: "ratio(b, pow(b, 2), 'zero')" }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: 'ratio(b,coalesce(b,0),"null")' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: "lag(a, 1, 'month') + b" }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: 'lag(b,1,"week")' }, b } });
  });

  it('leaves to run time what it cannot read', () => {
    const text: string = 'anything';
    const long = '' as Long;
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: text }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: long }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: '' }, b } });
    defineMetrics({ metrics: { a: { role: 'driver', unit: '1', formula: 'b b ) %' }, b } });
  });

  it('takes every key of a metric and of a tree', () => {
    const tree = defineMetrics({
      schemaVersion: 1,
      id: 'company',
      version: '2026-11',
      metrics: {
        a: {
          ...{ role: 'outcome', of: 'user', unit: 'USD/order', scale: 'percent', label: 'A', description: 'a' },
          ...{ question: 'why?', better: 'range', band: [1, 2], range: [0, null], formula: 'b', components: ['b'] },
          ...{ grains: ['week', 'month'], window: { length: 28, unit: 'day' }, accumulation: 'flow' },
          ...{ additive: { over: ['time'], notOver: [] }, dimensions: ['region'], filter: 'f' },
          ...{ source: { system: 'crm', text: 'orders' }, owner: 'x', owners: ['x', 'y'], guardrails: ['b'] },
          ...{ status: 'deprecated', replacedBy: 'b', effectiveFrom: '2026-01-01', reviewBy: '2027-01-01' },
          ...{ extra: { any: ['json', null] }, links: [{ rel: 'docs', href: 'https://example.com' }] },
        },
        b,
      },
      influences: [
        { from: 'b', to: 'a', sign: '+', strength: 1, lag: { length: 1, unit: 'week' }, evidence: 'assumed' },
      ],
      goals: [{ team: 't', metric: 'a', direction: 'up', baseline: 1, target: 2, due: '2027-01-01', weight: 1 }],
      suppressions: [{ code: 'metrics/orphan', metric: 'b', reason: 'known', until: '2027-01-01' }],
      extra: { host: true },
      links: [],
    });
    expectTypeOf(tree).toEqualTypeOf<MetricTree<'a' | 'b', 't'>>();
  });

  it('takes constants that were kept apart', () => {
    const metrics = {
      a: { role: 'driver', unit: '1', formula: 'b * 2', guardrails: ['b'] },
      b: { role: 'input', unit: '1' },
    } as const satisfies Record<string, MetricInput>;
    const goals = [{ team: 't', metric: 'a', direction: 'up' }] as const;
    expectTypeOf(defineMetrics({ metrics, goals })).toEqualTypeOf<MetricTree<'a' | 'b', 't'>>();
  });
});

describe('parseMetrics', () => {
  it('gives a tree of any names', () => {
    expectTypeOf(parseMetrics({})).toEqualTypeOf<MetricTree>();
    const result = safeParseMetrics({});
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<MetricTree>();
    else expectTypeOf(result).not.toHaveProperty('value');
  });
});
