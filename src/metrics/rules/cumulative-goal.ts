import type { BuiltInRule } from './rule.js';

export const cumulativeGoal: BuiltInRule = {
  code: 'metrics/cumulative-goal',
  severity: 'error',
  summary: 'A team is asked to raise a metric that counts everything so far: it rises whatever the team does.',
  bad: {
    metrics: {
      revenue: { role: 'outcome', formula: 'signups_ever * 0.1' },
      signups_ever: { accumulation: 'cumulative' },
    },
    goals: [{ team: 'growth', metric: 'signups_ever', direction: 'up' }],
  },
  good: {
    metrics: { revenue: { role: 'outcome', formula: 'signups * 30' }, signups: { accumulation: 'flow' } },
    goals: [{ team: 'growth', metric: 'signups', direction: 'up' }],
  },

  *find(view) {
    for (const [goal, fault] of view.goalFaults()) {
      if (fault !== 'cumulative') continue;
      yield {
        at: goal,
        message: `${goal.definition.team} is asked to raise ${goal.definition.metric}, which can only rise`,
        hint: 'set the goal on what is added in a period',
      };
    }
  },
};
