import type { Graph } from './create.js';

/** Returns 1 for each node that some start leads to, the starts themselves included, and 0 for the others. */
export function reachable(graph: Graph, starts: Iterable<number>): Uint8Array {
  const { nodes, offsets, targets } = graph;
  const seen = new Uint8Array(nodes);
  const queue = new Int32Array(nodes);
  let met = 0;
  for (const start of starts) {
    if (seen[start] === 0) {
      seen[start] = 1;
      queue[met++] = start;
    }
  }
  for (let done = 0; done < met; done++) {
    const node = queue[done]!;
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const target = targets[edge]!;
      if (seen[target] === 0) {
        seen[target] = 1;
        queue[met++] = target;
      }
    }
  }
  return seen;
}
