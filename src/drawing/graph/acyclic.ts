/** A pair of places, from one to the other. */
export interface Pair {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns, for each edge, whether it would close a circle with those before it that do not: it is drawn backward then. Which of a
 * circle that is depends on their order alone. An edge from a card to itself is one.
 */
export function backEdges(count: number, edges: readonly Pair[]): readonly boolean[] {
  const next: number[][] = Array.from({ length: count }, () => []);
  return edges.map(({ from, to }) => {
    if (reaches(next, to, from)) return true;
    next[from]!.push(to);
    return false;
  });
}

function reaches(next: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const place of seen) {
    if (place === to) return true;
    for (const following of next[place]!) seen.add(following);
  }
  return false;
}

/** Returns how many cards the longest way along edges has, of edges without a circle. */
export function layerCount(count: number, edges: readonly Pair[]): number {
  const layers = new Array<number>(count).fill(1);
  let changed = true;
  while (changed) {
    changed = false;
    for (const { from, to } of edges) {
      if (layers[to]! > layers[from]!) continue;
      layers[to] = layers[from]! + 1;
      changed = true;
    }
  }
  return layers.reduce((most, layer) => Math.max(most, layer), 0);
}
