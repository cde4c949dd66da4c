import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/cumulative-goal';

function lint(signups: ExampleMetric, direction: 'up' | 'down' = 'up') {
  const metrics = { revenue: { role: 'outcome', formula: 'signups * 3' }, signups } as const;
  return lintExample({ metrics, goals: [{ team: 'growth', metric: 'signups', direction }] }, code);
}

describe(code, () => {
  it.each(['raise', 'lower'])('finds a team that is asked to %s what can only rise', (verb) => {
    expect(lint({ accumulation: 'cumulative' }, verb === 'raise' ? 'up' : 'down')).toEqual([
      {
        code,
        severity: 'error',
        metric: 'signups',
        message: `growth is asked to ${verb} signups, which can only rise`,
        path: ['goals', 0],
        hint: 'set the goal on what is added in a period',
      },
    ]);
  });

  it.each<[string, ExampleMetric, number]>([
    ['a flow', { accumulation: 'flow' }, 0],
    ['a stock', { accumulation: 'stock' }, 0],
    ['what does not say how it accumulates', {}, 0],
    ['a cumulative outcome', { accumulation: 'cumulative', role: 'outcome' }, 1],
    ['a cumulative guardrail', { accumulation: 'cumulative', role: 'guardrail' }, 1],
    ['a cumulative metric with guardrails', { accumulation: 'cumulative', guardrails: ['revenue'] }, 1],
  ])('takes %s as it is', (_, signups, findings) => {
    expect(lint(signups)).toHaveLength(findings);
  });

  it('leaves what leads to no outcome to metrics/vanity-goal', () => {
    const metrics = { revenue: { role: 'outcome' }, signups: { accumulation: 'cumulative' } } as const;
    const goals = [{ team: 'growth', metric: 'signups', direction: 'up' }] as const;
    expect(lintExample({ metrics, goals }, code)).toEqual([]);
    expect(lintExample({ metrics, goals }, 'metrics/vanity-goal')).toHaveLength(1);
  });
});
