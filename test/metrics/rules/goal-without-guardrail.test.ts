import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/goal-without-guardrail';

const goal = { team: 'growth', metric: 'conversion', direction: 'up' } as const;

function lint(metrics: { readonly [id: string]: ExampleMetric }, goals: NonNullable<MetricExample['goals']> = [goal]) {
  const base = {
    revenue: { role: 'outcome', formula: 'conversion * 30' },
    conversion: {},
    refund_rate: { role: 'guardrail' },
  } as const;
  return lintExample({ metrics: { ...base, ...metrics }, goals }, code);
}

describe(code, () => {
  it('finds a goal while nothing is watched', () => {
    expect(lint({})).toEqual([
      {
        code,
        severity: 'info',
        metric: 'conversion',
        message: 'growth is asked to move conversion, and nothing is watched meanwhile',
        path: ['goals', 0],
        hint: 'name in the guardrails of conversion what must not get worse',
      },
    ]);
  });

  it.each<[string, { readonly [id: string]: ExampleMetric }, number]>([
    ['on the metric', { conversion: { guardrails: ['refund_rate'] } }, 0],
    ['on the metric, an empty list', { conversion: { guardrails: [] } }, 1],
    [
      'on the outcome that it leads to',
      { revenue: { role: 'outcome', formula: 'conversion', guardrails: ['refund_rate'] } },
      0,
    ],
    ['on another outcome', { tasks_done: { role: 'outcome', guardrails: ['refund_rate'] } }, 1],
    ['on what it is made of', { conversion: { formula: 'orders' }, orders: { guardrails: ['refund_rate'] } }, 1],
    ['that does not exist, which is for metrics/unknown-reference', { conversion: { guardrails: ['refunds'] } }, 0],
  ])('looks for a guardrail %s', (_, metrics, findings) => {
    expect(lint(metrics)).toHaveLength(findings);
  });

  it.each<[string, NonNullable<MetricExample['goals']>[number], number]>([
    ['on a guardrail', { ...goal, metric: 'refund_rate', direction: 'down' }, 0],
    ['on a guardrail, of another team', { ...goal, metric: 'refund_rate', direction: 'down', team: 'support' }, 1],
  ])('looks for a goal %s', (_, beside, findings) => {
    expect(lint({}, [goal, beside])).toHaveLength(findings);
  });

  it.each<[string, ExampleMetric]>([
    ['a guardrail, which needs none itself', { role: 'guardrail' }],
    ['a volume, which is for metrics/volume-goal-without-quality', { unit: 'order' }],
  ])('is silent about a goal on %s', (_, conversion) => {
    expect(lint({ conversion })).toEqual([]);
  });

  it.each<[string, ExampleMetric, 'up' | 'down']>([
    ['an outcome', { role: 'outcome', unit: 'user' }, 'up'],
    ['less of a volume', { unit: 'order' }, 'down'],
    ['less of an activity', { role: 'activity' }, 'down'],
  ])('speaks of a goal on %s', (_, conversion, direction) => {
    expect(lint({ conversion }, [{ ...goal, direction }])).toHaveLength(1);
  });
});
