import type { Calendar } from '../../foundation/calendar/types.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Instant } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { Delegation } from '../../governance/approvals/types.js';
import type { FactShape, FactValues } from '../../governance/facts/types.js';
import type { Directory } from '../../organization/types.js';
import type { Actor, Refusal } from '../items/commands.js';

/** What came to be known of an item. Plain JSON. */
export interface PastFacts<F = FactShape> {
  readonly item: ExternalId;
  /** From when; absent means from the beginning. */
  readonly at?: Instant;
  readonly facts?: FactValues<F>;
  /** Who owned it from then on; absent means whoever did before, nobody at first. */
  readonly owner?: ExternalId;
}

/** What a rehearsal reads beside the moves. */
export interface RehearsalContext<R extends string = string> {
  readonly calendar: Calendar;
  /** Who held which role on the day: whoever made a move acts in all of theirs. */
  readonly directory: Directory;
  readonly delegations?: readonly Delegation[];
  /** Who acts where a move does not say by whom it was made. */
  readonly actor: Actor<R>;
  /** Trackers know little of evidence: `assumed` takes everything for handed in; `asked`, unless said, nothing. */
  readonly deliverables?: 'asked' | 'assumed';
}

/** A move that would have been refused. */
export interface RehearsedRefusal<P extends string = string, D extends string = string> {
  /** Its place among the moves. */
  readonly move: number;
  readonly item: ExternalId;
  readonly at: Instant;
  /** Each once, as `decideItem` gives them. */
  readonly refusals: readonly Refusal<P, D>[];
}

/** What would have become of a history. Plain JSON. */
export interface HistoryRehearsal<P extends string = string, D extends string = string> {
  /** Moves that would have been made. */
  readonly passed: number;
  readonly refused: readonly RehearsedRefusal<P, D>[];
  /** Moves that no command makes, by their places: into the process, and out of it other than by an end. */
  readonly unasked: readonly number[];
  /** By code: how many moves it would have kept back, the most frequent first. */
  readonly codes: { readonly [code: string]: number };
  /** Moves and facts that could not be read; paths begin with `moves` or `facts`. */
  readonly diagnostics: readonly Diagnostic[];
}
