import type { Numbering } from './numbering.js';

/** The number of what stands above each; -1 where nothing known does. */
export function aboveOf<T extends { readonly id: string }>(
  { ids, numberOf }: Numbering,
  entries: readonly T[],
  parentOf: (entry: T) => string | undefined,
): Int32Array {
  const above = new Int32Array(ids.length).fill(-1);
  for (const entry of entries) {
    const parent = parentOf(entry);
    if (parent !== undefined) above[numberOf.get(entry.id)!] = numberOf.get(parent) ?? -1;
  }
  return above;
}

/** Everything above a place, the nearest first; where the line is a circle, each once and without the place itself. */
export function lineAbove(above: Int32Array, start: number): Set<number> {
  const line = new Set<number>();
  for (let at = above[start]!; at !== -1 && at !== start && !line.has(at); at = above[at]!) line.add(at);
  return line;
}
