import type { Extent, Placed, PlacedEdge, Placement } from './place.js';

/** A part of an edge that runs straight on, past the cards of one layer. */
export interface Straight {
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

/** What a layer takes along the edges. */
interface Layer {
  readonly from: number;
  readonly to: number;
}

const betweenPorts = 14;
/** The share of a card's side at which edges may end. */
const usable = 0.7;

/**
 * Returns the straight parts of each edge, from its earlier card to its later one. Edges pass a layer straight on and turn only between
 * two layers, so that they touch no card and no words but their own.
 */
export function route({ cards, edges }: Placement): readonly (readonly Straight[])[] {
  const layers = layersOf([...cards, ...edges.flatMap(({ text }) => text ?? [])]);
  const layerAt = (along: number): Layer => layers.get(keyOf(along)) ?? { from: along, to: along };
  const passes = edges.map((edge) =>
    edge.passes
      .map(({ across, along }) => ({ across, ...layerAt(along) }))
      // Nothing is in the way there.
      .filter(({ from, to }) => to > from),
  );
  const leave = ports(
    cards,
    edges,
    ({ from }) => from,
    (edge, index) => passes[index]![0] ?? cards[edge.to]!,
  );
  const arrive = ports(
    cards,
    edges,
    ({ to }) => to,
    (edge, index) => passes[index]!.at(-1) ?? cards[edge.from]!,
  );
  return edges.map((edge, index) => {
    const first = cards[edge.from]!;
    const last = cards[edge.to]!;
    return [
      { across: leave[index]!, from: first.along + first.size.along / 2, to: layerAt(first.along).to },
      ...passes[index]!,
      { across: arrive[index]!, from: layerAt(last.along).from, to: last.along - last.size.along / 2 },
    ];
  });
}

function layersOf(all: readonly Placed[]): ReadonlyMap<number, Layer> {
  const layers = new Map<number, Layer>();
  for (const { along, size } of all) {
    const known = layers.get(keyOf(along)) ?? { from: along, to: along };
    layers.set(keyOf(along), {
      from: Math.min(known.from, along - size.along / 2),
      to: Math.max(known.to, along + size.along / 2),
    });
  }
  return layers;
}

/** All of a layer have the same middle, up to rounding. */
function keyOf(along: number): number {
  return Math.round(along * 100);
}

/** Returns where on their card edges end: side by side, in the order of where they come from, so that they do not cross there. */
function ports(
  cards: readonly { readonly across: number; readonly size: Extent }[],
  edges: readonly PlacedEdge[],
  cardOf: (edge: PlacedEdge) => number,
  neighborOf: (edge: PlacedEdge, index: number) => { readonly across: number },
): readonly number[] {
  const byCard = new Map<number, { index: number; toward: number }[]>();
  for (const [index, edge] of edges.entries()) {
    const ends = byCard.get(cardOf(edge)) ?? [];
    ends.push({ index, toward: neighborOf(edge, index).across });
    byCard.set(cardOf(edge), ends);
  }
  const found = new Array<number>(edges.length).fill(0);
  for (const [card, ends] of byCard) {
    const { across, size } = cards[card]!;
    const reach = (size.across * usable) / 2;
    const step = Math.min(betweenPorts, (2 * reach) / Math.max(1, ends.length - 1));
    ends.sort((one, other) => one.toward - other.toward || one.index - other.index);
    for (const [order, { index, toward }] of ends.entries()) {
      const offset = ends.length === 1 ? toward - across : (order - (ends.length - 1) / 2) * step;
      found[index] = across + Math.max(-reach, Math.min(reach, offset));
    }
  }
  return found;
}
