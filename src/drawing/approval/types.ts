import type { Calendar } from '../../foundation/calendar/types.js';
import type { Instant } from '../../foundation/instant.js';
import type {
  ApprovalAssessment,
  ApprovalSubject,
  ApprovalVote,
  Delegation,
} from '../../governance/approvals/types.js';
import type { Escalation, EscalationStatus } from '../../governance/escalation/types.js';
import type { Directory } from '../../organization/types.js';

/** When there was a new revision of what is to be approved. */
export interface RevisionChange {
  readonly revision: string;
  readonly at: Instant;
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
  /** What `escalationStatus` said; its steps have a lane of their own. */
  readonly escalation?: EscalationStatus;
  /** Gives the steps of the escalation their labels; absent means their ids. */
  readonly chain?: Escalation;
}
