import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { ExternalId } from '../../foundation/names.js';
import type { WorkSignal } from '../long-work.js';

/** Something of which there is only so much: person-days of a skill, a bucket's share, money. */
export interface SelectionCapacity {
  /** Unique among the capacities. */
  readonly id: ExternalId;
  /** How much there is: a whole number in the smallest unit, 0 to 2^53 - 1. */
  readonly amount: number;
  /** How much has to be used at least, a whole number up to `amount`; absent means 0. */
  readonly atLeast?: number;
}

/** One way to take a candidate: what it is worth that way, and what it needs. */
export interface SelectionLevel {
  /** Unique in the candidate. */
  readonly id: ExternalId;
  /** A whole number, 0 to 2^53 - 1: points in millionths, cents. */
  readonly value: number;
  /** Whole numbers by the id of a capacity; what is not named is not needed. */
  readonly needs: Readonly<Record<string, number>>;
}

/** Something that can be taken or left: with a value and needs of its own, or with levels of which one is taken at most. */
export interface SelectionCandidate {
  /** Unique among the candidates. */
  readonly id: ExternalId;
  readonly value?: number;
  readonly needs?: Readonly<Record<string, number>>;
  /** In place of `value` and `needs`. */
  readonly levels?: readonly SelectionLevel[];
  /** Candidates without which this one cannot be taken. */
  readonly requires?: readonly ExternalId[];
  /** Taken in any case, at one of its levels. */
  readonly mandatory?: true;
}

/** What to choose from. */
export interface SelectionProblem {
  readonly capacities: readonly SelectionCapacity[];
  readonly candidates: readonly SelectionCandidate[];
  /** Of each list one candidate can be taken at most. */
  readonly exclusions?: readonly (readonly ExternalId[])[];
}

/** How much work a selection may be. All of it is counted, none of it is timed. */
export interface SelectionOptions {
  /** A number or text from which the search draws its choices; 1 unless said. The same seed gives the same bytes. */
  readonly seed?: number | string;
  /** How many times the search takes a selection apart and puts it together again, 0 to 100,000,000; 20,000 unless said. */
  readonly iterations?: number;
  /** How many nodes an attempt at a proof may look at, 0 to 10,000,000; 100,000 unless said. */
  readonly proofNodes?: number;
  /** Told between two parts of the work how far it is. */
  readonly onProgress?: (progress: SelectionProgress) => void;
}

/** How far a selection has come. */
export interface SelectionProgress {
  readonly iterations: number;
  /** How many there are in all. */
  readonly of: number;
  /** The best value so far; absent as long as nothing is found that keeps to all limits. */
  readonly value?: number;
  readonly bound: number;
}

/** Options of the twin that lets others work in between. */
export interface SelectionAsyncOptions extends SelectionOptions {
  readonly signal?: WorkSignal;
}

/** A candidate that is taken. */
export interface SelectedCandidate {
  readonly id: ExternalId;
  /** The level that is taken, of a candidate with levels. */
  readonly level?: ExternalId;
}

/** A candidate that is left, with what it would be worth beyond what it uses up. */
export interface LeftCandidate {
  readonly id: ExternalId;
  /** Value of its best level less what its needs cost at the prices; rounded to millionths. */
  readonly reducedValue: number;
  /** Proven: no selection that takes it is worth more than this one. */
  readonly inNoBetter?: true;
}

/** What a capacity is used for, and what one more unit of it would be worth. */
export interface UsedCapacity {
  readonly id: ExternalId;
  readonly used: number;
  readonly amount: number;
  /** Value for each further unit, by the bound; 0 where there is enough. One of possibly many price lists. */
  readonly price: number;
}

/** What anybody needs to check a bound: nothing is taken on trust. */
export interface SelectionProof {
  /**
   * Multipliers of the Lagrangian relaxation, 0 or more: one for each capacity, one for each capacity with `atLeast`, one for
   * each entry of a `requires`, one for each exclusion, in the order of the problem.
   */
  readonly multipliers: readonly number[];
  /** How many nodes it takes, at these multipliers, to see that nothing is worth more than the bound; 1 is the root alone. */
  readonly nodes: number;
}

/** A selection that keeps to every limit, with a bound on what any other could be worth. */
export interface Selection {
  readonly ok: true;
  /** `optimal` where value and bound are the same whole number. */
  readonly status: 'optimal' | 'feasible';
  readonly value: number;
  /** Proven: no selection is worth more. */
  readonly bound: number;
  /** `(bound - value) / value`; 0 where both are equal, 1 where the value is 0 and the bound is not. */
  readonly gap: number;
  /** In the order of the problem. */
  readonly selected: readonly SelectedCandidate[];
  readonly left: readonly LeftCandidate[];
  readonly capacities: readonly UsedCapacity[];
  readonly proof: SelectionProof;
  readonly seed: number | string;
  readonly iterations: number;
  /** Of the problem. */
  readonly fingerprint: string;
}

/** Why there is no selection. */
export interface NoSelection {
  readonly ok: false;
  /** `invalid`: the input is wrong. `infeasible`: proven that nothing keeps to all limits. `undecided`: the work allowed found neither. */
  readonly status: 'invalid' | 'infeasible' | 'undecided';
  readonly diagnostics: readonly Diagnostic[];
}

/** What `verifyBound` found. */
export interface BoundVerification {
  /** Whether everything that the selection says of itself is so. */
  readonly ok: boolean;
  /** The upper bound of the multipliers alone, recomputed; absent where the problem itself is wrong. */
  readonly lagrangianBound?: number;
  readonly diagnostics: readonly Diagnostic[];
}
