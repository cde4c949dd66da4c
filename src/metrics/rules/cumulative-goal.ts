import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const cumulativeGoal: BuiltInRule = {
  code: 'metrics/cumulative-goal',
  severity: 'error',

  *find(view) {
    for (const [goal, fault] of view.goalFaults()) {
      if (fault !== 'cumulative') continue;
      const { team, metric, direction } = goal.definition;
      yield {
        at: goal,
        message: `${team} is asked to ${direction === 'up' ? 'raise' : 'lower'} ${metric}, which can only rise`,
        hint: 'set the goal on what is added in a period',
      };
    }
  },
};

export const cumulativeGoalEntry: RuleEntry = /* @__PURE__ */ entryOf(cumulativeGoal, {
  summary:
    'A team is asked to move a metric that counts everything so far: it rises whatever the team does, and cannot fall.',
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
});
