import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/goal-without-target';

const goal = { team: 'growth', metric: 'revenue', direction: 'up' } as const;

function lint(goals: NonNullable<MetricExample['goals']>, asOf = '2026-11-22') {
  return lintExample({ metrics: { revenue: {}, old: { status: 'retired' } }, goals, asOf }, code);
}

describe(code, () => {
  it('finds a goal of which nobody can say when it is met', () => {
    expect(
      lint([
        { ...goal, target: 3 },
        { ...goal, baseline: 2 },
      ]),
    ).toEqual([
      {
        code,
        severity: 'info',
        metric: 'revenue',
        message: 'the goal of growth on revenue has no target',
        path: ['goals', 1],
        hint: 'set target to the value that meets it, and due to the day',
      },
    ]);
  });

  it('does not ask for a day that is there', () => {
    expect(lint([{ ...goal, due: '2027-03-31' }])[0]?.hint).toBe('set target to the value that meets it by 2027-03-31');
  });

  it.each<[string, NonNullable<MetricExample['goals']>]>([
    ['with a target of 0', [{ ...goal, target: 0 }]],
    ['on a metric that does not exist, which is for metrics/unknown-reference', [{ ...goal, metric: 'gone' }]],
    ['on a retired metric, which is for metrics/retired-in-use', [{ ...goal, metric: 'old' }]],
    ['that is past its day', [{ ...goal, due: '2026-11-21' }]],
  ])('is silent about a goal %s', (_, goals) => {
    expect(lint(goals)).toEqual([]);
  });
});
