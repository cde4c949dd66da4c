import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const volumeGoalWithoutQuality: BuiltInRule = {
  code: 'metrics/volume-goal-without-quality',
  severity: 'warning',

  *find(view) {
    for (const [goal, fault] of view.goalFaults()) {
      if (fault !== 'volume') continue;
      yield {
        at: goal,
        message: `${goal.definition.team} is asked for more ${goal.definition.metric}, and nothing beside it says how good they are`,
        hint: `give ${goal.definition.metric} a guardrail, or the team a goal on a rate such as what becomes of them`,
      };
    }
  },
};

export const volumeGoalWithoutQualityEntry: RuleEntry = /* @__PURE__ */ entryOf(volumeGoalWithoutQuality, {
  summary: 'A team is asked for more of something, and nothing beside it says how good it is.',
  bad: {
    metrics: {
      revenue: { role: 'outcome', unit: 'USD', formula: 'leads * lead_value' },
      leads: { unit: 'lead' },
      lead_value: { unit: 'USD/lead' },
    },
    goals: [{ team: 'marketing', metric: 'leads', direction: 'up' }],
  },
  good: {
    metrics: {
      revenue: { role: 'outcome', unit: 'USD', formula: 'leads * lead_value' },
      leads: { unit: 'lead', guardrails: ['win_rate'] },
      lead_value: { unit: 'USD/lead' },
      win_rate: { unit: 'deal/lead' },
    },
    goals: [{ team: 'marketing', metric: 'leads', direction: 'up' }],
  },
});
