import { type Graph, type GraphBuilder, graphBuilder, stronglyConnected } from '../foundation/graph.js';
import { readFormula } from './formula.js';
import type { GoalNode, InfluenceNode, MetricNode } from './rule-types.js';
import type { Metric, MetricTreeDefinition } from './types.js';
import { createUnitAlgebra, type UnitAlgebra } from './units.js';

/** A definition with its formulas read and its names resolved: what every engine of the domain works on. */
export interface CompiledMetrics {
  readonly definition: MetricTreeDefinition;
  readonly metrics: readonly MetricNode[];
  /** The metrics without those whose name was taken already. */
  readonly distinct: readonly MetricNode[];
  readonly influences: readonly InfluenceNode[];
  readonly goals: readonly GoalNode[];
  /** By name; of duplicates, the first. */
  readonly byName: ReadonlyMap<string, MetricNode>;
  readonly units: UnitAlgebra;
  /** From each metric to the components that its value of the same period needs: none lagged or unused, never itself. */
  readonly needs: Graph;
  /** Every metric after the components it needs; within a cycle, in no order that means anything. */
  readonly order: Int32Array;
  /** 1 for a metric that needs itself, over other metrics. */
  readonly cyclic: Uint8Array;
}

interface Building extends Omit<MetricNode, 'components' | 'dependents'> {
  readonly components: MetricNode[];
  readonly dependents: MetricNode[];
}

/** Reads every formula and resolves every name; whatever does not resolve is left for the linter. */
export function compileMetrics(definition: MetricTreeDefinition): CompiledMetrics {
  const units = createUnitAlgebra();
  const metrics = definition.metrics.map((metric, index) => readMetric(metric, index, units));
  const byName = new Map<string, Building>();
  for (const metric of metrics) if (!byName.has(metric.id)) byName.set(metric.id, metric);

  const edges = graphBuilder(metrics.length);
  for (const metric of metrics) connect(metric, byName, edges);
  const needs = edges.build();

  return {
    definition,
    metrics,
    distinct: byName.size === metrics.length ? metrics : [...byName.values()],
    byName,
    units,
    needs,
    ...dependencyOrder(needs),
    influences: (definition.influences ?? []).map((influence, index) => {
      const from = byName.get(influence.from);
      const to = byName.get(influence.to);
      const path = ['influences', index];
      return { kind: 'influence', index, path, definition: influence, ...(from && { from }), ...(to && { to }) };
    }),
    goals: (definition.goals ?? []).map((goal, index) => {
      const metric = byName.get(goal.metric);
      return { kind: 'goal', index, path: ['goals', index], definition: goal, ...(metric && { metric }) };
    }),
  };
}

function readMetric(definition: Metric, index: number, units: UnitAlgebra): Building {
  const formula = definition.formula === undefined ? undefined : readFormula(definition.formula);
  const unit = units.parse(definition.unit);
  return {
    kind: 'metric',
    index,
    path: ['metrics', index],
    id: definition.id,
    definition,
    owners: ownersOf(definition),
    components: [],
    dependents: [],
    ...(unit && { unit }),
    ...(formula && { formula }),
  };
}

function ownersOf({ owner, owners }: Metric): readonly string[] {
  if (owners === undefined) return owner === undefined ? [] : [owner];
  return [...new Set(owner === undefined ? owners : [owner, ...owners])];
}

/** Fills in what the metric is connected to. */
function connect(metric: Building, byName: ReadonlyMap<string, Building>, needs: GraphBuilder): void {
  const { formula, definition } = metric;
  if (!formula && !definition.components) return;
  const known = new Set([metric]);
  for (const reference of formula?.references ?? []) {
    const target = byName.get(reference.name);
    if (!target) continue;
    (reference as { metric?: MetricNode }).metric = target;
    if (!known.has(target)) link(metric, target, known);
    if (!reference.lagged && target !== metric) needs.add(metric.index, target.index);
  }
  for (const name of definition.components ?? []) {
    const target = byName.get(name);
    // A component that the formula mentions is as lagged as it says; one that a sound formula leaves out is not needed.
    if (!target || known.has(target)) continue;
    link(metric, target, known);
    if (!formula || formula.faults.length > 0) needs.add(metric.index, target.index);
  }
}

function link(metric: Building, component: Building, known: Set<Building>): void {
  known.add(component);
  metric.components.push(component);
  component.dependents.push(metric);
}

/** Components are numbered so that edges lead from higher to lower ones: counting them out puts what is needed first. */
function dependencyOrder(needs: Graph): Pick<CompiledMetrics, 'order' | 'cyclic'> {
  const { count, of } = stronglyConnected(needs);
  const start = new Int32Array(count + 1);
  for (const component of of) start[component + 1]!++;
  const cyclic = new Uint8Array(needs.nodes);
  for (let node = 0; node < needs.nodes; node++) if (start[of[node]! + 1]! > 1) cyclic[node] = 1;
  for (let component = 0; component < count; component++) start[component + 1]! += start[component]!;
  const order = new Int32Array(needs.nodes);
  for (let node = 0; node < needs.nodes; node++) order[start[of[node]!]!++] = node;
  return { order, cyclic };
}
