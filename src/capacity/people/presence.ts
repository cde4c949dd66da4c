import { dayNumberOf } from '../../foundation/instant.js';
import type { DaySpan } from '../../organization/types.js';

/** Days from one up to, not with, another, as day numbers. */
export type Stretch = readonly [from: number, to: number];

/**
 * The days of a horizon on which somebody is there, as stretches apart from each other: those of an engagement, or all where
 * engagements are undefined, less absences. A span that ends before it begins has no days.
 */
export function presenceIn(
  [first, last]: Stretch,
  engagements: readonly DaySpan[] | undefined,
  absences: readonly DaySpan[] = [],
): readonly Stretch[] {
  const there = joined(engagements ?? [{}], first, last);
  const away = joined(absences, first, last);
  const found: Stretch[] = [];
  let next = 0;
  for (const [from, to] of there) {
    let at = from;
    while (next < away.length && away[next]![1] <= at) next++;
    for (let index = next; index < away.length && away[index]![0] < to; index++) {
      if (away[index]![0] > at) found.push([at, away[index]![0]]);
      at = Math.max(at, away[index]![1]);
    }
    if (at < to) found.push([at, to]);
  }
  return found;
}

/** The days of any of the spans within two days, in order and apart from each other. */
function joined(spans: readonly DaySpan[], first: number, last: number): readonly Stretch[] {
  const clipped = spans
    .map(
      ({ from, to }): Stretch => [
        from === undefined ? first : Math.max(first, dayNumberOf(from)),
        to === undefined ? last : Math.min(last, dayNumberOf(to)),
      ],
    )
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const found: [number, number][] = [];
  for (const [from, to] of clipped) {
    const before = found.at(-1);
    if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to);
    else found.push([from, to]);
  }
  return found;
}
