import type { Diagnostic } from '../../foundation/diagnostic.js';

/**
 * How seats follow from weights. `largestRemainder` gives each its quota without the fraction, and what is left to the largest
 * fractions. The others find a divisor and round each quotient: `jefferson` down, `adams` up, `webster` at the half, `huntingtonHill`
 * at the geometric and `dean` at the harmonic mean of the two whole numbers around it.
 */
export type ApportionmentMethod = 'largestRemainder' | 'jefferson' | 'webster' | 'huntingtonHill' | 'dean' | 'adams';

/** The same limit for everybody, or one for some of them. */
export type SeatLimit<K extends string = string> = number | { readonly [Id in K]?: number };

/** How seats are shared out. */
export interface ApportionOptions<K extends string = string> {
  /** Absent means `largestRemainder`. */
  readonly method?: ApportionmentMethod;
  /** The fewest seats that one gets; absent means 0. */
  readonly min?: SeatLimit<K>;
  /** The most seats that one gets; absent means all. */
  readonly max?: SeatLimit<K>;
  /** Who comes first among equals; whoever is not named comes after those who are, in the order of the weights. */
  readonly ties?: readonly K[];
}

/** Equal claims to fewer seats than there are claims. */
export interface ApportionmentTie<K extends string = string> {
  /** In the order in which the tie was broken. */
  readonly among: readonly K[];
  /** How many of them got one seat more: the first ones. At least 1, and fewer than there are. */
  readonly seats: number;
  /** What decided it: the option `ties`, or nothing but the order of the weights. */
  readonly brokenBy: 'ties' | 'weights';
}

/** Seats that add up. The records have the keys of the weights and no prototype. */
export interface Apportionment<K extends string = string> {
  readonly ok: true;
  readonly method: ApportionmentMethod;
  readonly seats: { readonly [Id in K]: number };
  /** The exact part of all seats that each weight comes to, before limits and rounding, as a mixed number: `32 1/5`, `4`, `2/3`. */
  readonly quotas: { readonly [Id in K]: string };
  /** Absent where nobody else had an equal claim to the last seats. */
  readonly tie?: ApportionmentTie<K>;
  /** A warning where a tie was broken by the order of the weights alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why seats cannot be shared out. */
export interface ApportionmentFailure {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}
