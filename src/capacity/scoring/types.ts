import type { Defined } from '../../foundation/definition.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { Demand, Estimate, Interval } from '../types.js';

/** What an input may be. What is outside is refused, never cut off. */
export interface InputRange {
  /** The least that it may be. */
  readonly min?: number;
  /** What it must be above; beside `min` it is one too many. */
  readonly above?: number;
  /** The most that it may be. */
  readonly max?: number;
}

/** The ends of an input that is put on 0 to 1: outside of them it is refused. */
export interface InputScale {
  /** What counts as 0; above `to` where less is better. */
  readonly from: number;
  /** What counts as 1. */
  readonly to: number;
}

/** One input of a scorer, and what it counts. */
export interface ScorerTerm {
  /**
   * The key of the initiative's `inputs`. Without such a key three names stand for what an initiative has itself: `value`,
   * `costOfDelay` (a week's) and `demand` (the sum of its person-days).
   */
  readonly input: Name;
  /** What it is multiplied by; absent means 1. */
  readonly weight?: number;
  readonly range?: InputRange;
  /** Puts the input on 0 to 1 before it is weighed, with ends that are the scorer's: other initiatives change nothing. */
  readonly scale?: InputScale;
}

/** Terms that are added. */
export interface ScorerSum {
  /** 1 to 30. */
  readonly sum: readonly ScorerTerm[];
}

/** What is multiplied: one term, or a sum of some. */
export type ScorerFactor = ScorerTerm | ScorerSum;

/** How initiatives are scored, as it is stored: a product of sums, divided by another. Plain JSON. */
export interface ScorerDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  /** The version of the definition, as the host counts it. */
  readonly version: string;
  /** What people call it; absent means its id. */
  readonly label?: string;
  /** 1 to 5 factors. */
  readonly numerator: readonly ScorerFactor[];
  /** At most 5 factors; absent means that nothing is divided. */
  readonly denominator?: readonly ScorerFactor[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A scorer that went through a door. Opaque: `definitionOf(scorer)` gives the stored form back. */
export interface Scorer extends Defined<ScorerDefinition> {}

/** Which scorer it was. */
export interface ScorerReference {
  readonly id: Name;
  readonly version: string;
  readonly fingerprint: string;
}

/** What scorers read of an initiative: those of a portfolio fit as they are. */
export interface ScorableInitiative {
  /** Unique in the list. */
  readonly id: ExternalId;
  readonly inputs?: Readonly<Record<string, Estimate>>;
  readonly value?: Estimate;
  readonly demand?: readonly Demand[];
  readonly costOfDelay?: { readonly perWeek: Estimate };
}

/** What one input did to a score. */
export interface ScoredTerm {
  readonly input: Name;
  readonly part: 'numerator' | 'denominator';
  /** The place of its factor there: terms of one factor are added, factors multiplied. */
  readonly factor: number;
  /** What counted: the likeliest of an interval, or its middle. */
  readonly value: number;
  /** Absent where the value is known. */
  readonly interval?: Interval;
  readonly weight: number;
  /** What it adds to its factor: the weight times the value, or times its place on the scale. */
  readonly contribution: number;
}

/** The score of one initiative, with all that it was made of. */
export interface InitiativeScore {
  readonly id: ExternalId;
  /** 1 for the highest score. Of equal scores, the one first in the list given has the smaller rank; `ties` names them. */
  readonly rank: number;
  readonly score: number;
  /** One for each input of the scorer, in its order. */
  readonly terms: readonly ScoredTerm[];
}

/** An initiative that has no score. */
export interface UnscoredInitiative {
  readonly id: ExternalId;
  /** The inputs that it does not have. */
  readonly missing: readonly Name[];
  /** The inputs that cannot be counted; the diagnostics say why. */
  readonly invalid: readonly Name[];
}

/** Initiatives of one score. */
export interface ScoreTie {
  readonly score: number;
  /** By rank, which between them is the order of the list given. */
  readonly initiatives: readonly ExternalId[];
}

/** Initiatives in the order of their scores. Plain JSON. */
export interface Scoring {
  readonly ok: true;
  readonly scorer: ScorerReference;
  /** By score, highest first. */
  readonly ranked: readonly InitiativeScore[];
  /** Highest score first. */
  readonly ties: readonly ScoreTie[];
  /** In the order of the list given. */
  readonly unscored: readonly UnscoredInitiative[];
  /** Why an initiative has no score; paths begin with its place in the list. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A list that cannot be read, or options that make no sense. */
export interface ScoringFailure {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}

/** How often an initiative came to a rank. */
export interface RankCount {
  readonly rank: number;
  /** In how many trials: at least 1. */
  readonly count: number;
}

/** One input that alone would move an initiative over the cut line, all else at its likeliest. */
export interface CutFlip {
  readonly input: Name;
  /** What it is taken for. */
  readonly likely: number;
  /** Where in its interval the initiative changes sides: there both scores are equal. */
  readonly at: number;
  /** Whether it changes sides only beyond `at`, and not at it; the order of the list decides between equal scores. */
  readonly isBeyond: boolean;
  /** The end of its interval to which it would have to go. */
  readonly towards: 'low' | 'high';
  /** The initiative that would come to stand on the other side instead. */
  readonly other: ExternalId;
}

/** How sure the rank of an initiative is. */
export interface InitiativeRobustness {
  readonly id: ExternalId;
  /** With every input at its likeliest. */
  readonly rank: number;
  readonly score: number;
  /** Whether it is above the cut line with every input at its likeliest. */
  readonly isAboveCut: boolean;
  /** In how many trials it was above the cut line. */
  readonly aboveCut: number;
  /** By rank; the counts add up to the trials. */
  readonly ranks: readonly RankCount[];
  /** In the order of the scorer's inputs; empty where no single input would do it. */
  readonly flips: readonly CutFlip[];
}

/** How a ranking stands up to what is not known exactly. Plain JSON. */
export interface RankRobustness {
  readonly ok: true;
  readonly scorer: ScorerReference;
  readonly seed: number | string;
  readonly trials: number;
  readonly cut: number;
  /** Of all that the result was computed from: equal for equal input. */
  readonly fingerprint: string;
  /** By rank. */
  readonly initiatives: readonly InitiativeRobustness[];
  /** In the order of the list given. */
  readonly unscored: readonly UnscoredInitiative[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How far a simulation is. */
export interface RankProgress {
  /** Trials that are done. */
  readonly done: number;
  /** All trials. */
  readonly total: number;
}
