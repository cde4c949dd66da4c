/**
 * A problem as rows and options. An option is one level of one candidate, or the candidate itself; each candidate takes one
 * option at most. Everything that limits the choice is a row: what the taken options put on it may not exceed its limit.
 *
 * - a capacity: what is needed of it, up to its amount
 * - a least use: what is needed of it, negative, up to minus the least
 * - a requirement: 1 for who asks and -1 for who is asked for, up to 0
 * - an exclusion: 1 for each of its candidates, up to 1
 */
export interface SelectionTables {
  readonly candidates: number;
  readonly options: number;
  readonly rows: number;
  /** The options of candidate `c` are `firstOption[c]` to `firstOption[c + 1] - 1`. */
  readonly firstOption: Int32Array;
  readonly candidateOf: Int32Array;
  readonly value: Float64Array;
  /** The entries of option `k` are `firstEntry[k]` to `firstEntry[k + 1] - 1`. */
  readonly firstEntry: Int32Array;
  readonly row: Int32Array;
  readonly amount: Float64Array;
  readonly limit: Float64Array;
  /** How many rows are capacities; they come first, and those of least uses after them. */
  readonly capacities: number;
  /** The capacity of each row of a least use. */
  readonly leastOf: Int32Array;
  readonly mandatory: Uint8Array;
  /** The candidates that one asks for, and those that ask for it. */
  readonly requires: readonly (readonly number[])[];
  readonly requiredBy: readonly (readonly number[])[];
}

/** Nothing is taken of a candidate. */
export const NONE = -1;
