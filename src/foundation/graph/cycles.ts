import { type Allowance, circuitsThroughFirst, shortestThroughFirst } from './circuits.js';
import type { Graph } from './create.js';
import { cyclicRegions, type Region, withoutFirst } from './region.js';

export interface CycleLimits {
  /** How many cycles of two nodes and more to list; 1,000 unless said. */
  readonly cycles?: number;
  /** How many edges to follow and members to write in their search; 2,000,000 unless said. */
  readonly steps?: number;
}

export interface Cycles {
  /** Each cycle once, from its smallest node along the edges; sorted by members. */
  readonly cycles: readonly Int32Array[];
  /** Whether these are all; false when a limit ended the search. */
  readonly complete: boolean;
}

/**
 * Returns every elementary cycle as a full path; a self-loop is a cycle of one. Each round enumerates the cycles through
 * the smallest node of a strongly connected region, takes that node out and goes on with the regions left (Johnson,
 * 1975). Small regions come first, so that one dense region does not use up the limits.
 *
 * The limits bound the search, never the coverage: all self-loops are listed, and a strongly connected region for which
 * nothing was left gives one shortest cycle through its smallest node. That part is linear.
 */
export function findCycles(graph: Graph, limits: CycleLimits = {}): Cycles {
  const allowance: Allowance = { cycles: limits.cycles ?? 1_000, steps: limits.steps ?? 2_000_000 };
  const cycles = selfLoops(graph);
  const identity = new Int32Array(graph.nodes).map((_, index) => index);
  const regions = cyclicRegions(graph, identity).sort((a, b) => a.graph.nodes - b.graph.nodes);
  let complete = true;
  for (const region of regions) {
    const before = cycles.length;
    if (!enumerate(region, allowance, cycles)) complete = false;
    if (cycles.length === before) cycles.push(shortestThroughFirst(region));
  }
  // Those of one first node were found in order, loops before all.
  return { cycles: cycles.sort((a, b) => a[0]! - b[0]!), complete };
}

function enumerate(region: Region, allowance: Allowance, cycles: Int32Array[]): boolean {
  const work = [region];
  for (let current = work.pop(); current !== undefined; current = work.pop()) {
    if (!circuitsThroughFirst(current, allowance, (cycle) => cycles.push(cycle))) return false;
    allowance.steps -= current.graph.targets.length;
    for (const rest of withoutFirst(current)) work.push(rest);
  }
  return true;
}

function selfLoops({ nodes, offsets, targets }: Graph): Int32Array[] {
  const loops: Int32Array[] = [];
  for (let node = 0; node < nodes; node++) {
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      if (targets[edge] === node) loops.push(Int32Array.of(node));
    }
  }
  return loops;
}
