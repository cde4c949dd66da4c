import { dayNumberOf } from '../../foundation/instant.js';
import type { DaySpan } from '../types.js';

/** Earlier, or later, than every day there is. */
export const beginning: number = -(2 ** 31);
export const end: number = 2 ** 31 - 1;

/** Entries with their days, as numbers; `to` is the first day after. */
export interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function spansOf(entries: readonly DaySpan[]): Spans {
  return {
    from: Int32Array.from(entries, ({ from }) => (from === undefined ? beginning : dayNumberOf(from))),
    to: Int32Array.from(entries, ({ to }) => (to === undefined ? end : dayNumberOf(to))),
  };
}

/**
 * The entries of each key, ready to be asked which of them hold on a day. Those of key `k` stand from `offsets[k]` up to, not
 * with, `offsets[k + 1]`, by the day on which they begin. Each such row is read as a search tree whose root is its middle, and
 * `latest` has the last end in the tree below a place: an interval tree without pointers (Cormen et al., 2009, 14.3).
 */
export interface Timeline {
  readonly offsets: Int32Array;
  readonly entries: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly latest: Int32Array;
}

/** `keyOf[i]` is the key of entry `i`. */
export function createTimeline(keys: number, keyOf: Int32Array, spans: Spans): Timeline {
  const offsets = new Int32Array(keys + 1);
  for (const key of keyOf) offsets[key + 1]!++;
  for (let key = 0; key < keys; key++) offsets[key + 1]! += offsets[key]!;
  const next = offsets.slice(0, keys);
  const entries = new Int32Array(keyOf.length);
  for (let entry = 0; entry < keyOf.length; entry++) entries[next[keyOf[entry]!]!++] = entry;

  const byStart = (a: number, b: number) => spans.from[a]! - spans.from[b]!;
  for (let key = 0; key < keys; key++) {
    if (offsets[key + 1]! - offsets[key]! > 1) entries.subarray(offsets[key]!, offsets[key + 1]!).sort(byStart);
  }
  const from = entries.map((entry) => spans.from[entry]!);
  const to = entries.map((entry) => spans.to[entry]!);
  const latest = to.slice();
  // As deep as the logarithm of a row.
  const fill = (low: number, high: number): number => {
    if (low >= high) return beginning;
    const middle = (low + high) >>> 1;
    latest[middle] = Math.max(to[middle]!, fill(low, middle), fill(middle + 1, high));
    return latest[middle]!;
  };
  for (let key = 0; key < keys; key++) fill(offsets[key]!, offsets[key + 1]!);
  return { offsets, entries, from, to, latest };
}

/** How many entries a key has, on whatever days. */
export function countOf({ offsets }: Timeline, key: number): number {
  return offsets[key + 1]! - offsets[key]!;
}

/** A row, or a part of one, that is read through faster than it is searched. */
const short = 64;

/** The entries of a key that hold on a day, in no order that means anything. O(log n) for each of them. */
export function entriesOn({ offsets, entries, from, to, latest }: Timeline, key: number, day: number): number[] {
  const found: number[] = [];
  const open = [offsets[key]!, offsets[key + 1]!];
  while (open.length > 0) {
    const high = open.pop()!;
    const low = open.pop()!;
    if (high - low <= short) {
      for (let at = low; at < high && from[at]! <= day; at++) if (to[at]! > day) found.push(entries[at]!);
      continue;
    }
    const middle = (low + high) >>> 1;
    if (latest[middle]! <= day) continue;
    open.push(low, middle);
    if (from[middle]! > day) continue;
    if (to[middle]! > day) found.push(entries[middle]!);
    open.push(middle + 1, high);
  }
  return found;
}
