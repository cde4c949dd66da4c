import { reachable } from '../../foundation/graph.js';
import type { BuiltInRule } from './rule.js';

export const outcomeWithoutGoal: BuiltInRule = {
  code: 'metrics/outcome-without-goal',
  severity: 'info',
  summary: 'No team has a goal on an outcome, or on anything that leads to it.',
  bad: {
    metrics: { revenue: { role: 'outcome' }, tasks_done: { role: 'outcome', of: 'user' } },
    goals: [{ team: 'growth', metric: 'revenue', direction: 'up' }],
  },
  good: {
    metrics: { revenue: { role: 'outcome', formula: 'tasks_done * 0.3' }, tasks_done: { role: 'outcome', of: 'user' } },
    goals: [{ team: 'growth', metric: 'tasks_done', direction: 'up' }],
  },

  *find({ metrics, goals, serves }) {
    // Where no goals are kept, they are kept elsewhere.
    if (goals.length === 0) return;
    const served = reachable(
      serves(),
      goals.flatMap(({ metric }) => (metric ? [metric.index] : [])),
    );
    for (const metric of metrics) {
      const { role, status } = metric.definition;
      if (role !== 'outcome' || status === 'retired' || served[metric.index] === 1) continue;
      yield {
        at: metric,
        message: `no team has a goal on ${metric.id}, or on anything that leads to it`,
        hint: 'set a goal for it, or say with a suppression why none is needed',
      };
    }
  },
};
