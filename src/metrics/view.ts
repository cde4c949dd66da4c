import { type Graph, graphBuilder, reachable, reverseGraph } from '../foundation/graph.js';
import type { Day } from '../foundation/instant.js';
import { createNameIndex } from '../foundation/nearest-name.js';
import type { CompiledMetrics } from './compile.js';
import { analyzeUnits, type MixedUnits } from './dimensions.js';
import { createEffects, type Effects } from './effects.js';
import { type Equivalences, findEquivalences } from './equivalence/groups.js';
import { findGoalFaults, type GoalFault } from './goal-faults.js';
import { type OpenGoal, openGoals } from './open-goals.js';
import { isOnItsWayOut } from './replacements.js';
import type { MetricNode, MetricView, SuppressionNode } from './rule-types.js';
import { groupsBySameKeys } from './same-key.js';
import { foldText, roughKey } from './wording.js';

/** What the built-in rules see beyond the public view: answers that are not ready to be promised to hosts. */
export interface RuleView extends MetricView {
  readonly compiled: CompiledMetrics;
  /** The codes of all rules, the host's too. */
  readonly codes: ReadonlySet<string>;
  /** The metrics without those whose name was taken already. */
  readonly distinct: readonly MetricNode[];
  readonly effects: Effects;
  /** From each metric to those that it matters to, as component, guardrail or influence. */
  serves(): Graph;
  /** The same edges the other way. */
  servedBy(): Graph;
  /** The goals that still ask for something. */
  openGoals(): readonly OpenGoal[];
  goalFaults(): ReadonlyMap<OpenGoal, GoalFault>;
  mixedUnits(): readonly MixedUnits[];
  equivalences(): Equivalences;
  /** The metrics that people call the same: by label, letter case and spacing aside; at least two of different names. */
  sameLabels(): readonly (readonly MetricNode[])[];
}

/**
 * How many names of metrics a run compares with names that do not exist: enough for every misspelling of a tree of people,
 * and for the first thousand in a tree of 100,000 metrics.
 */
const mostCompared = 100_000_000;

/** Makes the view of one run; what is costly is computed when a rule first asks. */
export function createView(
  compiled: CompiledMetrics,
  suppressions: readonly SuppressionNode[],
  codes: ReadonlySet<string>,
  asOf: Day | undefined,
): RuleView {
  const nearest = once(() => createNearest(compiled.byName));
  const units = once(() => analyzeUnits(compiled));
  const serves = once(() => servingGraph(compiled));
  const servedBy = once(() => reverseGraph(serves()));
  const toOutcome = once(() => {
    const outcomes = compiled.metrics.filter(isOutcome);
    return reachable(
      servedBy(),
      outcomes.map(({ index }) => index),
    );
  });

  const view: RuleView = {
    compiled,
    codes,
    effects: createEffects(compiled),
    mixedUnits: () => units().mixed,
    equivalences: once(() => findEquivalences(compiled)),
    sameLabels: once(() => sameLabels(compiled)),
    definition: compiled.definition,
    metrics: compiled.metrics,
    distinct: compiled.distinct,
    influences: compiled.influences,
    goals: compiled.goals,
    suppressions,
    ...(asOf !== undefined && { asOf }),
    find: (name) => compiled.byName.get(name),
    nearest: (name) => nearest()(name),
    computedUnit: (metric) => units().computed[metric.index],
    leadsToOutcome: (metric) => toOutcome()[metric.index] === 1,
    serves,
    servedBy,
    openGoals: once(() => openGoals(compiled.goals, asOf)),
    goalFaults: once(() => findGoalFaults(view)),
  };
  return view;
}

/** Whether a metric is an outcome that still is one. */
export function isOutcome({ definition: { role, status } }: MetricNode): boolean {
  return role === 'outcome' && status !== 'retired';
}

function createNearest(byName: ReadonlyMap<string, MetricNode>): MetricView['nearest'] {
  const index = createNameIndex(byName.keys());
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) {
      if ((known.size + 1) * byName.size > mostCompared) return undefined;
      known.set(name, index.nearest(name));
    }
    return known.get(name);
  };
}

/** The edges along which one metric matters to another: component, guardrail and influence, each towards what it serves. */
function servingGraph({ metrics, influences, byName }: CompiledMetrics): Graph {
  const edges = graphBuilder(metrics.length);
  for (const metric of metrics) {
    for (const component of metric.components) edges.add(component.index, metric.index);
    for (const name of metric.definition.guardrails ?? []) {
      const guardrail = byName.get(name);
      if (guardrail) edges.add(guardrail.index, metric.index);
    }
  }
  for (const { from, to } of influences) if (from && to) edges.add(from.index, to.index);
  return edges.build();
}

function sameLabels({ distinct }: CompiledMetrics): readonly (readonly MetricNode[])[] {
  const labelOf = ({ definition: { label = '' } }: MetricNode) => label;
  // The label of a metric on its way out may have gone to its replacement.
  const labelled = distinct.filter((metric) => labelOf(metric) !== '' && !isOnItsWayOut(metric));
  return groupsBySameKeys(
    labelled,
    (metric) => roughKey(labelOf(metric)),
    (metric) => foldText(labelOf(metric)) || undefined,
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
