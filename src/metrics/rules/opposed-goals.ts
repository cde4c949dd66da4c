import { type Effect, edgeBudget, pathTo } from '../effects.js';
import type { OpenGoal } from '../open-goals.js';
import type { MetricNode, RuleFinding } from '../rule-types.js';
import type { RuleView } from '../view.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

/** How many metrics of a path a message has room for. */
const shown = 6;

export const opposedGoals: BuiltInRule = {
  code: 'metrics/opposed-goals',
  severity: 'warning',

  *find(view) {
    const goalsOn = new Map<MetricNode, OpenGoal[]>();
    for (const goal of view.openGoals()) {
      const known = goalsOn.get(goal.metric);
      if (known) known.push(goal);
      else goalsOn.set(goal.metric, [goal]);
    }
    const agreed = new Map<MetricNode, OpenGoal>();
    for (const [metric, [first, ...others]] of goalsOn) {
      const against = others.find(({ definition }) => definition.direction !== first!.definition.direction);
      if (against) yield opposed(first!, against, `${metric.id} cannot do both`);
      else agreed.set(metric, first!);
    }
    yield* alongPaths(view, agreed);
  },
};

export const opposedGoalsEntry: RuleEntry = /* @__PURE__ */ entryOf(opposedGoals, {
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
});

/** Conflicts between metrics whose own goals agree, each given by the first. */
function* alongPaths(view: RuleView, goalOn: ReadonlyMap<MetricNode, OpenGoal>): Iterable<RuleFinding> {
  const budget = edgeBudget();
  const reported = new Map<MetricNode, Set<MetricNode>>();
  for (const [cause, goal] of goalOn) {
    const effects = view.effects.of(cause, budget);
    if (!effects) {
      yield {
        path: ['goals'],
        message: `the goals on ${reported.size} of ${goalOn.size} metrics were compared with all others; the tree is too large for the rest`,
        hint: 'check parts of the tree by themselves',
      };
      return;
    }
    const targets = new Set<MetricNode>();
    reported.set(cause, targets);
    // Beyond another goal's metric, the conflict is that goal's: with this one, or with the one at the end.
    const beyond = new Set<MetricNode>();
    for (const [target, { sign, from }] of effects) {
      if (from !== cause && (goalOn.has(from) || beyond.has(from))) beyond.add(target);
      const other = goalOn.get(target);
      if (!other || sign === 0 || beyond.has(target)) continue;
      // Of two that move each other, the first has reported the pair.
      if (other.definition.direction === moved(goal, sign) || reported.get(target)?.has(cause)) continue;
      targets.add(target);
      yield opposed(goal, other, consequence(goal, other, effects));
    }
  }
}

/** Where a metric goes when a goal is reached that moves it with this sign. */
function moved({ definition: { direction } }: OpenGoal, sign: 1 | -1): 'up' | 'down' {
  return (direction === 'up') === (sign === 1) ? 'up' : 'down';
}

/** What the one goal does to the other's metric, which is not what the other asks for. */
function consequence(cause: OpenGoal, target: OpenGoal, effects: ReadonlyMap<MetricNode, Effect>): string {
  const { path, complete } = pathTo(target.metric, cause.metric, effects, shown);
  const [first, ...rest] = path.map(({ id }) => id);
  const printed = [first, ...(complete ? rest : ['...', ...rest])].join(' -> ');
  const falls = target.definition.direction === 'up';
  const rises = cause.definition.direction === 'up';
  return `${target.metric.id} ${falls ? 'falls' : 'rises'} when ${cause.metric.id} ${rises ? 'rises' : 'falls'} (${printed})`;
}

function opposed(first: OpenGoal, second: OpenGoal, why: string): RuleFinding {
  const print = ({ definition: { team, metric, direction } }: OpenGoal) => `${metric} ${direction} (${team})`;
  return {
    at: first,
    message: `the goals ${print(first)} and ${print(second)} pull against each other: ${why}`,
    hint: 'agree on one of them, or make the other a guardrail',
    related: [{ path: second.path, message: `the goal ${print(second)}` }],
  };
}
