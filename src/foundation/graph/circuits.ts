import type { Region } from './region.js';

/** What may still be spent; counted down by the search. */
export interface Allowance {
  cycles: number;
  /** Edges followed and members written. */
  steps: number;
}

/**
 * Passes every elementary cycle through the region's first node to `found`, as labels, and returns whether that was all
 * of them: false when the allowance ran out. Johnson's search (1975) with its own stack: a node whose search led nowhere
 * stays blocked until a node that it waits for is freed, so the work between two cycles is O(nodes + edges).
 */
export function circuitsThroughFirst(
  region: Region,
  allowance: Allowance,
  found: (cycle: Int32Array) => void,
): boolean {
  const { graph, labels } = region;
  const { nodes, offsets, targets } = graph;
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < nodes; node++) sources.fill(node, offsets[node], offsets[node + 1]);
  const blocked = new Uint8Array(nodes);
  const next = offsets.slice(0, nodes);
  const path = new Int32Array(nodes);
  const closed = new Uint8Array(nodes); // whether a cycle was found below this place of the path
  // Who waits for a node: a list of edges threaded through `waitingAfter`, each in it at most once.
  const firstWaiting = new Int32Array(nodes).fill(-1);
  const waitingAfter = new Int32Array(targets.length);
  const waits = new Uint8Array(targets.length);
  const toFree = new Int32Array(nodes);

  const free = (node: number): void => {
    blocked[node] = 0;
    let pending = 1;
    toFree[0] = node;
    while (pending > 0) {
      const freed = toFree[--pending]!;
      for (let edge = firstWaiting[freed]!; edge !== -1; edge = waitingAfter[edge]!) {
        waits[edge] = 0;
        const source = sources[edge]!;
        if (blocked[source] === 1) {
          blocked[source] = 0;
          toFree[pending++] = source;
        }
      }
      firstWaiting[freed] = -1;
    }
  };

  let depth = 1; // path[0] is node 0
  blocked[0] = 1;
  while (depth > 0) {
    const node = path[depth - 1]!;
    if (next[node]! < offsets[node + 1]!) {
      if (allowance.steps-- <= 0) return false;
      const target = targets[next[node]!++]!;
      if (target === 0) {
        if (allowance.cycles <= 0 || allowance.steps < depth) return false;
        allowance.cycles--;
        allowance.steps -= depth;
        closed[depth - 1] = 1;
        found(path.slice(0, depth).map((member) => labels[member]!));
      } else if (blocked[target] === 0) {
        blocked[target] = 1;
        next[target] = offsets[target]!;
        closed[depth] = 0;
        path[depth++] = target;
      }
      continue;
    }
    depth--;
    if (closed[depth] === 1) {
      free(node);
      if (depth > 0) closed[depth - 1] = 1;
      continue;
    }
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      if (waits[edge] === 1) continue;
      waits[edge] = 1;
      waitingAfter[edge] = firstWaiting[targets[edge]!]!;
      firstWaiting[targets[edge]!] = edge;
    }
  }
  return true;
}

/** Returns a shortest cycle through the region's first node, as labels. O(nodes + edges). */
export function shortestThroughFirst({ graph, labels }: Region): Int32Array {
  const { nodes, offsets, targets } = graph;
  const parent = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes); // queue[0] is node 0
  let met = 1;
  for (let done = 0; done < met; done++) {
    const node = queue[done]!;
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const target = targets[edge]!;
      if (target === 0) return pathTo(node, parent, labels);
      if (parent[target] === -1) {
        parent[target] = node;
        queue[met++] = target;
      }
    }
  }
  return labels.slice(0, 1); // not reached: a region is strongly connected
}

function pathTo(end: number, parent: Int32Array, labels: Int32Array): Int32Array {
  const path: number[] = [];
  for (let node = end; node !== -1; node = parent[node]!) path.push(labels[node]!);
  return Int32Array.from(path.reverse());
}
