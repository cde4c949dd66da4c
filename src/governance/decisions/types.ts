import type { Day, Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { PolicyReference } from '../types.js';

/**
 * What decided, or what was decided about. `policy`: a policy's verdict on a request; `gate`: whether an item passes;
 * `allocation`: where people are spent; `metric-change`: a new target or definition; `exception`: whether a rule is set aside;
 * `escalation`: a ruling among people who disagree; `override`: another decision set aside by hand; `other`: the host's own.
 */
export type DecisionKind =
  | 'policy'
  | 'gate'
  | 'allocation'
  | 'metric-change'
  | 'exception'
  | 'escalation'
  | 'override'
  | 'other';

/** What a decision is about. */
export interface DecisionSubject {
  readonly id: ExternalId;
  /** What it is, in the host's words: `feature`, `metric`. */
  readonly type?: string;
  /** What was looked at, in the host's words: a commit, a version number. */
  readonly revision?: string;
}

/** What was decided: a word, and what belongs to it, such as the requirements of `requires` or the conditions of a go. */
export interface DecisionOutcome {
  /** `autonomous`, `requires`, `forbidden`, `go`, `hold`: a word of the domain that decided. */
  readonly kind: string;
  readonly [detail: string]: Json;
}

/** By what right it was decided. */
export interface DecisionAuthority {
  /** The policy that says who may. */
  readonly policy?: PolicyReference;
  /** The ids of its rules that hold. */
  readonly rules?: readonly ExternalId[];
  /** The roles in which it was decided. */
  readonly roles?: readonly Name[];
  /** The ids of the votes that approved it; an override has none. */
  readonly votes?: readonly ExternalId[];
}

/** Something that could have been decided instead. */
export interface DecisionAlternative {
  readonly option: string;
  /** Why it was not. */
  readonly because?: string;
}

/** Another decision, to the letter. */
export interface DecisionReference {
  readonly id: ExternalId;
  /** Of its whole record, but for what is `extra`. */
  readonly fingerprint: string;
}

/** Something that a decision hangs on, as it was then: the directory, the calendar, a plan. */
export interface DecisionInput {
  /** What it is, in the host's words. */
  readonly of: string;
  readonly fingerprint: string;
}

/** A decision as it is stored: plain JSON, one shape for every decision of every domain. */
export interface DecisionRecord {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: ExternalId;
  readonly kind: DecisionKind;
  readonly subject: DecisionSubject;
  /** What was known, by the name of the fact. */
  readonly facts: { readonly [fact: string]: Json };
  /** The facts that were asked for and not known. */
  readonly missing: readonly string[];
  readonly outcome: DecisionOutcome;
  readonly authority: DecisionAuthority;
  /** Why, in words; an override has at least one. */
  readonly reasons: readonly string[];
  readonly alternatives: readonly DecisionAlternative[];
  readonly decidedAt: Instant;
  /** Who decided; nobody where a policy alone did. */
  readonly decidedBy: readonly ExternalId[];
  /** The day from which on it is to be looked at again; absent means never. An override has one. */
  readonly reviewOn?: Day;
  /** The first moment at which it no longer holds; absent means that it holds until it is superseded. An override has one. */
  readonly until?: Instant;
  /** The decision that this one sets aside while it holds. An override has one, and nothing else has. */
  readonly overrides?: DecisionReference;
  /** The decisions that this one replaces for good. */
  readonly supersedes: readonly DecisionReference[];
  /** What else it hangs on, as it was then. */
  readonly fingerprints: readonly DecisionInput[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}
