import * as fc from 'fast-check';
import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../oracle/walks.js';
import { lintExample } from '../lint-tree.js';
import { signedTree } from '../signed-tree.js';

const code = 'metrics/guardrail-same-direction';

const up = { better: 'up' } as const;
const down = { better: 'down' } as const;

describe(code, () => {
  it('finds a guardrail that rises by itself, and names what it hides', () => {
    const metrics = {
      orders: { ...up, guardrails: ['refund_rate', 'revenue'] },
      revenue: { ...up, formula: 'orders * order_value + shipping' },
      order_value: {},
      shipping: {},
      refund_rate: down,
    };
    expect(lintExample({ metrics }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'orders',
        message: 'revenue gets better by itself when orders does, so that as a guardrail it warns late or never',
        path: ['metrics', 0, 'guardrails', 1],
        hint: 'guard orders by what else revenue is made of: order_value and shipping',
        related: [{ path: ['metrics', 1], message: 'revenue is the guardrail' }],
      },
    ]);
  });

  it.each<[string, string]>([
    ['nothing else', 'orders * 30'],
    ['what the metric moves too', 'orders + invoices'],
  ])('says what to look for where the guardrail is made of %s', (_, formula) => {
    const metrics = {
      orders: { ...up, guardrails: ['revenue'] },
      revenue: { ...up, formula },
      invoices: { formula: 'orders' },
    };
    expect(lintExample({ metrics }, code)).toMatchObject([
      { hint: 'choose what could get worse while orders gets better' },
    ]);
  });

  it('finds a metric that is its own guardrail', () => {
    expect(lintExample({ metrics: { orders: { ...up, guardrails: ['orders'] } } }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'orders',
        message: 'orders is its own guardrail',
        path: ['metrics', 0, 'guardrails', 0],
        hint: 'choose what could get worse while orders gets better',
      },
    ]);
  });

  it('finds a guardrail that is named twice once', () => {
    const metrics = { orders: { ...up, guardrails: ['revenue', 'revenue'] }, revenue: { ...up, formula: 'orders' } };
    expect(lintExample({ metrics }, code).map(({ path }) => path.at(-1))).toEqual([0]);
  });

  it.each<[string, ExampleMetric, ExampleMetric, number]>([
    ['both better up, rising together', up, { ...up, formula: 'orders' }, 1],
    ['both better down, rising together', down, { ...down, formula: 'orders' }, 1],
    ['opposite, rising together', up, { ...down, formula: 'orders' }, 0],
    ['both better up, one falling', up, { ...up, formula: '0 - orders' }, 0],
    ['opposite, one falling', up, { ...down, formula: '0 - orders' }, 1],
    ['in a direction that depends on the values', up, { ...up, formula: 'orders - orders * waste' }, 0],
    ['without any effect', up, up, 0],
    [
      'where the metric has no direction, which is for metrics/undeclared-direction',
      {},
      { ...up, formula: 'orders' },
      0,
    ],
    ['where the guardrail has none', up, { formula: 'orders' }, 0],
    ['where the metric is good within a range', { better: 'range' }, { ...up, formula: 'orders' }, 0],
    ['where the guardrail is good within a range', up, { better: 'range', formula: 'orders' }, 0],
    ['where the metric is retired', { ...up, status: 'retired' }, { ...up, formula: 'orders' }, 0],
    ['where the guardrail is retired', up, { ...up, formula: 'orders', status: 'retired' }, 0],
  ])('compares the directions: %s', (_, orders, revenue, findings) => {
    const metrics = { orders: { ...orders, guardrails: ['gone', 'revenue'] }, revenue, waste: {} };
    expect(lintExample({ metrics }, code)).toHaveLength(findings);
  });

  it('is silent about what the metric is made of: it can fall while the metric rises', () => {
    const metrics = { orders: up, revenue: { ...up, formula: 'orders * 30', guardrails: ['orders'] } };
    expect(lintExample({ metrics }, code)).toEqual([]);
  });

  it('equals the twin that tries every walk', () => {
    const better = fc.constantFrom<('up' | 'down' | 'range')[]>('up', 'down', 'range');
    const tree = signedTree(true).chain((signed) =>
      fc.record({
        signed: fc.constant(signed),
        directions: fc.array(better, { minLength: signed.count, maxLength: signed.count }),
        guardrail: fc.array(fc.nat(signed.count - 1), { minLength: signed.count, maxLength: signed.count }),
      }),
    );
    const directionOf = { up: 1, down: -1, range: 0 };
    fc.assert(
      fc.property(tree, ({ signed: { count, edges, metrics, influences }, directions, guardrail }) => {
        const guarded = metrics.map((metric, i) =>
          i < count ? { ...metric, better: directions[i]!, guardrails: [`m${guardrail[i]}`] } : metric,
        );
        const expected = directions.flatMap((better, i) => {
          const sign = guardrail[i] === i ? 1 : (effectOf(edges, count, i, guardrail[i]!) ?? 0);
          const follows = directionOf[better] * sign;
          return follows !== 0 && follows === directionOf[directions[guardrail[i]!]!] ? [`m${i}`] : [];
        });
        expect(lintExample({ metrics: guarded, influences }, code).map(({ metric }) => metric)).toEqual(expected);
      }),
    );
  });

  it('says how far it came in a tree that is too large', () => {
    const length = 2_500;
    const metrics: MetricExample['metrics'] = Array.from({ length }, (_, i) => ({
      id: `m${i}`,
      better: 'up',
      guardrails: [`m${length - 1}`],
      ...(i > 0 && { formula: `m${i - 1}` }),
    }));
    const found = lintExample({ metrics }, code, { max: length });
    expect(found.at(-1)).toEqual({
      code,
      severity: 'warning',
      message: 'guardrails were checked as far as m438, not with it; the tree is too large for the rest',
      path: ['metrics'],
      hint: 'check parts of the tree by themselves',
    });
    expect(found).toHaveLength(439);
  });
});
