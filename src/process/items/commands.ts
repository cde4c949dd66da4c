import type { Calendar } from '../../foundation/calendar/types.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Instant } from '../../foundation/instant.js';
import type { Json } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { Delegation, VoteKind } from '../../governance/approvals/types.js';
import type { FactShape, FactValues } from '../../governance/facts/types.js';
import type { Directory } from '../../organization/types.js';
import type { ItemEvent } from './events.js';
import type { Evidence, ItemState, Lapse, VoteSubject, WaiverTarget } from './types.js';

/** What every command says. */
export interface CommandEnvelope {
  /** The host's own: a command that comes again under its id is recognized. */
  readonly id: ExternalId;
  /** The sequence of the state that it was decided on. */
  readonly expected: number;
}

/** A condition in a command. Plain text for the day: a door or the decider checks it. */
export interface ConditionInput<P extends string = string> {
  /** Unique in the item; absent means the command's id, `/` and its place from 1. */
  readonly id?: ExternalId;
  readonly text: string;
  readonly owner: ExternalId;
  /** The last day on which it is in time, `YYYY-MM-DD`. */
  readonly due: string;
  /** `hold` unless said. */
  readonly onLapse?: Lapse<P>;
  /** No further gate is passed while it is open. */
  readonly blocksNextGate?: boolean;
}

/** What can be asked of an item. */
export type CommandBody<P extends string = string, D extends string = string, F = FactShape> =
  | { readonly type: 'assignOwner'; readonly owner: ExternalId }
  | { readonly type: 'recordFacts'; readonly facts: FactValues<F> }
  | { readonly type: 'submitDeliverable'; readonly deliverable: D; readonly evidence: Evidence }
  | {
      readonly type: 'vote';
      readonly vote: VoteKind;
      /** Absent means passing the gate. */
      readonly on?: VoteSubject<P, D>;
      readonly role?: Name;
      readonly onBehalfOf?: ExternalId;
    }
  | { readonly type: 'decideGate'; readonly outcome: 'go'; readonly reason?: string }
  | {
      readonly type: 'decideGate';
      readonly outcome: 'conditionalGo';
      readonly conditions: readonly ConditionInput<P>[];
      readonly reason?: string;
    }
  | { readonly type: 'decideGate'; readonly outcome: 'hold'; readonly reason: string; readonly reviewOn: string }
  | {
      readonly type: 'decideGate';
      readonly outcome: 'recycle';
      readonly to: P;
      readonly reason?: string;
      /** The deliverables that count no longer; absent means all of the phases from `to` on. */
      readonly stale?: readonly D[];
    }
  | { readonly type: 'decideGate'; readonly outcome: 'kill'; readonly reason: string }
  | { readonly type: 'resume'; readonly reason?: string }
  | { readonly type: 'meetCondition'; readonly condition: ExternalId; readonly evidence?: Evidence }
  | { readonly type: 'lapseCondition'; readonly condition: ExternalId }
  | {
      readonly type: 'grantWaiver';
      readonly target: WaiverTarget<P, D>;
      readonly reason: string;
      /** The last day on which it counts, `YYYY-MM-DD`. */
      readonly until: string;
    }
  | {
      readonly type: 'chooseTrack' /** Absent means the process itself. */;
      readonly track?: Name;
      readonly reason?: string;
    }
  | {
      readonly type: 'correctEvent';
      /** The number of the event that was a mistake. */
      readonly corrects: number;
      readonly reason: string;
      /** What is so instead, of the facts that it recorded. */
      readonly facts?: FactValues<F>;
    };

/** Something that somebody wants to happen to an item. Plain JSON. */
export type ItemCommand<P extends string = string, D extends string = string, F = FactShape> = CommandEnvelope &
  CommandBody<P, D, F>;

/** The types of commands. */
export type ItemCommandType = CommandBody['type'];

/** Who does something. */
export interface Actor<R extends string = string> {
  readonly id: ExternalId;
  /** The roles in which they act, as the host knows them. */
  readonly roles: readonly R[];
}

/** What a decision reads beside the item. */
export interface DecisionContext<R extends string = string> {
  readonly actor: Actor<R>;
  /** The moment at which it happens. */
  readonly at: Instant;
  /** The moment at which it is written down; absent means `at`. */
  readonly recordedAt?: Instant;
  readonly calendar: Calendar;
  /** Who is there and holds which role: votes are counted by it. */
  readonly directory: Directory;
  readonly delegations?: readonly Delegation[];
}

/** Why a command is not carried out. Plain JSON. */
export interface Refusal<P extends string = string, D extends string = string> extends Diagnostic {
  /**
   * In the definition for what a gate asks for, `['phases', 1, 'deliverables', 0]`; in the command for what is wrong with it,
   * `['evidence', 'uri']`.
   */
  readonly path: readonly (string | number)[];
  /** What it takes: a number, a role, a moment, a condition's text. */
  readonly needed: Json;
  /** What there is of it; null where there is nothing. */
  readonly actual: Json;
  /** Whether a waiver at this gate would set it aside. */
  readonly waivable: boolean;
  readonly phase?: P;
  readonly deliverable?: D;
  readonly criterion?: Name;
  readonly condition?: ExternalId;
  /** The facts that are not known and would have to be. */
  readonly missing?: readonly Name[];
  /** Who could act, sorted; absent where it is not a matter of people. */
  readonly candidates?: readonly ExternalId[];
}

/** A command's events, or every reason why it has none. */
export type CommandDecision<P extends string = string, D extends string = string, F = FactShape> =
  | {
      readonly ok: true;
      /** None where the command was carried out before. */
      readonly events: readonly ItemEvent<P, D, F>[];
      /** The command was carried out before: the numbers of its first and last event. */
      readonly repeated?: { readonly from: number; readonly to: number };
    }
  | { readonly ok: false; readonly refusals: readonly Refusal<P, D>[] };

/** What became of a command: the next state with its events, or every reason why there is none. */
export type CommandResult<P extends string = string, D extends string = string, F = FactShape> =
  | {
      readonly ok: true;
      readonly state: ItemState<P, D, F>;
      readonly events: readonly ItemEvent<P, D, F>[];
      readonly repeated?: { readonly from: number; readonly to: number };
    }
  | { readonly ok: false; readonly refusals: readonly Refusal<P, D>[] };
