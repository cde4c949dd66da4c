import * as fc from 'fast-check';
import { createGraph, type Graph, graphBuilder } from '../../../src/foundation/graph.js';
import type { Edge } from '../../oracle/graph.js';

/** A small graph as a list of edges, repeated edges and self-loops included. */
export function smallGraph(most: number): fc.Arbitrary<{ nodes: number; edges: Edge[] }> {
  return fc.integer({ min: 1, max: most }).chain((nodes) => {
    const node = fc.nat(nodes - 1);
    return fc.record({ nodes: fc.constant(nodes), edges: fc.array(fc.tuple(node, node), { maxLength: nodes * 3 }) });
  });
}

export function graphOf(nodes: number, edges: readonly Edge[]): Graph {
  return createGraph(
    nodes,
    Int32Array.from(edges, ([from]) => from),
    Int32Array.from(edges, ([, to]) => to),
  );
}

/** 0 -> 1 -> ... -> n - 1. */
export function chainOf(nodes: number): Graph {
  const from = new Int32Array(nodes - 1).map((_, index) => index);
  return createGraph(
    nodes,
    from,
    from.map((node) => node + 1),
  );
}

/** 0 -> 1 -> ... -> n - 1 -> 0. */
export function ringOf(nodes: number): Graph {
  const from = new Int32Array(nodes).map((_, index) => index);
  return createGraph(
    nodes,
    from,
    from.map((node) => (node + 1) % nodes),
  );
}

/** Every node to every other. */
export function completeGraph(nodes: number): Graph {
  const builder = graphBuilder(nodes);
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) if (from !== to) builder.add(from, to);
  }
  return builder.build();
}
