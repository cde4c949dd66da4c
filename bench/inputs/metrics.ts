import type { Metric, MetricTreeDefinition } from 'keelson/metrics';

/** Edges from a metric to what it is computed from, by index. */
export interface Edges {
  readonly nodes: number;
  readonly components: (index: number) => readonly number[];
}

/** Each metric is computed from four of its own, a quarter of all at most: the others are leaves. */
export function treeEdges(nodes: number): Edges {
  return {
    nodes,
    components: (index) => (4 * index + 4 < nodes ? [1, 2, 3, 4].map((child) => 4 * index + child) : []),
  };
}

/** Each of the first three quarters is computed from four that come later, most of them used by others too. */
export function webEdges(nodes: number): Edges {
  const formulas = Math.floor((nodes * 3) / 4);
  const targets = new Int32Array(formulas * 4);
  let state = 1;
  for (let edge = 0; edge < targets.length; edge++) {
    const index = edge >> 2;
    const drawn = targets.subarray(index * 4, edge);
    do {
      // Lehmer's generator with the multiplier of Park and Miller (1988).
      state = (state * 48_271) % 0x7fffffff;
      targets[edge] = index + 1 + (state % (nodes - index - 1));
    } while (drawn.includes(targets[edge]!));
  }
  return { nodes, components: (index) => (index < formulas ? [...targets.subarray(index * 4, index * 4 + 4)] : []) };
}

/** Each metric is computed from the next one. */
export function chainEdges(nodes: number): Edges {
  return { nodes, components: (index) => (index + 1 < nodes ? [index + 1] : []) };
}

const teams = ['growth', 'checkout', 'pricing', 'finance', 'support', 'marketing', 'platform'];

/** A stored tree over the edges, as a company would keep it: with labels, owners, units, periods and some goals. */
export function storedTree({ nodes, components }: Edges): MetricTreeDefinition {
  return {
    schemaVersion: 1,
    id: 'bench',
    version: '1',
    metrics: Array.from({ length: nodes }, (_, index) => storedMetric(index, components(index))),
    influences: [{ from: `m${nodes - 1}`, to: 'm0', sign: '+', evidence: 'correlated' }],
    goals: [1, 2, 3].map((index) => ({
      team: teams[index]!,
      metric: `m${index}`,
      direction: 'up',
      baseline: 100,
      target: 110,
    })),
  };
}

function storedMetric(index: number, components: readonly number[]): Metric {
  const formula = formulaOf(components.map((component) => `m${component}`));
  return {
    id: `m${index}`,
    label: `Metric ${index}`,
    description: `The sum of what is counted as number ${index} in the period.`,
    role: roleOf(index, formula),
    unit: 'USD',
    better: 'up',
    ...(formula !== undefined && { formula }),
    grains: ['week', 'month', 'quarter'],
    accumulation: 'flow',
    source: { system: 'warehouse' },
    owner: teams[index % teams.length]!,
    ...(index === 0 && { of: 'business' }),
  };
}

function roleOf(index: number, formula: string | undefined): Metric['role'] {
  if (index === 0) return 'outcome';
  return formula === undefined ? 'input' : 'driver';
}

function formulaOf([m1, m2, m3, m4]: readonly string[]): string | undefined {
  if (m1 === undefined) return undefined;
  if (m4 === undefined) return `${m1} * 1.5`;
  return `${m1} * ${m2} / (${m3} + 2.5 * ${m4})`;
}
