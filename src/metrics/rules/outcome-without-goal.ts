import { graphBuilder, reachable } from '../../foundation/graph.js';
import type { MetricNode } from '../rule-types.js';
import type { RuleView } from '../view.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const outcomeWithoutGoal: BuiltInRule = {
  code: 'metrics/outcome-without-goal',
  severity: 'info',

  *find(view) {
    // Where no goals are kept, they are kept elsewhere.
    if (view.goals.length === 0) return;
    const moved = movedByGoals(view);
    for (const metric of view.metrics) {
      const { role, status = 'active' } = metric.definition;
      // A draft has no goal yet, and what is deprecated should have none any more.
      if (role !== 'outcome' || status !== 'active' || moved[metric.index] === 1) continue;
      // Of two metrics of one name, goals mean the first.
      if (view.find(metric.id) !== metric) continue;
      yield {
        at: metric,
        message: `no team has a goal on ${metric.id}, or on anything that leads to it`,
        hint: 'set a goal for it, or say with a suppression why none is needed',
      };
    }
  },
};

export const outcomeWithoutGoalEntry: RuleEntry = /* @__PURE__ */ entryOf(outcomeWithoutGoal, {
  summary: 'No team has a goal on an outcome, or on anything that leads to it.',
  bad: {
    metrics: { revenue: { role: 'outcome' }, tasks_done: { role: 'outcome', of: 'user' } },
    goals: [{ team: 'growth', metric: 'revenue', direction: 'up' }],
  },
  good: {
    metrics: { revenue: { role: 'outcome', formula: 'tasks_done * 0.3' }, tasks_done: { role: 'outcome', of: 'user' } },
    goals: [{ team: 'growth', metric: 'tasks_done', direction: 'up' }],
  },
});

/** 1 for each metric that a goal is on or leads to, by components and influences: a goal on a guardrail moves nothing else. */
function movedByGoals({ metrics, influences, openGoals }: RuleView): Uint8Array {
  const edges = graphBuilder(metrics.length);
  const add = (from: MetricNode, to: MetricNode) => edges.add(from.index, to.index);
  for (const metric of metrics) for (const dependent of metric.dependents) add(metric, dependent);
  for (const { from, to } of influences) if (from && to) add(from, to);
  return reachable(
    edges.build(),
    openGoals().map(({ metric }) => metric.index),
  );
}
