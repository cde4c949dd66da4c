/** Fair shares by the plainest means: filling again whenever somebody has enough, and dealing task by task. */

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export interface OracleClaim {
  readonly demand: number;
  readonly weight: number;
  readonly group?: string | undefined;
}

/** Whole weights only. First the groups in the order in which they are named and the claims without one, then inside of each group. */
export function fillUnits(
  capacity: number,
  claims: readonly OracleClaim[],
  groupWeights: Readonly<Record<string, number>>,
): readonly number[] {
  const groups = [...new Set(claims.flatMap(({ group }) => group ?? []))];
  const inGroup = (name: string) => claims.filter(({ group }) => group === name);
  const single = claims.filter(({ group }) => group === undefined);
  const sums = groups.map((group) => ({
    demand: inGroup(group).reduce((sum, { demand }) => sum + demand, 0),
    weight: groupWeights[group] ?? 1,
  }));
  const top = roundedFill(capacity, [...sums, ...single]);
  const shares = new Map<OracleClaim, number>();
  for (const [at, claim] of single.entries()) shares.set(claim, top[groups.length + at]!);
  for (const [place, group] of groups.entries()) {
    const own = roundedFill(top[place]!, inGroup(group));
    for (const [at, claim] of inGroup(group).entries()) shares.set(claim, own[at]!);
  }
  return claims.map((claim) => shares.get(claim)!);
}

function roundedFill(capacity: number, claims: readonly OracleClaim[]): readonly number[] {
  const exact = fillExactly(capacity, claims);
  const given = exact.map(({ over, under }) => Number(over / under));
  const total = Math.min(
    capacity,
    claims.reduce((sum, { demand }) => sum + demand, 0),
  );
  const rest = (at: number) => ({ over: exact[at]!.over % exact[at]!.under, under: exact[at]!.under });
  for (let left = total - given.reduce((sum, own) => sum + own, 0); left > 0; left--) {
    const open = [...claims.keys()].filter((at) => BigInt(given[at]!) === exact[at]!.over / exact[at]!.under);
    const best = open.reduce((a, b) => (rest(b).over * rest(a).under > rest(a).over * rest(b).under ? b : a));
    given[best]!++;
  }
  return given;
}

/** What everybody is due if units could be divided. */
export function fillExactly(capacity: number, claims: readonly OracleClaim[]): readonly Fraction[] {
  const shares = claims.map((): Fraction => ({ over: 0n, under: 1n }));
  let open = [...claims.keys()];
  let left = BigInt(capacity);
  while (open.length > 0) {
    const weight = open.reduce((sum, at) => sum + BigInt(claims[at]!.weight), 0n);
    const enough = open.filter((at) => BigInt(claims[at]!.demand) * weight <= left * BigInt(claims[at]!.weight));
    if (enough.length === 0) {
      for (const at of open) shares[at] = { over: left * BigInt(claims[at]!.weight), under: weight };
      break;
    }
    for (const at of enough) {
      shares[at] = { over: BigInt(claims[at]!.demand), under: 1n };
      left -= BigInt(claims[at]!.demand);
    }
    open = open.filter((at) => !enough.includes(at));
  }
  return shares;
}

export interface OracleTaskClaim {
  readonly demand: readonly number[];
  readonly weight: number;
  readonly tasks?: number | undefined;
}

/** Algorithm 1 of Ghodsi et al. (2011), going on without whoever has no room for another task. Small numbers and whole weights only. */
export function dealTasks(capacity: readonly number[], claims: readonly OracleTaskClaim[]): readonly number[] {
  const tasks = claims.map(() => 0);
  const used = capacity.map(() => 0);
  let open = [...claims.keys()];
  while (open.length > 0) {
    const lowest = open.reduce((a, b) => (isLess(share(b), share(a)) ? b : a));
    const { demand, tasks: wanted = Number.POSITIVE_INFINITY } = claims[lowest]!;
    if (tasks[lowest]! < wanted && demand.every((own, r) => used[r]! + own <= capacity[r]!)) {
      tasks[lowest]!++;
      for (const [r, own] of demand.entries()) used[r]! += own;
    } else open = open.filter((at) => at !== lowest);
  }
  return tasks;

  function share(at: number): Fraction {
    const { demand, weight } = claims[at]!;
    const parts = demand.flatMap((own, r) =>
      own === 0 || capacity[r] === 0
        ? []
        : [{ over: BigInt(own) * BigInt(tasks[at]!), under: BigInt(capacity[r]!) * BigInt(weight) }],
    );
    return parts.reduce((a, b) => (isLess(a, b) ? b : a), { over: 0n, under: 1n });
  }
}

function isLess(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under;
}
