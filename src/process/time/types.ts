import type { Instant } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { CommandBody } from '../items/commands.js';
import type { Deadline } from '../items/types.js';

/**
 * What has lapsed: `condition`, of an earlier go, was not met in time; `review`, of an item on hold, has come; `target` of the
 * phase has passed; `deliverable` is no longer fresh; `waiver` has expired before what it was for came in.
 */
export type DueKind = 'condition' | 'review' | 'target' | 'deliverable' | 'waiver';

/** A command that says no more than that time has passed; an id and the expected sequence are to be added. */
export type DueCommand = Extract<CommandBody, { readonly type: 'lapseCondition' | 'resume' }>;

/** Something whose time has come, or will come at `since`. Plain JSON. */
export interface DueAction<P extends string = string, D extends string = string> {
  readonly kind: DueKind;
  /** From this instant on it is due, until an event changes the item. */
  readonly since: Instant;
  /** What was computed when it began; `since` is later where a waiver stood in for what lapsed. */
  readonly deadline: Deadline;
  /** One sentence. */
  readonly message: string;
  /** What to submit; none where somebody has to say more than that time has passed. */
  readonly commands: readonly DueCommand[];
  /** Nothing is left to decide: a host may submit the commands by itself. */
  readonly automatic?: true;
  /** The phase that the item is in, or whose gate the waiver was for. */
  readonly phase: P;
  /** Of `condition`. */
  readonly condition?: ExternalId;
  /** Of `deliverable`. */
  readonly deliverable?: D;
  /** Of `waiver`. */
  readonly waiver?: ExternalId;
}
