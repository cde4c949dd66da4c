import type { OpenGoal } from '../open-goals.js';
import { rangeOfMetric } from '../range.js';
import type { RuleFinding } from '../rule-types.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const contradictoryGoal: BuiltInRule = {
  code: 'metrics/contradictory-goal',
  severity: 'error',

  *find({ openGoals }) {
    for (const goal of openGoals()) {
      const finding = againstBetter(goal) ?? againstBaseline(goal) ?? outsideRange(goal);
      if (finding) yield { at: goal, ...finding };
    }
  },
};

export const contradictoryGoalEntry: RuleEntry = /* @__PURE__ */ entryOf(contradictoryGoal, {
  summary:
    'A goal asks for the worse of two ways, for a target on the other side of its baseline, or for the impossible.',
  bad: {
    metrics: { churn: { role: 'outcome', better: 'down', unit: 'user/user', range: [0, 1] } },
    goals: [{ team: 'retention', metric: 'churn', direction: 'up', baseline: 0.05, target: 0.03 }],
  },
  good: {
    metrics: { churn: { role: 'outcome', better: 'down', unit: 'user/user', range: [0, 1] } },
    goals: [{ team: 'retention', metric: 'churn', direction: 'down', baseline: 0.05, target: 0.03 }],
  },
});

function againstBetter({ metric, definition: { team, direction } }: OpenGoal): RuleFinding | undefined {
  const { better } = metric.definition;
  if (better === undefined || better === 'range' || better === direction) return undefined;
  const [verb, good] = direction === 'up' ? ['raise', 'less'] : ['lower', 'more'];
  return {
    path: ['direction'],
    message: `${team} is asked to ${verb} ${metric.id}, of which ${good} is better`,
    hint: `turn the goal around, or set better of ${metric.id} to '${direction}'`,
    related: [{ path: [...metric.path, 'better'], message: `${metric.id} is better ${better}` }],
  };
}

function againstBaseline({ metric, definition }: OpenGoal): RuleFinding | undefined {
  const { team, direction, baseline, target } = definition;
  if (baseline === undefined || target === undefined) return undefined;
  if (direction === 'up' ? target >= baseline : target <= baseline) return undefined;
  return {
    path: ['target'],
    message: `the goal of ${team} on ${metric.id} is ${direction}, but leads from ${baseline} to ${target}`,
    hint: `turn the goal around, or set a target ${direction === 'up' ? 'above' : 'below'} ${baseline}`,
  };
}

function outsideRange({ metric, definition: { team, target } }: OpenGoal): RuleFinding | undefined {
  const { range } = metric.definition;
  const [from, to] = rangeOfMetric(metric);
  if (range === undefined || target === undefined || (from <= target && target <= to)) return undefined;
  return {
    path: ['target'],
    message: `the goal of ${team} is to bring ${metric.id} to ${target}, which is outside its range from ${from} to ${to}`,
    hint: 'correct the target, or the range',
    related: [{ path: [...metric.path, 'range'], message: `the range of ${metric.id}` }],
  };
}
