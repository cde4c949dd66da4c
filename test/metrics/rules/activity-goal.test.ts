import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/activity-goal';

const metrics = {
  revenue: { role: 'outcome', of: 'business', formula: 'daily_users * 0.2' },
  daily_users: { role: 'activity', unit: 'user' },
  tasks_done: { role: 'outcome', of: 'user' },
  delight: { role: 'outcome' },
  comfort: { of: 'user' },
} as const;

const goal = { team: 'growth', metric: 'daily_users', direction: 'up' } as const;

describe(code, () => {
  it('finds a team that is asked for more use and for nothing that users get out of it', () => {
    expect(lintExample({ metrics, goals: [goal] }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'daily_users',
        message:
          'growth is asked to raise daily_users, which counts activity, and has no goal on an outcome of the users',
        path: ['goals', 0],
        hint: 'set a goal on what users get out of it, beside this one or instead, or make that a guardrail of this one',
      },
    ]);
  });

  it.each<[string, NonNullable<MetricExample['goals']>, number]>([
    ['on an outcome of the users', [{ ...goal, metric: 'tasks_done' }], 0],
    ['on an outcome that may be the users', [{ ...goal, metric: 'delight' }], 0],
    ['on an outcome of the business', [{ ...goal, metric: 'revenue' }], 1],
    ['on what is no outcome', [{ ...goal, metric: 'comfort' }], 1],
    ['of another team', [{ ...goal, metric: 'tasks_done', team: 'support' }], 1],
    ['on an outcome that does not exist', [{ ...goal, metric: 'task_done' }], 1],
    ['that is past its day', [{ ...goal, metric: 'tasks_done', due: '2026-11-21' }], 1],
  ])('looks for a goal beside it: %s', (_, beside, findings) => {
    expect(lintExample({ metrics, goals: [goal, ...beside], asOf: '2026-11-22' }, code)).toHaveLength(findings);
  });

  it.each<[string, ExampleMetric, number]>([
    ['an outcome of the users', { guardrails: ['revenue', 'tasks_done'] }, 0],
    ['an outcome of the business', { guardrails: ['revenue'] }, 1],
    ['what does not exist', { guardrails: ['task_done'] }, 1],
  ])('looks for a guardrail on it: %s', (_, more, findings) => {
    const guarded = { ...metrics, daily_users: { ...metrics.daily_users, ...more } };
    expect(lintExample({ metrics: guarded, goals: [goal] }, code)).toHaveLength(findings);
  });

  it.each<[string, ExampleMetric, 'up' | 'down', number]>([
    ['less of it is asked for', {}, 'down', 0],
    ['less of it is better', { better: 'down' }, 'up', 0],
    ['more of it is better', { better: 'up' }, 'up', 1],
    ['it is a driver, which is for metrics/volume-goal-without-quality', { role: 'driver' }, 'up', 0],
  ])('is about raising activity: %s', (_, more, direction, findings) => {
    const changed = { ...metrics, daily_users: { ...metrics.daily_users, ...more } };
    expect(lintExample({ metrics: changed, goals: [{ ...goal, direction }] }, code)).toHaveLength(findings);
  });
});
