import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const goalWithoutGuardrail: BuiltInRule = {
  code: 'metrics/goal-without-guardrail',
  severity: 'info',

  *find(view) {
    for (const [goal, fault] of view.goalFaults()) {
      if (fault !== 'unguarded') continue;
      yield {
        at: goal,
        message: `${goal.definition.team} is asked to move ${goal.definition.metric}, and nothing is watched meanwhile`,
        hint: `name in the guardrails of ${goal.definition.metric} what must not get worse`,
      };
    }
  },
};

export const goalWithoutGuardrailEntry: RuleEntry = /* @__PURE__ */ entryOf(goalWithoutGuardrail, {
  summary: 'A team is asked to move a metric, and nothing is watched that may get worse meanwhile.',
  bad: {
    metrics: { revenue: { role: 'outcome', unit: 'USD' } },
    goals: [{ team: 'growth', metric: 'revenue', direction: 'up' }],
  },
  good: {
    metrics: {
      revenue: { role: 'outcome', unit: 'USD', guardrails: ['refund_rate'] },
      refund_rate: { role: 'guardrail' },
    },
    goals: [{ team: 'growth', metric: 'revenue', direction: 'up' }],
  },
});
