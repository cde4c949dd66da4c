import { footnote, heading, margin } from '../heading.js';
import { legend } from '../legend.js';
import { checkGraph } from '../options.js';
import type { Scene } from '../scene.js';
import { plain } from '../text.js';
import { backEdges, layerCount } from './acyclic.js';
import { measureCard, measureEdgeText } from './card.js';
import type { Dagre } from './dagre.js';
import { draw, type Laid, sizeOf } from './draw.js';
import { gapBetween, type PlainEdge, place } from './place.js';
import { route } from './route.js';
import { straightened } from './spine.js';
import type { Arrangement, Direction, Edge, Graph } from './types.js';

/** What a card is wide at least, to see that layers cannot fit without laying them out. */
const atLeast = 56;
const forLoop = 24;
const forWords = 140;

/** What is the same in every arrangement. */
interface Prepared {
  readonly graph: Graph;
  /** Those from one card to another. */
  readonly edges: readonly Edge[];
  /** Whether they lead from a later layer to an earlier one. */
  readonly back: readonly boolean[];
  readonly layers: number;
  readonly gap: number;
}

/**
 * Returns the graph laid out by the first arrangement that fits into the width; where none does, by the one that comes closest, and
 * the picture is as wide as it has to be.
 */
export function layOutGraph(graph: Graph, dagre: Dagre, width: number, arrangements: readonly Arrangement[]): Scene {
  checkGraph(graph.cards.length, graph.edges.length);
  const laid = bestOf(prepare(graph), dagre, width - 2 * margin, arrangements);
  const [needed, height] = sizeOf(laid);
  const whole = Math.max(width, Math.ceil(needed + 2 * margin));
  const title = heading(graph.title, whole);
  const top = title.bottom + 12;
  const meanings = legend(graph.signs, top + height + 10, whole);
  const notes = footnote(graph.notes.map(plain), meanings.bottom, whole);
  return {
    width: whole,
    height: Math.ceil(notes.bottom + margin),
    title: plain(graph.title),
    description: plain(graph.description),
    parts: [
      ...title.parts,
      ...draw(graph, laid, Math.floor((whole - needed) / 2), top),
      ...meanings.parts,
      ...notes.parts,
    ],
  };
}

function prepare(graph: Graph): Prepared {
  const count = graph.cards.length;
  const edges = graph.edges.filter(({ from, to }) => from !== to);
  const closing = backEdges(count, edges);
  const back = closing.map((closes) => closes !== (graph.first === 'to'));
  const forward = edges.map((edge, index) => (back[index] ? turned(edge) : edge));
  return { graph, edges, back, layers: layerCount(count, forward), gap: gapBetween(count, edges) };
}

function bestOf(prepared: Prepared, dagre: Dagre, space: number, arrangements: readonly Arrangement[]): Laid {
  const { graph, layers, gap } = prepared;
  let best: Laid | undefined;
  for (const { direction, widths } of arrangements) {
    for (const [index, widest] of widths.entries()) {
      const least =
        direction !== 'down' ? layers * (widest + gap) - gap : Math.ceil(graph.cards.length / layers) * atLeast;
      const isLast = best === undefined && index === widths.length - 1;
      if (least > space && !isLast) continue;
      const laid = layOut(prepared, dagre, direction, widest);
      if (sizeOf(laid)[0] <= space) return laid;
      if (best === undefined || sizeOf(laid)[0] < sizeOf(best)[0]) best = laid;
    }
  }
  return best!;
}

function layOut({ graph, edges, back }: Prepared, dagre: Dagre, direction: Direction, widest: number): Laid {
  const lies = direction !== 'down';
  const extent = (width: number, height: number) =>
    lies ? { across: height, along: width } : { across: width, along: height };
  const cards = graph.cards.map((card) => measureCard(card, widest, lies && !card.round));
  const looped = new Set(graph.edges.filter(({ from, to }) => from === to).map(({ from }) => from));
  const sizes = cards.map(({ width, height }, index) => {
    const size = extent(width, height);
    return looped.has(index) ? { ...size, across: size.across + 2 * forLoop } : size;
  });
  const words = edges.map(({ text }) => (text === undefined ? undefined : measureEdgeText(text, forWords)));
  const plainEdges = edges.map((edge, index): PlainEdge => {
    const { from, to, line } = back[index] ? turned(edge) : edge;
    const text = words[index];
    return { from, to, matters: line === 'solid', ...(text && { text: extent(text.width, text.height) }) };
  });
  const placement = straightened(place(dagre, sizes, plainEdges), back);
  return { direction, cards, edges, words, back, placement, straights: route(placement) };
}

function turned(edge: Edge): Edge {
  return { ...edge, from: edge.to, to: edge.from };
}
