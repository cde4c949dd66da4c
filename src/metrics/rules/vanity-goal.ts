import { isOutcome } from '../view.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const vanityGoal: BuiltInRule = {
  code: 'metrics/vanity-goal',
  severity: 'error',

  *find(view) {
    const goals = [...view.goalFaults()].filter(([, fault]) => fault === 'vanity').map(([goal]) => goal);
    if (goals.length > 0 && !view.metrics.some(isOutcome)) {
      const names = [...new Set(goals.map(({ metric }) => metric.id))];
      yield {
        path: ['goals'],
        message: `no metric is an outcome, so that nothing is reached by the goals on ${listNames(names)}`,
        hint: "give what all of this is for the role 'outcome'",
      };
      return;
    }
    for (const goal of goals) {
      yield {
        at: goal,
        message: `${goal.definition.team} is asked to move ${goal.definition.metric}, from which no path leads to an outcome`,
        hint: 'set the goal on what moves an outcome, or declare the formula or influence that is missing',
      };
    }
  },
};

export const vanityGoalEntry: RuleEntry = /* @__PURE__ */ entryOf(vanityGoal, {
  summary: 'A team is asked to move a metric from which no path leads to any outcome.',
  bad: {
    metrics: { revenue: { role: 'outcome', formula: 'orders * 30' }, orders: {}, page_views: {} },
    goals: [{ team: 'growth', metric: 'page_views', direction: 'up' }],
  },
  good: {
    metrics: { revenue: { role: 'outcome', formula: 'orders * 30' }, orders: {}, page_views: {} },
    goals: [{ team: 'growth', metric: 'orders', direction: 'up' }],
  },
});
