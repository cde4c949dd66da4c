import type { Instant } from '../../foundation/instant.js';
import type { Json } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { VoteKind } from '../../governance/approvals/types.js';
import type { FactShape, FactValues } from '../../governance/facts/types.js';
import type { Deadline, Evidence, GateCondition, GateVerdict, VoteSubject, WaiverTarget } from './types.js';

/** What every event of an item says. */
export interface EventEnvelope {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly item: ExternalId;
  readonly process: Name;
  /** Of the process that decided. */
  readonly version: number;
  /** From 1, without a gap. */
  readonly sequence: number;
  /** Deadlines count from here. */
  readonly occurredAt: Instant;
  /** When it was written down: for audits alone. */
  readonly recordedAt: Instant;
  readonly actor: ExternalId;
  /** The id of the command that caused it. */
  readonly command: ExternalId;
  readonly extra?: Json;
}

/** A condition with the moment at which it lapses. */
export interface ConditionWithDeadline<P extends string = string> extends GateCondition<P> {
  readonly deadline: Deadline;
}

/** What can happen to an item; everything that a fold needs is in it, so that no definition is asked again. */
export type EventBody<P extends string = string, D extends string = string, F = FactShape> =
  | {
      readonly type: 'itemStarted';
      readonly phase: P;
      /** What is known from the beginning. */
      readonly facts: FactValues<F>;
      readonly owner?: ExternalId;
      readonly track?: Name;
      readonly target?: Deadline;
    }
  | {
      readonly type: 'itemAdopted';
      /** Where what is known of it comes from. */
      readonly source: string;
      readonly phase: P;
      readonly enteredAt: Instant;
      /** The phases before, whose gates are unknown. */
      readonly earlier: readonly P[];
      readonly facts: FactValues<F>;
      readonly owner?: ExternalId;
      readonly track?: Name;
      readonly target?: Deadline;
    }
  | { readonly type: 'ownerAssigned'; readonly owner: ExternalId }
  | { readonly type: 'factsRecorded'; readonly facts: FactValues<F> }
  | {
      readonly type: 'deliverableSubmitted';
      readonly deliverable: D;
      readonly evidence: Evidence;
      readonly freshUntil?: Deadline;
    }
  | {
      readonly type: 'voteCast';
      readonly vote: VoteKind;
      readonly revision: number;
      readonly on?: VoteSubject<P, D>;
      readonly role?: Name;
      readonly onBehalfOf?: ExternalId;
    }
  | {
      readonly type: 'gatePassed';
      readonly phase: P;
      /** The phase that comes next; absent where the item is through. */
      readonly to?: P;
      readonly outcome: 'go' | 'conditionalGo';
      readonly conditions: readonly ConditionWithDeadline<P>[];
      readonly verdict: GateVerdict;
      readonly reason?: string;
      readonly target?: Deadline;
    }
  | { readonly type: 'itemCompleted' }
  | { readonly type: 'itemHeld'; readonly reason: string; readonly review: Deadline }
  | { readonly type: 'itemResumed'; readonly reason?: string }
  | {
      readonly type: 'itemRecycled';
      readonly phase: P;
      readonly to: P;
      /** The phases whose gates count as passed no longer. */
      readonly reopened: readonly P[];
      /** The deliverables that count no longer. */
      readonly stale: readonly D[];
      readonly reason?: string;
      readonly target?: Deadline;
    }
  | { readonly type: 'itemKilled'; readonly reason: string }
  | { readonly type: 'conditionMet'; readonly condition: ExternalId; readonly evidence?: Evidence }
  | { readonly type: 'conditionLapsed'; readonly condition: ExternalId }
  | {
      readonly type: 'waiverGranted';
      readonly target: WaiverTarget<P, D>;
      /** The phase whose gate it is for. */
      readonly phase: P;
      readonly reason: string;
      readonly until: Deadline;
    }
  | {
      readonly type: 'trackChosen';
      readonly track?: Name;
      /** Its authority let the item take it although its condition did not. */
      readonly granted?: true;
      readonly reason?: string;
    }
  | {
      readonly type: 'eventCorrected';
      /** The number of the event that was a mistake: what still stands of it no longer counts. */
      readonly corrects: number;
      readonly reason: string;
      /** What is so instead, of the facts that it recorded. */
      readonly facts?: FactValues<F>;
    }
  | {
      readonly type: 'itemMigrated';
      readonly from: number;
      readonly to: number;
      readonly phase: P;
      /** Phases, then deliverables, by their new names; what is left out is dropped. */
      readonly phases: { readonly [from: string]: P };
      readonly deliverables: { readonly [from: string]: D };
      readonly track?: Name;
      readonly target?: Deadline;
    };

/** Something that happened to an item. Plain JSON. */
export type ItemEvent<P extends string = string, D extends string = string, F = FactShape> = EventEnvelope &
  EventBody<P, D, F>;

/** The events of a type. */
export type ItemEventType = EventBody['type'];
