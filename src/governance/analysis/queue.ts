/** Hands out what costs least first, and of equal costs what came last, so that a search goes deep: a binary heap (Williams, 1964). */
export interface Queue<T> {
  readonly add: (item: T, cost: number) => void;
  readonly take: () => Entry<T> | undefined;
}

interface Entry<T> {
  readonly item: T;
  readonly cost: number;
}

export function createQueue<T>(): Queue<T> {
  const heap: (Entry<T> & { readonly turn: number })[] = [];
  let turn = 0;
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [heap[a]!, heap[b]!];
    return first.cost < second.cost || (first.cost === second.cost && first.turn > second.turn);
  };
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    add(item, cost) {
      let at = heap.push({ item, cost, turn: turn++ }) - 1;
      for (let parent = (at - 1) >> 1; at > 0 && isBefore(at, parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    take() {
      const [first] = heap;
      const last = heap.pop();
      if (last === undefined || first === undefined || heap.length === 0) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && isBefore(child, least)) least = child;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
