import type { Graph } from './create.js';
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
  const { blocked, free, wait } = createBlocks(graph);
  const next = offsets.slice(0, nodes);
  const path = new Int32Array(nodes); // path[0] is node 0
  const closed = new Uint8Array(nodes); // whether a cycle was found below this place of the path
  blocked[0] = 1;
  let depth = 1;
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
    if (closed[depth] === 0) {
      wait(node);
    } else {
      free(node);
      if (depth > 0) closed[depth - 1] = 1;
    }
  }
  return true;
}

interface Blocks {
  /** 1 for a node that is on the path, or from which the path blocks every way to the first node. */
  readonly blocked: Uint8Array;
  /** Keeps a node blocked until one of its targets is freed. */
  readonly wait: (node: number) => void;
  /** Frees a node and whatever waits for it. */
  readonly free: (node: number) => void;
}

function createBlocks({ nodes, offsets, targets }: Graph): Blocks {
  const blocked = new Uint8Array(nodes);
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < nodes; node++) sources.fill(node, offsets[node], offsets[node + 1]);
  // Who waits for a node: a list of edges threaded through `waitingAfter`, each in it at most once.
  const firstWaiting = new Int32Array(nodes).fill(-1);
  const waitingAfter = new Int32Array(targets.length);
  const waits = new Uint8Array(targets.length);
  const toFree = new Int32Array(nodes);
  return {
    blocked,
    wait(node) {
      for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
        if (waits[edge] === 1) continue;
        waits[edge] = 1;
        waitingAfter[edge] = firstWaiting[targets[edge]!]!;
        firstWaiting[targets[edge]!] = edge;
      }
    },
    free(node) {
      blocked[node] = 0;
      toFree[0] = node;
      let pending = 1;
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
    },
  };
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
