import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Day } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { ApprovalTerms, HitPolicy, Outcome, PolicyReference } from '../types.js';

/** Who says yes or no: a role or named people, one of the two. */
export interface Approver {
  readonly role?: Name;
  readonly people?: readonly ExternalId[];
  /** How many of them must approve: a whole number from 1, or a fraction of those who may. */
  readonly quorum: ApprovalTerms['quorum'];
  /** One rejection of theirs is enough: they agree (as RAPID has it) and leave the decision to the others. */
  readonly veto?: true;
  /** Others may approve in their place: they stand in an `any`. */
  readonly alternative?: true;
}

/** A kind of decision, and who has which part in it. */
export interface KindOfDecision {
  /** The id of the rule that tells decisions of this kind; absent for those that no rule matches. */
  readonly rule?: ExternalId;
  /** Which requests these are, in words: the condition of the rule, or `otherwise`. */
  readonly when: string;
  readonly outcome: Outcome;
  /** The reason that people are given. */
  readonly because?: string;
  /** The role that leads the decision; absent where the policy names none: then it is whoever makes the request. */
  readonly driver?: Name;
  /** In the order of the outcome. Of `autonomous` the driver, if one is named; of `forbidden` nobody. */
  readonly approvers: readonly Approver[];
  /** Roles that are heard, but for those that drive or approve. */
  readonly contributors: readonly Name[];
  /** Roles that are told, but for those that have another part. */
  readonly informed: readonly Name[];
}

/** Who holds a role on the day that is asked about. */
export interface RoleHolders {
  readonly role: Name;
  /** In the order of their ids; empty where nobody does. */
  readonly people: readonly ExternalId[];
}

/** Who decides what, as a DACI table: driver, approver, contributor, informed. Plain JSON. */
export interface DecisionRights {
  /** A kind for each rule, in the order of the policy, and last that of requests that no rule matches. */
  readonly kinds: readonly KindOfDecision[];
  /** Every role that has a part, in the order in which they are first named. */
  readonly roles: readonly Name[];
  /** What happens where several kinds hold for one request. */
  readonly hit: HitPolicy;
  /** What is wrong; empty where every decision has one driver and one who approves. */
  readonly findings: readonly Diagnostic[];
  /** The day for which the directory was asked; absent where none was given. */
  readonly on?: Day;
  /** Of each of `roles`; absent where no directory was given. */
  readonly holders?: readonly RoleHolders[];
  readonly policy: PolicyReference;
}
