import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const goalWithoutTarget: BuiltInRule = {
  code: 'metrics/goal-without-target',
  severity: 'info',

  *find({ openGoals }) {
    for (const goal of openGoals()) {
      const { team, metric, target, due } = goal.definition;
      if (target !== undefined) continue;
      yield {
        at: goal,
        message: `the goal of ${team} on ${metric} has no target`,
        hint: `set target to the value that meets it${due === undefined ? ', and due to the day' : ` by ${due}`}`,
      };
    }
  },
};

export const goalWithoutTargetEntry: RuleEntry = /* @__PURE__ */ entryOf(goalWithoutTarget, {
  summary: 'A goal names no target, so that nobody can say when it is met.',
  bad: { metrics: { revenue: { role: 'outcome' } }, goals: [{ team: 'growth', metric: 'revenue', direction: 'up' }] },
  good: {
    metrics: { revenue: { role: 'outcome' } },
    goals: [{ team: 'growth', metric: 'revenue', direction: 'up', baseline: 90, target: 100 }],
  },
});
