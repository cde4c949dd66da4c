/** Ids as numbers, in the order of the ids: whatever is sorted by number is sorted by id. */
export interface Numbering {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
}

export function numberIds(all: Iterable<string>): Numbering {
  const ids = [...new Set(all)].sort();
  return { ids, numberOf: new Map(ids.map((id, index) => [id, index])) };
}

/** The ids of some numbers: each once, in their order. */
export function idsOf({ ids }: Numbering, numbers: readonly number[]): readonly string[] {
  const sorted = new Int32Array(numbers).sort();
  const found: string[] = [];
  for (let at = 0; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) found.push(ids[sorted[at]!]!);
  return found;
}
