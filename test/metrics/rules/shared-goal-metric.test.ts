import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/shared-goal-metric';

const growth = { team: 'growth', metric: 'conversion', direction: 'up' } as const;
const checkout = { ...growth, team: 'checkout' } as const;
const metrics = { conversion: {}, orders: {}, refund_rate: { role: 'guardrail' } } as const;

describe(code, () => {
  it('finds a metric on which several teams have a goal, once', () => {
    const goals = [{ ...growth, metric: 'orders' }, growth, checkout, { ...growth, team: 'pricing' }];
    expect(lintExample({ metrics, goals }, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'conversion',
        message: 'growth, checkout and pricing have a goal on the same metric, conversion',
        path: ['goals', 1],
        hint: 'give each team the part of conversion that it can move, or name the one that answers for it',
        related: [
          { path: ['goals', 2], message: 'the goal of checkout' },
          { path: ['goals', 3], message: 'the goal of pricing' },
        ],
      },
    ]);
  });

  it('names a team with two goals on it once', () => {
    const [found] = lintExample({ metrics, goals: [growth, { ...growth, due: '2027-03-31' }, checkout] }, code);
    expect(found?.message).toBe('growth and checkout have a goal on the same metric, conversion');
  });

  it.each<[string, NonNullable<MetricExample['goals']>]>([
    ['one team', [growth, { ...growth, due: '2027-03-31' }]],
    ['different metrics', [growth, { ...checkout, metric: 'orders' }]],
    [
      'a guardrail, which everyone is to keep',
      [
        { ...growth, metric: 'refund_rate' },
        { ...checkout, metric: 'refund_rate' },
      ],
    ],
    ['opposite directions, which are for metrics/opposed-goals', [growth, { ...checkout, direction: 'down' }]],
    [
      'a metric that does not exist, which is for metrics/unknown-reference',
      [
        { ...growth, metric: 'gone' },
        { ...checkout, metric: 'gone' },
      ],
    ],
    ['a goal that is past its day', [growth, { ...checkout, due: '2026-11-21' }]],
  ])('is silent about %s', (_, goals) => {
    expect(lintExample({ metrics, goals, asOf: '2026-11-22' }, code)).toEqual([]);
  });

  it('is silent about a retired metric', () => {
    expect(lintExample({ metrics: { conversion: { status: 'retired' } }, goals: [growth, checkout] }, code)).toEqual(
      [],
    );
  });
});
