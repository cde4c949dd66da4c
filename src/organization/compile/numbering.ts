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
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.filter((number, index) => number !== sorted[index - 1]).map((number) => ids[number]!);
}
