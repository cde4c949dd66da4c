import type { Deal, Dealt } from './divisor.js';

/** Exact shares: `whole` and `rest / of` more. */
export interface ExactShares {
  readonly whole: number[];
  /** Below `of`, and numbers where that is a safe integer. */
  readonly rest: (number | bigint)[];
  readonly of: bigint;
}

/** Gives each its exact share without the fraction, and what is left to the largest fractions. */
export function dealByRemainder(deal: Deal): Dealt {
  const { whole: given, rest } = exactShares(deal);
  let left = deal.seats;
  for (const own of given) left -= own;
  if (left === 0) return { given, among: [], winners: [] };
  const line = largestBut(left - 1, rest);
  const units = [...given.keys()];
  const above = units.filter((unit) => rest[unit]! > line);
  const among = units.filter((unit) => rest[unit] === line);
  const winners = among.slice(0, left - above.length);
  for (const unit of [...above, ...winners]) given[unit]!++;
  return { given, among, winners };
}

/** The largest value but for so many that are larger or equal. */
function largestBut(before: number, values: readonly (number | bigint)[]): number | bigint {
  const numbers = values.filter((value) => typeof value === 'number');
  const sorted =
    numbers.length === values.length
      ? Float64Array.from(numbers).sort()
      : [...values].sort((a, b) => Number(a > b) - Number(a < b));
  return sorted[sorted.length - 1 - before]!;
}

/** Shares in proportion to the weights, but for those at a limit, that add up to the seats. */
export function exactShares(deal: Deal): ExactShares {
  const { weights, min, max, seats } = deal;
  let total = 0n;
  for (const weight of weights) total += weight;
  const plain = sharesAt(weights, seats, total);
  const isWithin = plain.whole.every(
    (own, unit) => own >= min[unit]! && (own < max[unit]! || (own === max[unit] && !plain.rest[unit])),
  );
  if (isWithin) return plain;
  const { open, total: free } = levelOf(deal);
  const shares = sharesAt(weights, open, free);
  for (const [unit, own] of shares.whole.entries()) {
    if (own >= min[unit]! && own < max[unit]!) continue;
    shares.whole[unit] = own < min[unit]! ? min[unit]! : max[unit]!;
    shares.rest[unit] = 0;
  }
  return shares;
}

/** The share of each weight in `seats`, where all weights together make `total`; 0 of 0. */
export function sharesAt(weights: readonly bigint[], seats: number, total: bigint): ExactShares {
  const isSmall = total <= BigInt(Number.MAX_SAFE_INTEGER);
  const divisor = Number(total);
  const whole: number[] = [];
  const rest: (number | bigint)[] = [];
  for (const weight of weights) {
    const product = Number(weight) * seats;
    if (total === 0n) {
      whole.push(0);
      rest.push(0);
    } else if (isSmall && product <= Number.MAX_SAFE_INTEGER) {
      const over = product % divisor;
      whole.push((product - over) / divisor);
      rest.push(over);
    } else {
      const exact = weight * BigInt(seats);
      const over = exact % total;
      whole.push(Number(exact / total));
      rest.push(isSmall ? Number(over) : over);
    }
  }
  return { whole, rest, of: total };
}

/** What is shared out in proportion once those at a limit have got it, and the weight of those that share. */
function levelOf({ weights, min, max, seats }: Deal): { readonly open: number; readonly total: bigint } {
  // As the level rises from 0, a unit shares from `min / weight` on, up to `max / weight`.
  const events = weights.flatMap((weight, unit) =>
    weight === 0n
      ? []
      : [
          { unit, bound: min[unit]!, isEntry: true },
          { unit, bound: max[unit]!, isEntry: false },
        ],
  );
  const sizes = Float64Array.from(weights, Number);
  events.sort((a, b) => {
    const left = a.bound / sizes[a.unit]!;
    const right = b.bound / sizes[b.unit]!;
    if (Math.abs(left - right) > 2 ** -46 * left) return left - right;
    return Number(BigInt(a.bound) * weights[b.unit]! - BigInt(b.bound) * weights[a.unit]!);
  });
  let open = seats;
  for (const least of min) open -= least;
  let total = 0n;
  for (const { unit, bound, isEntry } of events) {
    const weight = weights[unit]!;
    if (BigInt(bound) * total >= BigInt(open) * weight) break;
    open += isEntry ? bound : -bound;
    total += isEntry ? weight : -weight;
  }
  return { open, total };
}
