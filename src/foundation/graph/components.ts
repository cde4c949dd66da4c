import type { Graph } from './create.js';

/** The strongly connected components of a graph. */
export interface Components {
  readonly count: number;
  /** The component of each node, 0 to `count - 1`; an edge between components leads from a higher to a lower one. */
  readonly of: Int32Array;
}

/**
 * Returns the strongly connected components. O(nodes + edges), one depth-first pass with its own stack (Tarjan, 1972).
 */
export function stronglyConnected(graph: Graph): Components {
  const { nodes, offsets, targets } = graph;
  const visit = new Int32Array(nodes); // when a node was first met, from 1; 0 means not yet
  const low = new Int32Array(nodes); // the earliest visit known to be reachable within the component
  const next = new Int32Array(nodes); // the next edge to follow
  const of = new Int32Array(nodes).fill(-1);
  const open = new Int32Array(nodes); // met, but not yet in a component
  const path = new Int32Array(nodes); // from the root of the search to the current node
  let visits = 0;
  let opened = 0;
  let count = 0;

  const enter = (node: number): void => {
    visit[node] = low[node] = ++visits;
    next[node] = offsets[node]!;
    open[opened++] = node;
  };

  const close = (node: number): void => {
    let member: number;
    do {
      member = open[--opened]!;
      of[member] = count;
    } while (member !== node);
    count++;
  };

  const search = (root: number): void => {
    let depth = 0;
    let node = root;
    enter(node);
    for (;;) {
      if (next[node]! < offsets[node + 1]!) {
        const target = targets[next[node]!++]!;
        if (visit[target] === 0) {
          path[depth++] = node;
          node = target;
          enter(node);
        } else if (of[target] === -1 && visit[target]! < low[node]!) {
          low[node] = visit[target]!;
        }
        continue;
      }
      if (low[node] === visit[node]) close(node);
      if (depth === 0) return;
      const parent = path[--depth]!;
      if (low[node]! < low[parent]!) low[parent] = low[node]!;
      node = parent;
    }
  };

  for (let root = 0; root < nodes; root++) if (visit[root] === 0) search(root);
  return { count, of };
}
