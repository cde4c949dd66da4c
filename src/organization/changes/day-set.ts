/** A stretch of days, as numbers, half-open; never empty. */
export type Stretch = readonly [from: number, to: number];

/** Any set of days: stretches in their order, which neither overlap nor touch. */
export type DaySet = readonly Stretch[];

/** The days of any stretches; those that end before they begin have none. */
export function daysOf(stretches: readonly Stretch[]): DaySet {
  const sorted = stretches.filter(([from, to]) => from < to).sort(([a], [b]) => a - b);
  const days: Stretch[] = [];
  for (const [from, to] of sorted) {
    const last = days.at(-1);
    if (last === undefined || last[1] < from) days.push([from, to]);
    else if (last[1] < to) days[days.length - 1] = [last[0], to];
  }
  return days;
}

/** The days that are in both. */
export function common(a: DaySet, b: DaySet): DaySet {
  const days: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]![0], b[j]![0]);
    const to = Math.min(a[i]![1], b[j]![1]);
    if (from < to) days.push([from, to]);
    if (a[i]![1] === to) i++;
    else j++;
  }
  return days;
}

/** The days of the first that are not in the second. */
export function without(a: DaySet, b: DaySet): DaySet {
  const days: Stretch[] = [];
  let next = 0;
  for (const [start, to] of a) {
    let from = start;
    while (next < b.length && b[next]![1] <= from) next++;
    for (let at = next; at < b.length && b[at]![0] < to; at++) {
      if (from < b[at]![0]) days.push([from, b[at]![0]]);
      from = b[at]![1];
    }
    if (from < to) days.push([from, to]);
  }
  return days;
}
