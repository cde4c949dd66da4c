import { groupsBySameKey } from '../same-key.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const sharedGoalMetric: BuiltInRule = {
  code: 'metrics/shared-goal-metric',
  severity: 'info',

  *find({ openGoals }) {
    for (const shared of groupsBySameKey(openGoals(), (goal) => goal.metric)) {
      const { id, definition } = shared[0]!.metric;
      // A guardrail is there to be kept by everyone.
      if (definition.role === 'guardrail') continue;
      const teams = [...new Set(shared.map(({ definition }) => definition.team))];
      // Opposite directions are opposed goals.
      if (teams.length < 2 || new Set(shared.map(({ definition }) => definition.direction)).size > 1) continue;
      yield {
        at: shared[0]!,
        message: `${listNames(teams)} have a goal on the same metric, ${id}`,
        hint: `give each team the part of ${id} that it can move, or name the one that answers for it`,
        related: shared.slice(1).map((goal) => ({ path: goal.path, message: `the goal of ${goal.definition.team}` })),
      };
    }
  },
};

export const sharedGoalMetricEntry: RuleEntry = /* @__PURE__ */ entryOf(sharedGoalMetric, {
  summary: 'Several teams have a goal on one metric, so that none of them can tell what its own work did.',
  bad: {
    metrics: { conversion: { role: 'outcome' } },
    goals: [
      { team: 'growth', metric: 'conversion', direction: 'up' },
      { team: 'checkout', metric: 'conversion', direction: 'up' },
    ],
  },
  good: {
    metrics: { conversion: { role: 'outcome', formula: "ratio(orders, sessions, 'null')" }, orders: {}, sessions: {} },
    goals: [
      { team: 'growth', metric: 'sessions', direction: 'up' },
      { team: 'checkout', metric: 'conversion', direction: 'up' },
    ],
  },
});
