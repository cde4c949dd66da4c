import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';

// What trackers know

/** A line of a tracker's change log. Plain JSON. */
export interface TrackerChange {
  readonly item: ExternalId;
  readonly at: Instant;
  /** What was changed, in the tracker's words; absent means the status. */
  readonly field?: string;
  /** The value before, null for none; absent where the log does not say. */
  readonly from?: string | null;
  /** The value after, null for none. */
  readonly to: string | null;
  readonly by?: ExternalId;
}

/** What a tracker says of an item when it is asked. */
export interface TrackerValue {
  readonly item: ExternalId;
  /** Its status, null for none. */
  readonly value: string | null;
}

/** What was exported of a tracker. Plain JSON. */
export interface ChangeLog {
  readonly schemaVersion: 1;
  /** When it was exported. */
  readonly asOf: Instant;
  /** The changes of one item in the order of time; those of several may be mixed. */
  readonly changes: readonly TrackerChange[];
  /** Where items stand; one that is left out stands where its last change says. */
  readonly current?: readonly TrackerValue[];
}

/** Where an item is: in a phase, at an end, or null for outside of the process: not begun, or put back. */
export type Whereabouts<P extends string = string> = P | { readonly end: 'completed' | 'killed' } | null;

/** What a tracker's values mean. */
export interface StatusMapping<P extends string = string> {
  /** The field that holds the status; changes of other fields are passed over. Absent means that all count. */
  readonly field?: string;
  /** By value, letter for letter. An item without a value is outside of the process. */
  readonly statuses: { readonly [status: string]: Whereabouts<P> };
}

// What became of items

/**
 * How far a move is known. `recorded`: the log says from where to where; `observed`: it says where the item was afterwards, so
 * that it may have been elsewhere in between; `inferred`: no line of the log says it, but what stands before and after does.
 */
export type Certainty = 'recorded' | 'observed' | 'inferred';

/** An item that went from one place to another. Plain JSON. */
export interface ItemMove<P extends string = string> {
  readonly item: ExternalId;
  /** When; the last moment at which it can have been where `since` is there. */
  readonly at: Instant;
  /** The first moment at which it can have been; absent where the log has the moment. */
  readonly since?: Instant;
  readonly from: Whereabouts<P>;
  readonly to: Whereabouts<P>;
  /** Absent means `recorded`. */
  readonly certainty?: Certainty;
  /** The track that it was on; absent means the process itself. */
  readonly track?: Name;
  readonly by?: ExternalId;
}

/** A stretch of time of which the log does not say where an item was. */
export interface HistoryGap {
  readonly item: ExternalId;
  /** Absent: from the beginning. */
  readonly since?: Instant;
  readonly until: Instant;
  /** `start`: how it came to where the log finds it; `unseen`: a move is missing; `unknown-status`: its status means nothing. */
  readonly kind: 'start' | 'unseen' | 'unknown-status';
}

/** Where an item stands at the end of a log. */
export interface ItemPosition<P extends string = string> {
  readonly item: ExternalId;
  readonly at: Whereabouts<P>;
  /** When it came there; absent where the log does not say. */
  readonly since?: Instant;
}

/** What a change log says of items. Plain JSON. */
export interface InferredHistory<P extends string = string> {
  /** Item by item in the order in which the log first names them, each in the order of time. */
  readonly moves: readonly ItemMove<P>[];
  /** One each item whose place at the end is known, in that order. */
  readonly positions: readonly ItemPosition<P>[];
  readonly gaps: readonly HistoryGap[];
  /** What contradicts itself, and what means nothing; paths are of the log. */
  readonly diagnostics: readonly Diagnostic[];
}
