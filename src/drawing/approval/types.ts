import type { Calendar } from '../../foundation/calendar/types.js';
import type { Instant } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type {
  ApprovalAssessment,
  ApprovalSubject,
  ApprovalVote,
  Delegation,
} from '../../governance/approvals/types.js';
import type { Directory } from '../../organization/types.js';

/** When there was a new revision of what is to be approved. */
export interface RevisionChange {
  readonly revision: string;
  readonly at: Instant;
}

/** A step of an escalation, as it was or still is open. */
export interface DrawnEscalationStep {
  /** What the step is called. */
  readonly label: string;
  /** Who has to act. */
  readonly owners?: readonly ExternalId[];
  readonly opened: Instant;
  /** When it has to be over; absent means that it may take as long as it takes. */
  readonly due?: Instant;
  /** When it was over; absent means that it still is open. */
  readonly closed?: Instant;
}

/** An approval to be drawn: what `assessApproval` was given, and what it said. */
export interface ApprovalPicture {
  readonly subject: ApprovalSubject;
  readonly votes: readonly ApprovalVote[];
  readonly assessment: ApprovalAssessment;
  /** The moment that was asked about. */
  readonly at: Instant;
  /** Gives the days of the axis, and shades weekends and holidays; absent means days in UTC. */
  readonly calendar?: Calendar;
  /** Those of the people who are drawn are shown. */
  readonly delegations?: readonly Delegation[];
  /** Gives people their names, and shows when they are not there. */
  readonly directory?: Directory;
  /** Absent means that revisions are only named where a vote was on an older one. */
  readonly revisions?: readonly RevisionChange[];
  /** The steps of its escalation, which have a lane of their own. */
  readonly escalation?: readonly DrawnEscalationStep[];
}
