import type { BuiltInRule } from './rule.js';

export const vanityGoal: BuiltInRule = {
  code: 'metrics/vanity-goal',
  severity: 'error',
  summary: 'A team is asked to move a metric from which no path leads to any outcome.',
  bad: {
    metrics: { revenue: { role: 'outcome', formula: 'orders * 30' }, orders: {}, page_views: {} },
    goals: [{ team: 'growth', metric: 'page_views', direction: 'up' }],
  },
  good: {
    metrics: { revenue: { role: 'outcome', formula: 'orders * 30' }, orders: {}, page_views: {} },
    goals: [{ team: 'growth', metric: 'orders', direction: 'up' }],
  },

  *find(view) {
    for (const [goal, fault] of view.goalFaults()) {
      if (fault !== 'vanity') continue;
      yield {
        at: goal,
        message: `${goal.definition.team} is asked to move ${goal.definition.metric}, from which no path leads to an outcome`,
        hint: 'set the goal on what moves an outcome, or declare the formula or influence that is missing',
      };
    }
  },
};
