import { createHeap } from './heap.js';
import { createPriorities } from './priority.js';
import type { Rounding } from './rounding.js';

/** Seats that are to be dealt: for each unit its weight, the fewest and the most that it gets. */
export interface Deal {
  readonly weights: readonly bigint[];
  readonly min: readonly number[];
  /** The minimum where the weight is 0. */
  readonly max: readonly number[];
  /** Between the sum of the minimums and that of the maximums. */
  readonly seats: number;
}

/** Seats as dealt, and whose claims to the last ones were equal. */
export interface Dealt {
  readonly given: number[];
  /** All of equal claims: those that have the seat, and those that do not. */
  readonly among: readonly number[];
  readonly winners: readonly number[];
}

/**
 * Deals seats by a divisor method, as if each went to the strongest claim in turn: what a divisor certainly gives at once, and only
 * what is left one by one.
 */
export function dealByDivisor(deal: Deal, rounding: Rounding): Dealt {
  const { weights, max } = deal;
  const min = rounding.startsAtZero ? deal.min.map((least, at) => Math.max(least, Math.min(1, max[at]!))) : deal.min;
  const sizes = Float64Array.from(weights, Number);
  const given = certainSeats({ ...deal, min }, sizes, rounding);
  const { compare } = createPriorities(rounding, weights, sizes);
  const open = [...given.keys()].filter((at) => given[at]! < max[at]!);
  const heap = createHeap(open, (a, b) => compare(a, given[a]!, b, given[b]!) > 0);
  for (let left = -excessOf(given, deal.seats); left > 0; left--) {
    const first = heap.peek()!;
    given[first]!++;
    if (given[first] === max[first]) heap.drop();
    else heap.sink();
  }
  return { given, ...tieIn(given, min, open, heap.peek(), compare) };
}

/** How far below its line a divisor is certain, whatever the last bits of the numbers: far more than their errors. */
const band = 1 - 2 ** -44;

/** Seats that everybody gets in the end: so many that few are left. Nobody's claim to one of them is weaker than to one left. */
function certainSeats(deal: Deal, sizes: Float64Array, { round }: Rounding): number[] {
  const { min, max, seats } = deal;
  if (excessOf(min, seats) === 0) return [...min];
  const count = sizes.length;
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let total = 0;
  for (const size of sizes) {
    total += size;
    if (size > largest) largest = size;
    if (size > 0 && size < smallest) smallest = size;
  }
  const given = new Array<number>(count).fill(0);
  // One over the divisor. Where `low` rounds, seats are left; where `high` does, none are.
  let low = 0.25 / largest;
  let high = (2 * (seats + 2)) / smallest;
  let at = seats / total;
  for (let step = 0; step < 200; step++) {
    if (!(at > low && at < high)) at = Math.sqrt(low) * Math.sqrt(high);
    if (!(at > low && at < high)) break;
    const excess = fill(at);
    if (excess < 0) low = at;
    else high = at;
    if (excess < 0 && -excess <= (step < 30 ? count / 16 : count)) break;
    at = step % 2 === 0 ? at * (seats / (seats + excess)) * (1 - 2 ** -30) : Math.sqrt(low) * Math.sqrt(high);
  }
  fill(low * band);
  return given;

  function fill(scale: number): number {
    for (let unit = 0; unit < count; unit++) {
      const rounded = round(sizes[unit]! * scale);
      given[unit] = Math.max(min[unit]!, Math.min(max[unit]!, rounded));
    }
    return excessOf(given, seats);
  }
}

/** How many more seats than `seats` are given. Counted up from below 0, where no sum that matters is rounded. */
function excessOf(given: readonly number[], seats: number): number {
  let excess = -seats;
  for (const own of given) excess += own;
  return excess;
}

type Compare = (unit: number, seats: number, other: number, otherSeats: number) => number;

/** Whether the strongest claim that got nothing is as strong as the weakest that got a seat, and whose those are. */
function tieIn(
  given: readonly number[],
  min: readonly number[],
  open: readonly number[],
  next: number | undefined,
  compare: Compare,
): Pick<Dealt, 'among' | 'winners'> {
  const among: number[] = [];
  const winners: number[] = [];
  if (next === undefined) return { among, winners };
  const isLevel = (unit: number, seats: number) => compare(unit, seats, next, given[next]!) === 0;
  for (const [unit, own] of given.entries()) {
    if (own > min[unit]! && isLevel(unit, own - 1)) winners.push(unit);
  }
  if (winners.length > 0) among.push(...winners, ...open.filter((unit) => isLevel(unit, given[unit]!)));
  return { among, winners };
}
