import type { Requirement } from 'keelson/governance';

type Leaf = Exclude<Requirement, { all: unknown } | { any: unknown }>;

/** Every way to meet a requirement, in its order, as leaves that have to be met together; none where nothing is asked for. */
export function naiveWays(requirement: Requirement): readonly (readonly Leaf[])[] {
  if ('any' in requirement) return requirement.any.flatMap(naiveWays);
  if (!('all' in requirement)) return [[requirement]];
  let ways: readonly (readonly Leaf[])[] = [];
  for (const part of requirement.all.map(naiveWays)) {
    if (part.length === 0) continue;
    ways = ways.length === 0 ? part : ways.flatMap((way) => part.map((more) => [...way, ...more]));
  }
  return ways;
}

/** How many are missing at the least when each member is given to one asking at most, by trying every gift. */
export function naiveMissing(askings: readonly { need: number; members: readonly number[] }[]): number {
  const everybody = [...new Set(askings.flatMap(({ members }) => members))];
  const tryFrom = (index: number, needs: readonly number[]): number => {
    if (index === everybody.length) return needs.reduce((sum, need) => sum + Math.max(0, need), 0);
    const results = [tryFrom(index + 1, needs)];
    for (const [at, { members }] of askings.entries()) {
      if (!members.includes(everybody[index]!) || needs[at]! <= 0) continue;
      results.push(
        tryFrom(
          index + 1,
          needs.map((need, other) => (other === at ? need - 1 : need)),
        ),
      );
    }
    return Math.min(...results);
  };
  return tryFrom(
    0,
    askings.map(({ need }) => need),
  );
}
