import type { Pair } from './acyclic.js';
import type { Dagre } from './dagre.js';

/** What takes room: across the edges, and along them. */
export interface Extent {
  readonly across: number;
  readonly along: number;
}

/** Something in its place: its middle and its size. Along grows from layer to layer. */
export interface Placed {
  readonly across: number;
  readonly along: number;
  readonly size: Extent;
}

/** An edge as it is given to dagre: from the earlier layer to the later one. */
export interface PlainEdge extends Pair {
  readonly text?: Extent;
  /** It is kept straight and short rather than others. */
  readonly matters: boolean;
}

export interface PlacedEdge {
  readonly from: number;
  readonly to: number;
  /** Where it passes the layers between its ends, in their order. */
  readonly passes: readonly { readonly across: number; readonly along: number }[];
  /** Where its words are; one of the places that it passes. */
  readonly text?: Placed;
}

export interface Placement {
  readonly cards: readonly Placed[];
  readonly edges: readonly PlacedEdge[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Beyond as many cards and edges the best of all layers takes too long. */
const mostForSimplex = 300;

/**
 * Returns where dagre puts cards and edges without circles: in layers (Gansner et al. 1993), with few crossings (Barth, Jünger and
 * Mutzel 2002 count them), and across as Brandes and Köpf (2001) say.
 */
export function place(dagre: Dagre, cards: readonly Extent[], edges: readonly PlainEdge[]): Placement {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  const ranker = cards.length + edges.length > mostForSimplex ? 'tight-tree' : 'network-simplex';
  graph.setGraph({ rankdir: 'TB', ranksep: gapBetween(cards.length, edges), nodesep: 14, edgesep: 12, ranker });
  for (const [index, { across, along }] of cards.entries()) {
    graph.setNode(String(index), { width: across, height: along });
  }
  for (const [index, { from, to, text, matters }] of edges.entries()) {
    const size = { width: text?.across ?? 0, height: text?.along ?? 0, labelpos: 'c', weight: matters ? 4 : 1 };
    graph.setEdge(String(from), String(to), size, String(index));
  }
  dagre.layout(graph);
  return {
    cards: cards.map((size, index) => placed(graph.node(String(index)) as Point, size)),
    edges: edges.map(({ from, to, text }, index) => {
      const edge = graph.edge(String(from), String(to), String(index)) as Point & { points: readonly Point[] };
      const passes = edge.points.slice(1, -1).map(({ x, y }) => ({ across: x, along: y }));
      return { from, to, passes, ...(text && { text: placed(edge, text) }) };
    }),
  };
}

function placed({ x, y }: Point, size: Extent): Placed {
  return { across: x, along: y, size };
}

/** Where many edges meet in one card they need room to turn. */
export function gapBetween(count: number, edges: readonly Pair[]): number {
  const ends = new Array<number>(count).fill(0);
  for (const { from, to } of edges) {
    ends[from]!++;
    ends[to]!++;
  }
  return Math.min(72, 32 + 4 * ends.reduce((most, number) => Math.max(most, number), 0));
}
