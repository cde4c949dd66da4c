import type { ItemEvent } from '../process/items/events.js';

/**
 * Where the events of items are kept, a stream for each item: a table, a log, a service. The host writes one;
 * `eventStoreContract` of `keelson/testing` says whether it keeps what is promised here.
 *
 * A stream is any text of 1 to 385 characters; two that differ in one of them, in case or in an accent, are two. Events are plain
 * JSON and come back as they went in. A store that cannot do what it is asked (no connection, no room) rejects.
 */
export interface EventStore {
  /** Gives all events of a stream in the order in which they were appended; none where nothing was. */
  load(stream: string): Promise<readonly ItemEvent[]>;

  /**
   * Appends what one command caused, at least one event: all of it or nothing.
   *
   * `expectedVersion` is the number of events that the stream is thought to hold. Where it holds others the answer is a conflict and
   * nothing is stored, however many append at once. Where it holds events of this command already, at any version, nothing is stored
   * either and the answer is `repeated`: whoever did not hear the answer may ask again.
   */
  append(stream: string, expectedVersion: number, events: readonly ItemEvent[]): Promise<AppendResult>;
}

/** What became of an append. `version` is the number of events that the stream holds now. */
export type AppendResult =
  | {
      readonly ok: true;
      readonly version: number;
      /** The stream held the command's events before. */
      readonly repeated?: true;
    }
  | { readonly ok: false; readonly code: 'host/conflict'; readonly version: number };
