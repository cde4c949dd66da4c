import { pathTo } from '../effects.js';
import type { GoalNode, MetricNode, RuleFinding } from '../types.js';
import type { RuleView } from '../view.js';
import type { BuiltInRule } from './rule.js';

export const opposedGoals: BuiltInRule = {
  code: 'metrics/opposed-goals',
  severity: 'warning',
  summary: 'Two goals pull against each other: reaching the one moves the metric of the other the wrong way.',
  bad: {
    metrics: { profit: { role: 'outcome', formula: 'revenue - cost' }, revenue: {}, cost: {} },
    goals: [
      { team: 'finance', metric: 'profit', direction: 'up' },
      { team: 'growth', metric: 'cost', direction: 'up' },
    ],
  },
  good: {
    metrics: { profit: { role: 'outcome', formula: 'revenue - cost' }, revenue: {}, cost: {} },
    goals: [
      { team: 'finance', metric: 'profit', direction: 'up' },
      { team: 'growth', metric: 'cost', direction: 'down' },
    ],
  },

  *find(view) {
    const goalsOn = new Map<MetricNode, GoalNode[]>();
    for (const goal of view.goals) {
      if (!goal.metric) continue;
      const known = goalsOn.get(goal.metric);
      if (known) known.push(goal);
      else goalsOn.set(goal.metric, [goal]);
    }
    yield* onOneMetric(goalsOn);
    yield* alongPaths(view, goalsOn);
  },
};

/** Up and down on the same metric. */
function* onOneMetric(goalsOn: ReadonlyMap<MetricNode, readonly GoalNode[]>): Iterable<RuleFinding> {
  for (const [metric, goals] of goalsOn) {
    const up = goals.find(({ definition }) => definition.direction === 'up');
    const down = goals.find(({ definition }) => definition.direction === 'down');
    if (up && down) yield finding(up, down, `both goals are on ${metric.id}`);
  }
}

function* alongPaths(view: RuleView, goalsOn: ReadonlyMap<MetricNode, readonly GoalNode[]>): Iterable<RuleFinding> {
  const reported = new Map<MetricNode, Set<MetricNode>>();
  let compared = 0;
  for (const [cause, causes] of goalsOn) {
    const effects = view.effects.of(cause);
    if (!effects) {
      yield {
        path: ['goals'],
        message: `the goals on ${compared} of ${goalsOn.size} metrics were compared with all others; the tree is too large for the rest`,
        hint: 'check parts of the tree by themselves',
      };
      return;
    }
    compared++;
    const opposed = new Set<MetricNode>();
    reported.set(cause, opposed);
    for (const [target, effect] of effects) {
      const targets = goalsOn.get(target);
      // Of two that move each other, the first has reported the pair.
      if (!targets || effect.sign === 0 || reported.get(target)?.has(cause)) continue;
      const first = causes[0]!;
      const follows = (first.definition.direction === 'up' ? 1 : -1) * effect.sign === 1 ? 'up' : 'down';
      const against = targets.find(({ definition }) => definition.direction !== follows);
      if (!against) continue;
      opposed.add(target);
      const path = pathTo(target, cause, effects).map((metric) => metric.id);
      yield finding(first, against, `${path.join(' -> ')} moves ${effect.sign === 1 ? 'together' : 'the other way'}`);
    }
  }
}

function finding(first: GoalNode, second: GoalNode, why: string): RuleFinding {
  const print = ({ definition: { team, metric, direction } }: GoalNode) => `${metric} ${direction} (${team})`;
  return {
    at: first,
    message: `the goals ${print(first)} and ${print(second)} pull against each other: ${why}`,
    hint: 'agree on one of them, or make the other a guardrail',
    related: [{ path: second.path, message: `the goal ${print(second)}` }],
  };
}
