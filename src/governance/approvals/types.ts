import type { Calendar } from '../../foundation/calendar/types.js';
import type { Day, Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { Directory } from '../../organization/types.js';

/** What is to be approved. */
export interface ApprovalSubject {
  readonly id: ExternalId;
  /** What the votes are bound to, in the host's words: a commit, a version number. Votes on any other one do not count. */
  readonly revision: string;
  /** Who asks. Nobody may vote for others through this person. */
  readonly requester: ExternalId;
  /** Who worked on it; absent means nobody that `exclude` could mean. */
  readonly contributors?: readonly ExternalId[];
  /** Whose it is; absent means nobody that `exclude` could mean. */
  readonly owner?: ExternalId;
  /** The team that it belongs to: roles count where they are held for it. Absent means that a role counts for whatever team it is held. */
  readonly team?: ExternalId;
}

/** What a vote says. `withdraw` takes the latest vote back, so that the one before it stands again. */
export type VoteKind = 'approve' | 'reject' | 'abstain' | 'withdraw';

/** A vote as it is stored: plain JSON. */
export interface ApprovalVote {
  /** Of two votes at one instant, the one whose id sorts last is the later. */
  readonly id: ExternalId;
  /** Who gave it. */
  readonly by: ExternalId;
  readonly at: Instant;
  readonly vote: VoteKind;
  /** The revision that was looked at. */
  readonly revision: string;
  /** The role that it is given in; absent means every role that the person has, and as a named person. */
  readonly role?: Name;
  /** The person whose vote it is, who delegated; absent means the own. */
  readonly onBehalfOf?: ExternalId;
  readonly comment?: string;
  /** The host's own data; untouched. */
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/**
 * That one person may vote for another on some days, as it is stored: plain JSON. Half-open, so that one may end on the day on
 * which the next begins.
 */
export interface Delegation {
  /** Whose vote it is. */
  readonly from: ExternalId;
  /** Who may give it; may delegate further. */
  readonly to: ExternalId;
  /** The role that it is about; absent means every role, and as a named person. */
  readonly role?: Name;
  /** The first day; absent means from the beginning. */
  readonly fromDay?: Day;
  /** The first day on which it no longer holds; absent means without an end. */
  readonly toDay?: Day;
  /** The host's own data; untouched. */
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** What an assessment reads beside the votes. */
export interface AssessApprovalOptions {
  /** Who is there and holds which role on the day of `at`. */
  readonly directory: Directory;
  /** None unless said. One counts on the day of the vote. */
  readonly delegations?: readonly Delegation[];
  /** The moment that is asked about. */
  readonly at: Instant;
  /** Needed where a requirement has `expiresAfter`. It tells the day of an instant, too; without one that is the day in UTC. */
  readonly calendar?: Calendar;
}

/**
 * How an approval stands. From worst to best: `unsatisfiable`, not even everybody who may approve would be enough; `rejected`, those who
 * have not rejected are no longer enough; `pending`; `expired`, it would be approved had no approval expired; `approved`.
 * `not-applicable` stands outside: nothing is required.
 */
export type ApprovalStatus = 'approved' | 'pending' | 'rejected' | 'expired' | 'unsatisfiable' | 'not-applicable';

/** Where in a requirement: `['all', 0]` is the first of `all`. Empty for the whole. */
export type RequirementPath = readonly (string | number)[];

/** A vote that stands. */
export interface CountedVote {
  /** Its id. */
  readonly vote: ExternalId;
  readonly kind: VoteKind;
  /** Whose vote it is: who gave it, or who delegated. */
  readonly person: ExternalId;
  /** What an approval counts for, once; absent for every other kind, which holds for all that the person may decide. */
  readonly for?: RequirementPath;
  /** The role of what it counts for; absent where that is named people, or where there is no `for`. */
  readonly role?: Name;
  /** The first instant at which an approval no longer counts; absent means never. */
  readonly until?: Instant;
}

/**
 * Why a vote does not count. `not-eligible`: its person holds no role that is asked for, is not named, or has left.
 * `own-request`: excluded as requester, contributor or owner. `older-revision`: on another revision than the subject's.
 * `duplicate`: a later vote of the same person replaced it. `already-counted`: the person, or who voted for them, counts
 * elsewhere. `nothing-to-withdraw`: no vote was left to take back.
 */
export type IgnoredReason =
  | 'not-eligible'
  | 'own-request'
  | 'older-revision'
  | 'expired'
  | 'duplicate'
  | 'withdrawn'
  | 'delegation-not-valid'
  | 'already-counted'
  | 'from-the-future'
  | 'nothing-to-withdraw';

/** A vote that does not count. */
export interface IgnoredVote {
  /** Its id. */
  readonly vote: ExternalId;
  readonly reason: IgnoredReason;
  /** The vote that replaced it, took it back, or counts instead; absent for every other reason. */
  readonly other?: ExternalId;
}

/** Approvals that are missing in one place. */
export interface NeededApproval {
  readonly path: RequirementPath;
  /** Absent where it asks for named people. */
  readonly role?: Name;
  /** The people named; absent where it asks for a role. */
  readonly people?: readonly ExternalId[];
  /** How many approvals are missing, at least 1. */
  readonly number: number;
  /**
   * Whose approval would bring it closer, sorted: for this, or for what frees somebody who counts elsewhere now. Whoever
   * rejected is not among them.
   */
  readonly candidates: readonly ExternalId[];
}

/** Too few people for what is asked for together: a proof that it cannot be met (Hall 1935). */
export interface ApprovalShortage {
  /** The parts of the requirement that are too much together. */
  readonly paths: readonly RequirementPath[];
  /** Their roles, each once; parts that name people have none. */
  readonly roles: readonly Name[];
  /** Everybody who could approve for any of them, sorted. */
  readonly people: readonly ExternalId[];
  /** How many different people they ask for: more than there are in `people`. */
  readonly needed: number;
}

/** How an approval stands, and why. Plain JSON. */
export interface ApprovalAssessment {
  readonly status: ApprovalStatus;
  /** The votes that stand, earliest first. Every vote is either here or in `ignored`, once. */
  readonly counted: readonly CountedVote[];
  readonly ignored: readonly IgnoredVote[];
  /** What the nearest way to an approval lacks; empty once approved, and where nothing is required. */
  readonly stillNeeded: readonly NeededApproval[];
  /** The first instant at which one of the counted approvals expires; absent means that none does. */
  readonly nextDeadline?: Instant;
  /** Of `unsatisfiable` and `rejected`: where people are too few. */
  readonly shortage?: ApprovalShortage;
  /**
   * There are so many alternatives that share people that not all were tried, and it is not approved by any that was. It may be
   * approved, or out of reach. Absent where the status is proven.
   */
  readonly incomplete?: true;
}
