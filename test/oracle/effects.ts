/** One step by which a metric moves another. */
export interface NaiveEdge {
  readonly from: string;
  readonly to: string;
  readonly sign: number;
}

/** How one metric moves each other: the signs along every single path, 0 where two differ or one is 0. No cycles. */
export function effectsNaively(edges: readonly NaiveEdge[], cause: string): ReadonlyMap<string, number> {
  const found = new Map<string, Set<number>>();
  const walk = (at: string, sign: number): void => {
    for (const edge of edges) {
      if (edge.from !== at) continue;
      found.set(edge.to, (found.get(edge.to) ?? new Set()).add(sign * edge.sign));
      walk(edge.to, sign * edge.sign);
    }
  };
  walk(cause, 1);
  return new Map([...found].map(([to, signs]) => [to, signs.size === 1 ? [...signs][0]! : 0] as const));
}

/** Whether a metric is one of some others or leads to one, by trying every way that passes no metric twice. */
export function leadsNaively(
  edges: readonly Pick<NaiveEdge, 'from' | 'to'>[],
  start: string,
  ends: ReadonlySet<string>,
  passed: ReadonlySet<string> = new Set(),
): boolean {
  if (ends.has(start)) return true;
  if (passed.has(start)) return false;
  const next = new Set([...passed, start]);
  return edges.some((edge) => edge.from === start && leadsNaively(edges, edge.to, ends, next));
}
