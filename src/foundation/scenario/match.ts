import type { Json } from '../json.js';

/** Which element of a list became which; an index is absent where there is none. */
export interface ElementPair {
  readonly from?: number;
  readonly to?: number;
}

export interface ElementMatch {
  /** What is not the same any more: first the removed, then in the order of the list after. */
  readonly pairs: ElementPair[];
  /** Whether elements that are in both lists have passed each other. */
  readonly reordered: boolean;
}

/**
 * Returns which elements of a list were removed, added and possibly edited. An element is known again by its `id`, else as
 * the same object or the same value; one without `id` that was edited is found at the same place between those known.
 * O(length).
 */
export function matchElements(before: readonly Json[], after: readonly Json[]): ElementMatch {
  let start = 0;
  let endBefore = before.length;
  let endAfter = after.length;
  while (start < endBefore && start < endAfter && before[start] === after[start]) start++;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const origins = originsOf(before, after, start, endBefore, endAfter);
  const reordered = !ascending(origins);
  const open = gapsOf(origins, start, endBefore);
  const edited: ElementPair[] = [];
  let known = 0;
  let rank = 0;
  for (let index = start; index < endAfter; index++) {
    const origin = origins[index - start]!;
    if (origin >= 0) {
      known++;
      rank = 0;
      if (before[origin] !== after[index]) edited.push({ from: origin, to: index });
      continue;
    }
    const gap = `${known}:${rank++}`;
    const from = idOf(after[index]!) === undefined ? open.get(gap) : undefined;
    if (from === undefined || idOf(before[from]!) !== undefined) {
      edited.push({ to: index });
    } else {
      open.delete(gap);
      edited.push({ from, to: index });
    }
  }
  const removed = Array.from(open.values(), (from) => ({ from }));
  return { pairs: [...removed, ...edited], reordered };
}

/** Where each element of the list after stood before; -1 where it is not known. */
function originsOf(
  before: readonly Json[],
  after: readonly Json[],
  start: number,
  endBefore: number,
  endAfter: number,
): Int32Array {
  // Equal keys (a duplicate id, a repeated value) are paired in their order: the last of the list comes off first.
  const places = new Map<unknown, number[]>();
  for (let index = endBefore - 1; index >= start; index--) {
    const key = keyOf(before[index]!);
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  }
  const origins = new Int32Array(endAfter - start);
  for (let index = start; index < endAfter; index++) {
    origins[index - start] = places.get(keyOf(after[index]!))?.pop() ?? -1;
  }
  return origins;
}

/** The elements before that are not known after, by the gap between known ones that they stood in. */
function gapsOf(origins: Int32Array, start: number, end: number): Map<string, number> {
  const known = new Uint8Array(end - start);
  for (const origin of origins) if (origin >= 0) known[origin - start] = 1;
  const gaps = new Map<string, number>();
  let passed = 0;
  let rank = 0;
  for (let index = start; index < end; index++) {
    if (known[index - start] === 1) {
      passed++;
      rank = 0;
    } else {
      gaps.set(`${passed}:${rank++}`, index);
    }
  }
  return gaps;
}

function ascending(origins: Int32Array): boolean {
  let last = -1;
  for (const origin of origins) {
    if (origin < 0) continue;
    if (origin < last) return false;
    last = origin;
  }
  return true;
}

function keyOf(element: Json): unknown {
  const id = idOf(element);
  return id === undefined ? element : `id ${id}`;
}

function idOf(element: Json): string | undefined {
  if (typeof element !== 'object' || element === null || !Object.hasOwn(element, 'id')) return undefined;
  const id = (element as { readonly id?: Json }).id;
  return typeof id === 'string' ? id : undefined;
}
