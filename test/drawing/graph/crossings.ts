import type { Placement } from '../../../src/drawing/graph/place.js';

/** Returns how often lines cross that run straight from layer to layer. */
export function crossingsOf({ cards, edges }: Placement): number {
  const gaps = new Map<number, { readonly from: number; readonly to: number }[]>();
  for (const { from, to, passes } of edges) {
    const stops = [cards[from]!, ...passes, cards[to]!];
    for (const [index, stop] of stops.entries()) {
      const next = stops[index + 1];
      if (next === undefined) break;
      const gap = Math.round(stop.along * 100);
      const lines = gaps.get(gap) ?? [];
      lines.push({ from: stop.across, to: next.across });
      gaps.set(gap, lines);
    }
  }
  let crossings = 0;
  for (const lines of gaps.values()) {
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        if ((one.from - other.from) * (one.to - other.to) < 0) crossings++;
      }
    }
  }
  return crossings;
}
