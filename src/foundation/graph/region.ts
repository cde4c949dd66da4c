import { stronglyConnected } from './components.js';
import type { Graph } from './create.js';

/** A strongly connected part of a graph, renumbered from 0 and without self-loops, so that it can be searched alone. */
export interface Region {
  readonly graph: Graph;
  /** What each node is called in the graph that the search began with; ascending. */
  readonly labels: Int32Array;
}

/** Returns the components of two nodes and more, ordered by their smallest label. O(nodes + edges). */
export function cyclicRegions(graph: Graph, labels: Int32Array): Region[] {
  const { count, of } = stronglyConnected(graph);
  if (count === graph.nodes) return [];
  const sizes = new Int32Array(count);
  for (let node = 0; node < graph.nodes; node++) sizes[of[node]!]!++;
  const members = new Map<number, Int32Array>();
  const local = new Int32Array(graph.nodes); // each node's place among the members of its component
  const filled = new Int32Array(count);
  for (let node = 0; node < graph.nodes; node++) {
    const component = of[node]!;
    if (sizes[component] === 1) continue;
    const list = members.get(component) ?? new Int32Array(sizes[component]!);
    if (filled[component] === 0) members.set(component, list);
    local[node] = filled[component]!++;
    list[local[node]!] = node;
  }
  return Array.from(members.values(), (list) => {
    const component = of[list[0]!]!;
    return {
      graph: induced(graph, list, local, (target) => of[target] === component),
      labels: list.map((node) => labels[node]!),
    };
  });
}

/** Returns what is left of a region without its first node: the regions among the other nodes. O(nodes + edges). */
export function withoutFirst({ graph, labels }: Region): Region[] {
  const rest = new Int32Array(graph.nodes - 1).map((_, index) => index + 1);
  const local = new Int32Array(graph.nodes).map((_, index) => index - 1);
  return cyclicRegions(
    induced(graph, rest, local, (target) => target !== 0),
    labels.subarray(1),
  );
}

function induced(graph: Graph, members: Int32Array, local: Int32Array, keeps: (target: number) => boolean): Graph {
  const { offsets, targets } = graph;
  const rows = new Int32Array(members.length + 1);
  let room = 0;
  for (const node of members) room += offsets[node + 1]! - offsets[node]!;
  const kept = new Int32Array(room);
  let edges = 0;
  for (let index = 0; index < members.length; index++) {
    const node = members[index]!;
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const target = targets[edge]!;
      if (target !== node && keeps(target)) kept[edges++] = local[target]!;
    }
    rows[index + 1] = edges;
  }
  return { nodes: members.length, offsets: rows, targets: kept.subarray(0, edges) };
}
