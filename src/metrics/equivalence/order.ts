import { graphBuilder, stronglyConnected } from '../../foundation/graph.js';
import type { CompiledMetrics } from '../compile.js';

/**
 * Every metric after all that its formula mentions, of an earlier period too; within a recurrence, after what it needs of
 * its own period.
 */
export function orderWithLags({ metrics, order }: CompiledMetrics): Int32Array {
  if (!metrics.some(({ formula }) => formula?.references.some(({ lagged }) => lagged))) return order;
  const edges = graphBuilder(metrics.length);
  for (const { index, components } of metrics) for (const component of components) edges.add(index, component.index);
  const { count, of } = stronglyConnected(edges.build());
  const start = new Int32Array(count + 1);
  for (const component of of) start[component + 1]!++;
  for (let component = 0; component < count; component++) start[component + 1]! += start[component]!;
  const result = new Int32Array(metrics.length);
  for (const index of order) result[start[of[index]!]!++] = index;
  return result;
}
