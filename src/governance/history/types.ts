import type { Calendar } from '../../foundation/calendar/types.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Day, Instant } from '../../foundation/instant.js';
import type { Json } from '../../foundation/json.js';
import type { ExternalId } from '../../foundation/names.js';
import type { FactShape } from '../facts/types.js';
import type { Outcome, PolicyReference } from '../types.js';

/** One request of the past, and what was decided then. Plain JSON. */
export interface PastRequest {
  readonly id: ExternalId;
  /** What was known of it. Whether that fits the facts of today is seen when it is judged, request by request. */
  readonly facts: { readonly [fact: string]: Json };
  /** When it was decided; needed by facts that count working days or grow too old. */
  readonly at?: Instant;
  /** When the values of facts with a `maxAge` were measured. */
  readonly measuredOn?: { readonly [fact: string]: Day };
  /** What was decided; absent where nobody wrote it down. */
  readonly outcome?: Outcome;
  readonly extra?: Json;
}

/** A request whose outcome hangs on facts that the log lacks. */
export interface OpenRequest {
  readonly id: ExternalId;
  /** The facts that would settle it. */
  readonly deciding: readonly string[];
}

/** How much of a log a policy could judge: what is said of the rest of it would be a guess. */
export interface BacktestCoverage {
  /** Requests in the log. */
  readonly requests: number;
  /** Those whose outcome is certain from what is on record. */
  readonly judged: number;
  /** Those that lack a fact which would change the outcome, even where the policy takes the strictest. */
  readonly open: readonly OpenRequest[];
  /** In how many of the open requests each fact is missing, the most frequent first. */
  readonly missing: readonly { readonly fact: string; readonly requests: number }[];
  /** The ids of those that do not fit the facts. */
  readonly invalid: readonly ExternalId[];
  /** Why they do not; paths are of the log. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Requests that were decided in one way and come out in another. */
export interface OutcomeMove {
  /** What the policy asks for beside what was decided: more, less or something else. */
  readonly change: 'laxer' | 'other' | 'stricter';
  readonly from: Outcome;
  readonly to: Outcome;
  /** In the order of the log. */
  readonly ids: readonly ExternalId[];
}

/** What a policy says of the past. Plain JSON. */
export interface Backtest {
  readonly coverage: BacktestCoverage;
  /** The laxer ones first, then what is neither; those of the most requests first. */
  readonly moves: readonly OutcomeMove[];
  /** Judged requests that come out as they did. */
  readonly unchanged: number;
  /** Judged requests of which the log does not say what was decided. */
  readonly unrecorded: number;
  /** How the judged requests come out, the most frequent outcome first. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly requests: number }[];
  readonly policy: PolicyReference;
}

export interface BacktestOptions {
  /** Needed by facts about working days and windows, and by those with a `maxAge`. */
  readonly calendar?: Calendar;
  /** How many diagnostics of requests that do not fit are kept; 100 unless said. */
  readonly max?: number;
}

/**
 * Which way a fact makes a case riskier. `up`: the larger, the later, `true`, the more elements; `down`: the other way
 * round; for one of several values the values, from safe to risky, where one that is left out is comparable with itself
 * alone.
 */
export type RiskDirection<X> = X extends { readonly type: 'oneOf'; readonly values: readonly (infer V)[] }
  ? readonly V[]
  : X extends { readonly type: 'string' }
    ? never
    : 'up' | 'down';

export interface InconsistencyOptions<F = FactShape> {
  /** The facts that make a case riskier; without any, only equal facts are compared. */
  readonly riskier?: { readonly [K in keyof F]?: RiskDirection<F[K]> };
  /** Facts that are no reason to decide differently, such as a title or the day. */
  readonly ignore?: readonly (keyof F & string)[];
  /** Needed by facts about working days and windows, and by those with a `maxAge`. */
  readonly calendar?: Calendar;
  /** How many findings of one code are spelled out; 100 unless said. */
  readonly max?: number;
  /** How many pairs of decisions are looked at; 200,000,000 unless said. */
  readonly budget?: number;
}

/** Decisions that contradict each other. Plain JSON. */
export interface InconsistencyFinding extends Diagnostic {
  readonly code: 'governance/decided-both-ways' | 'governance/riskier-yet-easier';
  /** What was decided and in which requests: with `riskier-yet-easier` the riskier case and then the safer one. */
  readonly decisions: readonly { readonly outcome: Outcome; readonly ids: readonly ExternalId[] }[];
  /** The facts in which they differ, with the value of the riskier case and of the safer one; empty where none does. */
  readonly differing: readonly { readonly fact: string; readonly riskier: Json; readonly safer: Json }[];
  /** Facts on record for none of them, which may have differed. */
  readonly unrecorded: readonly string[];
  /** In place of findings beyond `max`: how many. */
  readonly count?: number;
}

/** How far past decisions agree with each other. Plain JSON. */
export interface InconsistencyReport {
  /** `undecided` were left out for want of an outcome, `invalid` because they do not fit the facts. */
  readonly coverage: {
    readonly requests: number;
    readonly compared: number;
    readonly undecided: number;
    readonly invalid: readonly ExternalId[];
    readonly diagnostics: readonly Diagnostic[];
  };
  /** `budget-exceeded`: what is reported holds, but there may be more. */
  readonly status: 'exact' | 'budget-exceeded';
  readonly findings: readonly InconsistencyFinding[];
}
