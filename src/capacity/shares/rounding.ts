import type { ApportionmentMethod } from './types.js';

export type DivisorMethod = Exclude<ApportionmentMethod, 'largestRemainder'>;

/**
 * A way of rounding quotients. With `s` seats, the next one is due to whom `weight / signpost(s)` is largest for: his priority.
 * Written as a fraction of integers, so that it is compared exactly; of Huntington and Hill it is the square.
 */
export interface Rounding {
  /** The signpost as a number, good to a few units in the last place. */
  readonly signpost: (seats: number) => number;
  /** How many signposts are at most `quotient`: what it is rounded to, or one beside it where a number cannot tell. */
  readonly round: (quotient: number) => number;
  /** The priority of a weight with so many seats, over `under(seats)`. */
  readonly over: (weight: bigint, seats: bigint) => bigint;
  readonly under: (seats: bigint) => bigint;
  /** Whether the first signpost is 0: one seat for everybody comes before a second for anybody. */
  readonly startsAtZero: boolean;
}

/** Balinski and Young (1982), table of the five traditional methods. */
export const roundings: { readonly [Method in DivisorMethod]: Rounding } = /* @__PURE__ */ Object.freeze({
  jefferson: {
    signpost: (seats) => seats + 1,
    round: Math.floor,
    over: (weight) => weight,
    under: (seats) => seats + 1n,
    startsAtZero: false,
  },
  webster: {
    signpost: (seats) => seats + 0.5,
    round: (quotient) => Math.floor(quotient + 0.5),
    over: (weight) => weight,
    under: (seats) => 2n * seats + 1n,
    startsAtZero: false,
  },
  huntingtonHill: {
    signpost: (seats) => Math.sqrt(seats) * Math.sqrt(seats + 1),
    round: (quotient) => Math.floor(0.5 + Math.sqrt(quotient * quotient + 0.25)),
    over: (weight) => weight * weight,
    under: (seats) => seats * (seats + 1n),
    startsAtZero: true,
  },
  dean: {
    signpost: (seats) => (seats / (seats + 0.5)) * (seats + 1),
    round: (quotient) => Math.floor((quotient + 1 + Math.sqrt(quotient * quotient + 1)) / 2),
    over: (weight, seats) => weight * (2n * seats + 1n),
    under: (seats) => seats * (seats + 1n),
    startsAtZero: true,
  },
  adams: {
    signpost: (seats) => seats,
    round: (quotient) => Math.floor(quotient) + 1,
    over: (weight) => weight,
    under: (seats) => seats,
    startsAtZero: true,
  },
} satisfies { readonly [Method in DivisorMethod]: Rounding });
