/**
 * Seats dealt one at a time, with fractions of BigInt: slow and plain. Weights are fractions too, so that decimals are given as what
 * they are. Equal claims go to the earlier rank.
 */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export interface OracleUnit {
  readonly weight: Fraction;
  readonly min: number;
  readonly max: number;
  /** Lower comes first among equals. */
  readonly rank: number;
}

export interface OracleResult {
  readonly seats: readonly number[];
  /** The places of those with equal claims to the last seats, and how many of them got one. */
  readonly tie?: { readonly among: readonly number[]; readonly seats: number };
}

export type OracleMethod = 'largestRemainder' | 'jefferson' | 'webster' | 'huntingtonHill' | 'dean' | 'adams';

const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.over * b.under - b.over * a.under;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
};

/** The square of the divisor of a claim to the next seat, from the definitions in words. */
function signpostSquared(method: OracleMethod, seats: number): Fraction {
  const [s, next] = [BigInt(seats), BigInt(seats) + 1n];
  if (method === 'adams') return { over: s * s, under: 1n };
  if (method === 'jefferson') return { over: next * next, under: 1n };
  if (method === 'webster') return { over: (s + next) * (s + next), under: 4n };
  if (method === 'huntingtonHill') return { over: s * next, under: 1n };
  // The harmonic mean: two over the sum of the inverses.
  return { over: (2n * s * next) ** 2n, under: (s + next) ** 2n };
}

/** The square of a weight over its signpost; undefined is beyond everything. */
function claim(method: OracleMethod, { weight }: OracleUnit, seats: number): Fraction | undefined {
  const { over, under } = signpostSquared(method, seats);
  if (over === 0n) return undefined;
  return { over: weight.over ** 2n * under, under: weight.under ** 2n * over };
}

/** Undefined where seats are left that nobody can take. Everybody has the minimum to begin with. */
export function dealSeatBySeat(
  units: readonly OracleUnit[],
  seats: number,
  method: Exclude<OracleMethod, 'largestRemainder'>,
): OracleResult | undefined {
  const given = units.map(({ min }) => min);
  const stronger = (a: Fraction | undefined, b: Fraction | undefined): number => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return compare(a, b);
  };
  let left = seats - given.reduce((sum, own) => sum + own, 0);
  let tie: OracleResult['tie'];
  while (left > 0) {
    const open = units.flatMap((unit, at) =>
      given[at]! < unit.max && unit.weight.over > 0n ? [{ at, own: claim(method, unit, given[at]!) }] : [],
    );
    if (open.length === 0) return undefined;
    const best = open.reduce((a, b) => (stronger(b.own, a.own) > 0 ? b : a)).own;
    const level = open.filter(({ own }) => stronger(own, best) === 0).map(({ at }) => at);
    level.sort((a, b) => units[a]!.rank - units[b]!.rank);
    for (const at of level.slice(0, left)) given[at]!++;
    if (level.length > left) tie = { among: level, seats: left };
    left -= Math.min(left, level.length);
  }
  return { seats: given, ...(tie && { tie }) };
}

/** Fractional shares between the limits, found by holding whoever breaks one there, then rounded by largest fraction. */
export function dealByLargestFraction(units: readonly OracleUnit[], seats: number): OracleResult | undefined {
  const share = sharesWithin(units, seats);
  if (share === undefined) return undefined;
  const given = share.map(({ over, under }) => Number(over / under));
  const rest = share.map(({ over, under }) => ({ over: over % under, under }));
  const left = seats - given.reduce((sum, own) => sum + own, 0);
  const order = [...units.keys()].sort((a, b) => compare(rest[b]!, rest[a]!) || units[a]!.rank - units[b]!.rank);
  for (const at of order.slice(0, left)) given[at]!++;
  if (left === 0) return { seats: given };
  const last = rest[order[left - 1]!]!;
  const among = order.filter((at) => compare(rest[at]!, last) === 0);
  const winners = order.slice(0, left).filter((at) => compare(rest[at]!, last) === 0).length;
  return { seats: given, ...(among.length > winners && { tie: { among, seats: winners } }) };
}

/** Shares in proportion to the weights, held between the limits. */
function sharesWithin(units: readonly OracleUnit[], seats: number): readonly Fraction[] | undefined {
  const least = units.reduce((sum, { min }) => sum + min, 0);
  const all = units.map(({ weight, min, max }) => ({
    weight,
    min: BigInt(min),
    max: BigInt(weight.over > 0n ? max : min),
  }));
  if (least === seats) return all.map(({ min }) => ({ over: min, under: 1n }));
  // The level at which the shares add up lies at a limit of somebody, or between two neighboring ones, where it is in proportion.
  const levels = all
    .filter(({ weight }) => weight.over > 0n)
    .flatMap(({ weight, min, max }) => [min, max].map((limit) => ({ over: limit * weight.under, under: weight.over })))
    .sort(compare);
  const sumAt = (level: Fraction): Fraction =>
    all.map((unit) => shareAt(unit, level)).reduce(plus, { over: 0n, under: 1n });
  const upper = levels.findIndex((level) => compare(sumAt(level), { over: BigInt(seats), under: 1n }) >= 0);
  if (upper === -1) return undefined;
  const high = levels[upper]!;
  const low = levels[upper - 1] ?? { over: 0n, under: 1n };
  const [below, above] = [sumAt(low), sumAt(high)];
  const part = divided(minus({ over: BigInt(seats), under: 1n }, below), minus(above, below));
  const level = plus(low, { over: part.over * minus(high, low).over, under: part.under * minus(high, low).under });
  return all.map((unit) => shareAt(unit, level));
}

function shareAt(
  { weight, min, max }: { readonly weight: Fraction; readonly min: bigint; readonly max: bigint },
  level: Fraction,
): Fraction {
  const free = { over: weight.over * level.over, under: weight.under * level.under };
  if (compare(free, { over: min, under: 1n }) < 0) return { over: min, under: 1n };
  return compare(free, { over: max, under: 1n }) > 0 ? { over: max, under: 1n } : free;
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

function minus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
}

function divided(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under, under: a.under * b.over };
}
