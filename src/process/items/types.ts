import type { Day, Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { VoteKind } from '../../governance/approvals/types.js';
import type { FactShape, FactValues } from '../../governance/facts/types.js';
import type { PolicyReference } from '../../governance/types.js';

/** A moment by which something has to happen, and the version of the calendar that it was computed with. */
export interface Deadline {
  /** The first instant at which it is too late. */
  readonly at: Instant;
  readonly calendar: string;
}

/** Something that shows what was handed in. */
export interface Evidence {
  readonly uri: string;
  /** Of what stands there, in the host's words: `sha256:...`. */
  readonly digest?: string;
  readonly note?: string;
}

/** What is granted or voted on. */
export type WaiverTarget<P extends string = string, D extends string = string> =
  | { readonly deliverable: D }
  | { readonly criterion: Name }
  | { readonly phase: P };

/** What a vote is about; absent in a vote means passing the gate of the phase that the item is in. */
export type VoteSubject<P extends string = string, D extends string = string> =
  | { readonly waiver: WaiverTarget<P, D> }
  | { readonly track: Name };

/** What becomes of an item whose condition is not met in time: it is held, or sent back. */
export type Lapse<P extends string = string> = 'hold' | { readonly recycleTo: P };

/** What has to be done although the item has passed. */
export interface GateCondition<P extends string = string> {
  /** Unique in the item. */
  readonly id: ExternalId;
  readonly text: string;
  /** Who does it. */
  readonly owner: ExternalId;
  /** The last day on which it is in time. */
  readonly due: Day;
  readonly onLapse: Lapse<P>;
  /** No further gate is passed while it is open. */
  readonly blocksNextGate?: true;
}

// State: what a host stores of an item beside its history, or works out from it. Plain JSON.

/** What has come in for a deliverable. */
export interface SubmittedDeliverable {
  readonly evidence: readonly RecordedEvidence[];
  /** How often it was started over. */
  readonly revision: number;
  /** From then on it no longer counts; absent means as long as nobody says otherwise. */
  readonly freshUntil?: Deadline;
  /** It was sent back for revision: what is there no longer counts. */
  readonly stale?: true;
}

export interface RecordedEvidence extends Evidence {
  readonly at: Instant;
  readonly by: ExternalId;
  /** The number of its event. */
  readonly sequence: number;
}

/** When a fact was recorded, and by which event. */
export interface FactSource {
  readonly at: Instant;
  readonly sequence: number;
}

/** A vote with what it is about. */
export interface RecordedVote<P extends string = string, D extends string = string> {
  /** The id of the command. */
  readonly id: ExternalId;
  readonly by: ExternalId;
  readonly at: Instant;
  readonly vote: VoteKind;
  /** What was looked at: the item's `revision` then. */
  readonly revision: number;
  readonly sequence: number;
  readonly on?: VoteSubject<P, D>;
  readonly role?: Name;
  readonly onBehalfOf?: ExternalId;
}

/** A condition that came with a go. */
export interface RecordedCondition<P extends string = string> extends GateCondition<P> {
  readonly status: 'open' | 'met' | 'lapsed';
  /** The phase whose gate was passed with it. */
  readonly phase: P;
  readonly deadline: Deadline;
  readonly sequence: number;
  /** The number of the event that it was met or lapsed by; absent while it is open. */
  readonly settledBy?: number;
}

/** A waiver, for as long as the item is there, expired or not. */
export interface RecordedWaiver<P extends string = string, D extends string = string> {
  /** The id of the command. */
  readonly id: ExternalId;
  readonly target: WaiverTarget<P, D>;
  /** The phase whose gate it is for. */
  readonly phase: P;
  readonly reason: string;
  readonly by: ExternalId;
  readonly at: Instant;
  /** From then on it no longer counts. */
  readonly until: Deadline;
  readonly sequence: number;
}

/** How a gate was left behind. `unknown`: the item was adopted beyond it, and nobody says how it got there. */
export interface PassedGate {
  readonly outcome: 'go' | 'conditionalGo' | 'unknown';
  readonly at: Instant;
  readonly sequence: number;
}

/** A command that was carried out. */
export interface RecentCommand {
  readonly id: ExternalId;
  /** The numbers of its first and its last event. */
  readonly from: number;
  readonly to: number;
}

/** Where an item stands. A held item goes on from where it is; a completed or killed one has ended. */
export type ItemStatus = 'active' | 'held' | 'completed' | 'killed';

/** An item as it is stored: plain JSON, the fold of its events. */
export interface ItemState<P extends string = string, D extends string = string, F = FactShape> {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: ExternalId;
  readonly process: Name;
  /** Of the process. */
  readonly version: number;
  /** The number of the last event, from 1. */
  readonly sequence: number;
  readonly status: ItemStatus;
  readonly phase: P;
  /** Absent means the process itself. */
  readonly track?: Name;
  /** The track was granted by its authority: it holds whatever its condition says. */
  readonly trackGranted?: true;
  /** Who decides alone where the authority lets them; absent means nobody. */
  readonly owner?: ExternalId;
  readonly startedAt: Instant;
  /** When it came into its phase. */
  readonly enteredAt: Instant;
  /** When its last event occurred. */
  readonly changedAt: Instant;
  /** The end of its phase's target; absent where it has none. */
  readonly target?: Deadline;
  /** Counts what votes look at: it changes when the item enters a phase, or evidence comes in. */
  readonly revision: number;
  readonly facts: FactValues<F>;
  /** Where each fact comes from. */
  readonly factSources: { readonly [fact: string]: FactSource };
  readonly deliverables: { readonly [K in D]?: SubmittedDeliverable };
  /** Votes of the phase that the item is in. */
  readonly votes: readonly RecordedVote<P, D>[];
  readonly conditions: readonly RecordedCondition<P>[];
  readonly waivers: readonly RecordedWaiver<P, D>[];
  /** By phase: how its gate was passed last; one that the item was sent back over is left out. */
  readonly gates: { readonly [K in P]?: PassedGate };
  /** By phase: how often its gate has sent the item back. */
  readonly recycles: { readonly [K in P]?: number };
  /** Of a held item. */
  readonly hold?: { readonly at: Instant; readonly reason: string; readonly review: Deadline };
  /** Of an item that has ended. */
  readonly end?: { readonly at: Instant; readonly reason?: string };
  /** The commands that were carried out last, latest first, 32 at most. */
  readonly recent: readonly RecentCommand[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

// Verdicts at gates

/** How a criterion came out at a gate. */
export interface CriterionVerdict {
  readonly id: Name;
  readonly met: boolean;
}

/** Why an item could pass. */
export interface GateVerdict {
  readonly policy: PolicyReference;
  /** What the policy said. */
  readonly authority: 'autonomous' | 'requires';
  /** Its rules that hold, and their reasons. */
  readonly rules: readonly string[];
  readonly because: readonly string[];
  readonly criteria: readonly CriterionVerdict[];
  /** The share of weights of criteria with `should` that were met; absent where the gate has none. */
  readonly score?: number;
  /** The ids of the votes that count. */
  readonly votes: readonly ExternalId[];
  /** The ids of the waivers that it rests on. */
  readonly waivers: readonly ExternalId[];
}
