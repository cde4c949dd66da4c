/** A binary heap of numbers: `isBefore` says which of two comes first. The list given is its memory. */
export interface Heap {
  readonly peek: () => number | undefined;
  /** Takes the first item out. */
  readonly drop: () => void;
  /** Moves the first item to its place after it has become worse. */
  readonly sink: () => void;
}

export function createHeap(items: number[], isBefore: (item: number, other: number) => boolean): Heap {
  for (let at = (items.length >> 1) - 1; at >= 0; at--) sinkFrom(at);
  return {
    peek: () => items[0],
    drop() {
      const last = items.pop()!;
      if (items.length === 0) return;
      items[0] = last;
      sinkFrom(0);
    },
    sink: () => sinkFrom(0),
  };

  function sinkFrom(from: number): void {
    const item = items[from]!;
    let at = from;
    for (let child = 2 * at + 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!)) child++;
      if (!isBefore(items[child]!, item)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
  }
}
