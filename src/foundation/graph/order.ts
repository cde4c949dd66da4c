import type { Graph } from './create.js';

/** What a topological sort could order, and what it could not. */
export interface TopologicalOrder {
  /** Nodes in an order in which every edge leads forward; those of `blocked` are missing. */
  readonly order: Int32Array;
  /** Nodes on a cycle or reachable from one, ascending; empty for a graph without cycles. */
  readonly blocked: Int32Array;
}

/**
 * Returns the nodes so that each stands before its targets. Sources come first, ascending; then nodes as they become
 * free: the same graph always gives the same order. O(nodes + edges) (Kahn, 1962).
 */
export function topologicalOrder(graph: Graph): TopologicalOrder {
  const { nodes, offsets, targets } = graph;
  const waiting = new Int32Array(nodes);
  for (let edge = 0; edge < targets.length; edge++) waiting[targets[edge]!]!++;
  const order = new Int32Array(nodes); // also the queue
  let ready = 0;
  for (let node = 0; node < nodes; node++) if (waiting[node] === 0) order[ready++] = node;
  for (let done = 0; done < ready; done++) {
    const node = order[done]!;
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const target = targets[edge]!;
      if (--waiting[target]! === 0) order[ready++] = target;
    }
  }
  if (ready === nodes) return { order, blocked: new Int32Array(0) };
  const blocked = new Int32Array(nodes - ready);
  let left = 0;
  for (let node = 0; node < nodes; node++) if (waiting[node]! > 0) blocked[left++] = node;
  return { order: order.slice(0, ready), blocked };
}
