import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/volume-goal-without-quality';

const goal = { team: 'marketing', metric: 'leads', direction: 'up' } as const;

function lint(leads: ExampleMetric, goals: NonNullable<MetricExample['goals']> = [goal]) {
  const metrics = {
    revenue: { role: 'outcome', unit: 'USD', formula: 'leads * win_rate * 30', guardrails: ['complaints'] },
    leads: { unit: 'lead', ...leads },
    win_rate: { unit: 'deal/lead' },
    leads_per_call: { unit: 'lead', formula: 'win_rate / leads' },
    complaints: { role: 'guardrail', unit: 'complaint' },
  } as const;
  return lintExample({ metrics, goals }, code);
}

describe(code, () => {
  it('finds a team that is asked for more of something', () => {
    expect(lint({})).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'leads',
        message: 'marketing is asked for more leads, and nothing beside it says how good they are',
        path: ['goals', 0],
        hint: 'give leads a guardrail, or the team a goal on a rate such as what becomes of them',
      },
    ]);
  });

  it.each<[string, ExampleMetric, number]>([
    ['money', { unit: 'USD' }, 0],
    ['a plain number', { unit: '1' }, 0],
    ['a rate', { unit: 'lead/call' }, 0],
    ['an area', { unit: 'm^2' }, 0],
    ['what has no readable unit', { unit: 'leads per day' }, 0],
    ['seconds', { unit: 's' }, 0],
    ['hours', { unit: 'hours' }, 0],
    ['points', { unit: 'point' }, 0],
    ['percent', { unit: 'percent' }, 0],
    ['hundredths', { scale: 'percent' }, 0],
    ['a count by scale 1', { scale: 1 }, 1],
    ['an input', { role: 'input' }, 1],
    ['an outcome', { role: 'outcome' }, 0],
    ['a guardrail', { role: 'guardrail' }, 0],
    ['what has a guardrail', { guardrails: ['win_rate'] }, 0],
    ['what has an empty list of guardrails', { guardrails: [] }, 1],
    ['what should be few', { better: 'down' }, 0],
    ['what should be many', { better: 'up' }, 1],
  ])('tells a volume from the rest: %s', (_, leads, findings) => {
    expect(lint(leads)).toHaveLength(findings);
  });

  it('is silent where less is asked for', () => {
    expect(lint({}, [{ ...goal, direction: 'down' }])).toEqual([]);
  });

  it.each<[string, NonNullable<MetricExample['goals']>[number], number]>([
    ['on a rate', { ...goal, metric: 'win_rate' }, 0],
    ['on a guardrail', { ...goal, metric: 'complaints', direction: 'down' }, 0],
    ['on another amount', { ...goal, metric: 'revenue' }, 1],
    [
      'on another count, though it is computed by a division',
      { ...goal, metric: 'leads_per_call', direction: 'down' },
      1,
    ],
    ['of another team', { ...goal, metric: 'win_rate', team: 'sales' }, 1],
  ])('looks for a goal beside it: %s', (_, beside, findings) => {
    expect(lint({}, [goal, beside])).toHaveLength(findings);
  });

  it('leaves activity to metrics/activity-goal', () => {
    expect(lint({ role: 'activity' })).toEqual([]);
  });
});
