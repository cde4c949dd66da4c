/**
 * The naive twin of `nearestName`: the whole table for every candidate, then the smallest by distance, the same text
 * before any other, and code-unit order.
 */
export function naiveNearestName(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > 64) return undefined;
  const wanted = text.toLowerCase();
  let bound = 3;
  if (wanted.length <= 8) bound = 2;
  if (wanted.length <= 4) bound = 1;
  if (wanted.length <= 1) bound = 0;
  const near = candidates
    .filter((name) => name.length <= 64)
    .map((name) => ({ name, distance: name === text ? -1 : alignment(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near[0]?.name;
}

/** Optimal string alignment by its definition. */
function alignment(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const ways = [];
      if (i === 0 && j === 0) ways.push(0);
      if (i > 0) ways.push(table[i - 1]![j]! + 1);
      if (j > 0) ways.push(table[i]![j - 1]! + 1);
      if (i > 0 && j > 0) ways.push(table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...ways);
    }
  }
  return table[a.length]![b.length]!;
}
