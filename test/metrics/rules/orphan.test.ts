import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/orphan';

/** A tree in which everything but `page_views` is connected. */
function find(page_views: ExampleMetric, more: Partial<MetricExample> = {}) {
  const { metrics, ...rest } = more;
  return lintExample(
    { metrics: { revenue: { formula: 'orders' }, orders: {}, page_views, ...metrics }, ...rest },
    code,
  );
}

describe(code, () => {
  it('finds a metric that nothing is connected to', () => {
    expect(find({})).toEqual([
      {
        code,
        severity: 'info',
        metric: 'page_views',
        message: 'page_views is connected to no other metric, has no goal and answers no question',
        path: ['metrics', 2],
        hint: 'connect it by a formula or an influence, say which question it answers, or retire it',
      },
    ]);
  });

  it.each<[string, ExampleMetric]>([
    ['has a formula', { formula: 'orders' }],
    ['declares components', { components: ['orders'] }],
    ['has guardrails', { guardrails: ['orders'] }],
    ['answers a question', { question: 'Do people find us?' }],
    ['is retired', { status: 'retired' }],
    ['is deprecated', { status: 'deprecated' }],
  ])('is silent on a metric that %s', (_, page_views) => {
    expect(find(page_views)).toEqual([]);
  });

  it.each<[string, Partial<MetricExample>]>([
    ['is a component', { metrics: { x: { formula: 'page_views' } } }],
    ['is a lagged component', { metrics: { x: { formula: "lag(page_views, 1, 'month')" } } }],
    ['is a guardrail', { metrics: { x: { guardrails: ['page_views'] } } }],
    ['replaces another', { metrics: { x: { status: 'deprecated', replacedBy: 'page_views' } } }],
    ['moves another', { influences: [{ from: 'page_views', to: 'orders', sign: '+', evidence: 'assumed' }] }],
    ['is moved by another', { influences: [{ from: 'orders', to: 'page_views', sign: '+', evidence: 'assumed' }] }],
    ['has a goal', { goals: [{ team: 'growth', metric: 'page_views', direction: 'up' }] }],
  ])('is silent on a metric that %s', (_, more) => {
    expect(find({}, more)).toEqual([]);
  });

  it.each(['draft', 'active'] as const)('finds one that is %s', (status) => {
    expect(find({ status })).toHaveLength(1);
  });

  it('says nothing of a tree of one metric', () => {
    expect(lintExample({ metrics: { page_views: {} } }, code)).toEqual([]);
    expect(lintExample({ metrics: { page_views: {}, orders: {} } }, code)).toHaveLength(2);
  });

  it('leaves an outcome without a goal to metrics/outcome-without-goal, where goals are kept', () => {
    const goals = [{ team: 'growth', metric: 'orders', direction: 'up' }] as const;
    expect(find({ role: 'outcome' }, { goals })).toEqual([]);
    expect(find({ role: 'outcome' })).toHaveLength(1);
    expect(find({ role: 'driver' }, { goals })).toHaveLength(1);
  });

  it('leaves a second metric of one name to metrics/duplicate-id', () => {
    const metrics = [{ id: 'orders', question: 'How many?' }, { id: 'orders' }, { id: 'visits' }];
    expect(lintExample({ metrics }, code)).toMatchObject([{ metric: 'visits' }]);
  });
});
