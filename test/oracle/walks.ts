/** The naive twin of effects where metrics may move each other in circles: every walk is tried, step by step. */
export type Sign = 1 | -1 | 0;

export interface SignedEdge {
  readonly from: number;
  readonly to: number;
  readonly sign: Sign;
}

/**
 * How a node moves another: the product of the signs that all walks between them share, walks that come back to the
 * cause aside; 0 where they differ, undefined where there is none. A node and the sign so far are one of 3 n states, so
 * that no walk of more steps shows anything new.
 */
export function effectOf(edges: readonly SignedEdge[], nodes: number, cause: number, target: number): Sign | undefined {
  const met = new Set<Sign>();
  let walks = new Set([`${cause} 1`]);
  for (let step = 0; step < 3 * nodes; step++) {
    const longer = new Set<string>();
    for (const walk of walks) {
      const [at, sign] = walk.split(' ').map(Number) as [number, Sign];
      for (const edge of edges) {
        if (edge.from !== at || edge.to === cause) continue;
        const next = (sign * edge.sign || 0) as Sign;
        longer.add(`${edge.to} ${next}`);
        if (edge.to === target) met.add(next);
      }
    }
    walks = longer;
  }
  if (met.size === 0) return undefined;
  return met.size === 1 ? [...met][0] : 0;
}
