import { packRows } from '../pack.js';
import type { PlacedEdge, Placement } from './place.js';

const betweenLanes = 12;
const besideCards = 16;
const betweenParallels = 14;

/**
 * Returns cards that follow one another singly in a straight line, with the edges past them in lanes on its sides: those that lead on on
 * the one, those that lead back on the other. Anything else comes back as it is.
 */
export function straightened(placement: Placement, back: readonly boolean[]): Placement {
  const { cards, edges } = placement;
  const order = cards.map((_, index) => index).sort((one, other) => cards[one]!.along - cards[other]!.along);
  const layer = new Map(order.map((card, index) => [card, index]));
  const stepsOf = ({ from, to }: PlacedEdge) => layer.get(to)! - layer.get(from)!;
  const single = new Set(cards.map(({ along }) => Math.round(along))).size === cards.length;
  if (!single || edges.some((edge) => edge.text !== undefined && stepsOf(edge) === 1)) return placement;

  const half = cards.reduce((most, { size }) => Math.max(most, size.across / 2), 0) + besideCards;
  const across = new Array<number>(edges.length).fill(0);
  for (const side of [false, true]) {
    const passing = edges
      .map((_, index) => index)
      .filter((index) => back[index] === side && stepsOf(edges[index]!) > 1);
    // Short ones are nearest to the cards, so that long ones need not cross them.
    passing.sort((one, other) => stepsOf(edges[one]!) - stepsOf(edges[other]!) || one - other);
    const lanes = lanesOf(
      passing.map((index) => edges[index]!),
      (edge) => [layer.get(edge.from)!, layer.get(edge.to)!],
    );
    for (const [order, index] of passing.entries()) across[index] = (side ? 1 : -1) * (half + lanes[order]!);
  }
  const parallels = new Map<number, number[]>();
  for (const [index, edge] of edges.entries()) {
    if (stepsOf(edge) === 1) parallels.set(edge.from, [...(parallels.get(edge.from) ?? []), index]);
  }
  for (const together of parallels.values()) {
    for (const [order, index] of together.entries()) {
      across[index] = (order - (together.length - 1) / 2) * betweenParallels;
    }
  }
  return {
    cards: cards.map((card) => ({ ...card, across: 0 })),
    edges: edges.map((edge, index) => ({
      ...edge,
      passes: edge.passes.map((pass) => ({ ...pass, across: across[index]! })),
      ...(edge.text && { text: { ...edge.text, across: across[index]! } }),
    })),
  };
}

/** How far out the middle of each edge's lane is; edges share one where they do not pass the same cards. */
function lanesOf(
  edges: readonly PlacedEdge[],
  layersOf: (edge: PlacedEdge) => readonly [from: number, to: number],
): readonly number[] {
  const rows = packRows(
    edges.map((edge) => {
      const [left, right] = layersOf(edge);
      return { left, right };
    }),
    0,
  );
  const widths: number[] = [];
  for (const [index, row] of rows.entries()) {
    widths[row] = Math.max(widths[row] ?? 0, edges[index]!.text?.size.across ?? 0);
  }
  const starts: number[] = [];
  let start = 0;
  for (const width of widths) {
    starts.push(start + width / 2);
    start += width + betweenLanes;
  }
  return rows.map((row) => starts[row]!);
}
