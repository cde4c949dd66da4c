import type { Rounding } from './rounding.js';

/** The claims of units to seats, compared without error. */
export interface Priorities {
  /** Which of two claims is stronger: positive where it is the first. Claim `(unit, seats)` is to one seat more than `seats`. */
  readonly compare: (unit: number, seats: number, other: number, otherSeats: number) => number;
}

/** Numbers decide where they are further apart than this part of them; their errors add up to less than a tenth of it. */
const near = 2 ** -46;

export function createPriorities(
  { signpost, over, under }: Rounding,
  weights: readonly bigint[],
  sizes: Float64Array,
): Priorities {
  return {
    compare(unit, seats, other, otherSeats) {
      const own = sizes[unit]! / signpost(seats);
      const its = sizes[other]! / signpost(otherSeats);
      if (Math.abs(own - its) > near * own) return own - its;
      const weight = weights[unit]!;
      const otherWeight = weights[other]!;
      if (weight === otherWeight) return otherSeats - seats;
      const [s, t] = [BigInt(seats), BigInt(otherSeats)];
      const left = over(weight, s) * under(t);
      const right = over(otherWeight, t) * under(s);
      if (left === right) return 0;
      return left > right ? 1 : -1;
    },
  };
}
