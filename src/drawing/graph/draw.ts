import type { Group, Point } from '../scene.js';
import { drawCard, type EdgeText, type MeasuredCard } from './card.js';
import { drawEdge, drawLoop, type ToPicture } from './edges.js';
import type { Placement } from './place.js';
import type { Straight } from './route.js';
import type { Direction, Edge, Graph } from './types.js';

/** A graph in its place. */
export interface Laid {
  readonly direction: Direction;
  readonly cards: readonly MeasuredCard[];
  /** Those from one card to another, and, by their place, their words and whether they lead from a later layer to an earlier one. */
  readonly edges: readonly Edge[];
  readonly words: readonly (EdgeText | undefined)[];
  readonly back: readonly boolean[];
  readonly placement: Placement;
  readonly straights: readonly (readonly Straight[])[];
}

/** Beside the line of an edge, for its tip. */
const besideLine = 4;

/** How wide and how high it is. */
export function sizeOf(laid: Laid): Point {
  const [from, to] = spanOf(laid);
  return laid.direction === 'down' ? [to - from, lengthOf(laid)] : [lengthOf(laid), to - from];
}

/** Returns the cards and the edges, from a top left corner on. */
export function draw(graph: Graph, laid: Laid, left: number, top: number): readonly Group[] {
  const { direction, cards, placement } = laid;
  const toPicture = toPictureOf(laid, left, top);
  const middles = placement.cards.map(({ across, along }) => toPicture(across, along));
  const nodes = cards.map((card, index) => {
    const [x, y] = middles[index]!;
    return drawCard(card, x - card.width / 2, y - card.height / 2);
  });
  const edges = laid.edges.map((edge, index) => {
    const text = laid.words[index];
    const at = placement.edges[index]!.text;
    const words = text && at && { text, middle: toPicture(at.across, at.along) };
    return drawEdge(edge, laid.straights[index]!, laid.back[index]!, words, toPicture);
  });
  const loops = graph.edges
    .filter(({ from, to }) => from === to)
    .map((edge) => {
      const [x, y] = middles[edge.from]!;
      const { width, height } = cards[edge.from]!;
      if (direction !== 'down') return drawLoop(edge, [x, y + height / 2], [0, 1], [1, 0]);
      return drawLoop(edge, [x + width / 2, y], [1, 0], [0, 1]);
    });
  return [
    { kind: 'group', role: 'group', label: 'Nodes', parts: nodes },
    { kind: 'group', role: 'group', label: 'Edges', parts: [...edges, ...loops] },
  ];
}

function toPictureOf(laid: Laid, left: number, top: number): ToPicture {
  const [from] = spanOf(laid);
  const length = lengthOf(laid);
  switch (laid.direction) {
    case 'down':
      return (across, along) => [left + across - from, top + along];
    case 'left':
      return (across, along) => [left + length - along, top + across - from];
    case 'right':
      return (across, along) => [left + along, top + across - from];
  }
}

/** What it takes across: dagre leaves edges beside the cards out. */
function spanOf({ placement, straights }: Laid): readonly [from: number, to: number] {
  const placed = [...placement.cards, ...placement.edges.flatMap(({ text }) => text ?? [])];
  const lines = straights.flat();
  const starts = [
    ...placed.map(({ across, size }) => across - size.across / 2),
    ...lines.map(({ across }) => across - besideLine),
  ];
  const ends = [
    ...placed.map(({ across, size }) => across + size.across / 2),
    ...lines.map(({ across }) => across + besideLine),
  ];
  const from = starts.reduce((least, start) => Math.min(least, start), starts[0] ?? 0);
  return [from, ends.reduce((most, end) => Math.max(most, end), from)];
}

function lengthOf({ placement }: Laid): number {
  return placement.cards.reduce((most, { along, size }) => Math.max(most, along + size.along / 2), 0);
}
