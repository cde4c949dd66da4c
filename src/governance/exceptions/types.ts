import type { Calendar } from '../../foundation/calendar/types.js';
import type { WorkingTime } from '../../foundation/calendar/working-time.js';
import type { Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';

/** How long: days of 24 hours each, or working time, for which a calendar is needed. */
export type ExceptionLength = { readonly days: number } | WorkingTime;

/** How much may be granted; kept with the request, so that a later change of the terms changes nothing that was granted. */
export interface ExceptionTerms {
  /** The longest that one approval, and each renewal, may last. */
  readonly longest: ExceptionLength;
  /** How often it may be renewed: a whole number from 0. */
  readonly renewals: number;
}

/** That somebody asks for a rule to be set aside for a while. */
export interface ExceptionRequest {
  readonly id: ExternalId;
  /** The id of the policy. */
  readonly policy: Name;
  /** The version of the policy that it is limited to; absent means whichever. */
  readonly version?: string;
  /** The id of the rule; absent means what holds where no rule matches. */
  readonly rule?: ExternalId;
  /** What it is asked for: an item, a team, a service. */
  readonly subject: ExternalId;
  /** Who asks; who does not decide about it. */
  readonly by: ExternalId;
  readonly at: Instant;
  readonly reason: string;
  readonly terms: ExceptionTerms;
  /** The host's own data; untouched. */
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** What every entry of a log says. */
interface Entry {
  /** Of two entries of one kind at one instant, the one whose id sorts first is read first. */
  readonly id: ExternalId;
  /** Who did it. */
  readonly by: ExternalId;
  readonly at: Instant;
  readonly reason?: string;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** An exception is granted from now on, or goes on for longer. */
export interface ExceptionGrant extends Entry {
  readonly kind: 'approve' | 'renew';
  /** The first moment at which it no longer holds. */
  readonly until: Instant;
}

/** An exception is refused, or taken back by whoever asked for it or granted it. */
export interface ExceptionEnd extends Entry {
  readonly kind: 'deny' | 'withdraw';
}

/** What happened to a request. Who may do it is the host's to see, with `assessApproval` where votes are needed. */
export type ExceptionEntry = ExceptionGrant | ExceptionEnd;

/** A request with its log, as it is stored: plain JSON. */
export interface ExceptionCase {
  readonly request: ExceptionRequest;
  /** In any order. */
  readonly log: readonly ExceptionEntry[];
}

/** What is read beside the log. */
export interface AssessExceptionOptions {
  /** The moment that is asked about; what is later has not happened. */
  readonly at: Instant;
  /** Needed where terms are in working time. */
  readonly calendar?: Calendar;
}

/**
 * How an exception stands. `requested`: nobody has decided; `approved`: the rule is set aside now; `denied`; `withdrawn`; `lapsed`: it was
 * approved, and its time is over.
 */
export type ExceptionStatus = 'requested' | 'approved' | 'denied' | 'withdrawn' | 'lapsed';

/**
 * Why an entry does not count. `own-request`: who asked decides. `backwards`: it ends as or before it begins, or a renewal before what it
 * renews. `too-long`: longer than the terms allow. `denied`, `withdrawn`, `lapsed`: that came before it, and is final.
 */
export type ExceptionEntryReason =
  | 'from-the-future'
  | 'before-the-request'
  | 'own-request'
  | 'already-approved'
  | 'not-approved'
  | 'backwards'
  | 'too-long'
  | 'too-many-renewals'
  | 'denied'
  | 'withdrawn'
  | 'lapsed';

/** An entry that does not count. */
export interface IgnoredExceptionEntry {
  /** Its id. */
  readonly entry: ExternalId;
  readonly reason: ExceptionEntryReason;
}

/** How an exception stands, and why. Plain JSON. */
export interface ExceptionAssessment {
  readonly status: ExceptionStatus;
  /** The moment from which on the rule was set aside; absent where it never was. */
  readonly from?: Instant;
  /** The first moment at which it is not, or no longer, set aside; present with `from`. */
  readonly until?: Instant;
  /** How often it was renewed. */
  readonly renewals: number;
  /** How often it may still be; 0 once it is over. */
  readonly renewalsLeft: number;
  /** The ids of the entries that count, earliest first. Every entry is either here or in `ignored`, once. */
  readonly counted: readonly ExternalId[];
  readonly ignored: readonly IgnoredExceptionEntry[];
}
