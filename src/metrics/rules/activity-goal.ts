import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const activityGoal: BuiltInRule = {
  code: 'metrics/activity-goal',
  severity: 'warning',

  *find(view) {
    for (const [goal, fault] of view.goalFaults()) {
      if (fault !== 'activity') continue;
      yield {
        at: goal,
        message: `${goal.definition.team} is asked to raise ${goal.definition.metric}, which counts activity, and has no goal on an outcome of the users`,
        hint: 'set a goal on what users get out of it, beside this one or instead, or make that a guardrail of this one',
      };
    }
  },
};

export const activityGoalEntry: RuleEntry = /* @__PURE__ */ entryOf(activityGoal, {
  summary: 'A team is asked to raise how much a product is used, and answers for no outcome of those who use it.',
  bad: {
    metrics: { revenue: { role: 'outcome', formula: 'daily_users * 0.2' }, daily_users: { role: 'activity' } },
    goals: [{ team: 'growth', metric: 'daily_users', direction: 'up' }],
  },
  good: {
    metrics: {
      revenue: { role: 'outcome', formula: 'daily_users * 0.2' },
      daily_users: { role: 'activity' },
      tasks_done: { role: 'outcome', of: 'user' },
    },
    goals: [
      { team: 'growth', metric: 'daily_users', direction: 'up' },
      { team: 'growth', metric: 'tasks_done', direction: 'up' },
    ],
  },
});
