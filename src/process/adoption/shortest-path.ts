import type { LegalStep } from './conformance-types.js';
import type { Edge, GateGraph, Node } from './gate-graph.js';
import { keyOf } from './whereabouts.js';

/** A way through the graph, and how many decisions it takes. */
export interface LegalPath {
  readonly steps: readonly LegalStep[];
  readonly cost: number;
}

/** The cheapest ways from a node, by the key of the place that they lead to; on whatever track. */
export type PathsFrom = ReadonlyMap<string, LegalPath>;

interface Reached {
  readonly node: Node;
  readonly cost: number;
  readonly waivers: number;
  readonly before: Reached | undefined;
  readonly step: LegalStep | undefined;
}

/**
 * The cheapest way from a node to each place (Dijkstra, 1959, with a queue for each cost as in Dial, 1969: costs are small whole numbers).
 * Of equally cheap ways it is the one with the fewest waivers. No cheapest way asks a gate to send an item back twice, so that a gate may or may not do it at all.
 */
export function pathsFrom(graph: GateGraph, start: Node, exhausted: ReadonlySet<string>): PathsFrom {
  const settled = new Set<string>();
  const found = new Map<string, LegalPath>();
  const queues: Reached[][] = [[{ node: start, cost: 0, waivers: 0, before: undefined, step: undefined }]];
  for (let cost = 0; cost < queues.length; cost++) {
    // Every decision costs something, so that all that is reached at this cost is known by now.
    for (const reached of queues[cost]!.sort((a, b) => a.waivers - b.waivers)) {
      const { node } = reached;
      if (settled.has(node.key)) continue;
      settled.add(node.key);
      const place = keyOf(node.place);
      if (!found.has(place)) found.set(place, { steps: stepsTo(reached), cost });
      const follow = ({ to, step, cost: more }: Edge): void => {
        if (settled.has(to.key)) return;
        const next = cost + more;
        while (queues.length <= next) queues.push([]);
        const waivers = reached.waivers + (step.kind === 'go' ? (step.waiving?.length ?? 0) : 0);
        queues[next]!.push({ node: to, cost: next, waivers, before: reached, step });
      };
      graph.decisions(node, exhausted).forEach(follow);
      graph.switches(node).forEach(follow);
    }
    queues[cost] = [];
  }
  return found;
}

function stepsTo(reached: Reached): readonly LegalStep[] {
  const steps: LegalStep[] = [];
  for (let at: Reached | undefined = reached; at?.step !== undefined; at = at.before) steps.push(at.step);
  return steps.reverse();
}
