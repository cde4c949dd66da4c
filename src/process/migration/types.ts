import type { Calendar } from '../../foundation/calendar/types.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { FactShape } from '../../governance/facts/types.js';
import type { ItemEvent } from '../items/events.js';
import type { ItemState } from '../items/types.js';

/** What the names of one version are in the next. A name that is left out stays as it is, where the next version has it. */
export interface MigrationMapping<
  P extends string = string,
  D extends string = string,
  NextP extends string = string,
  NextD extends string = string,
> {
  /** null: the phase has no successor, so that items in it cannot be moved. */
  readonly phases?: { readonly [K in P]?: NextP | null };
  /** null: what came in for it is dropped. */
  readonly deliverables?: { readonly [K in D]?: NextD | null };
  /** null: items on it go on with the process itself. */
  readonly tracks?: { readonly [track: string]: Name | null };
}

/** When and by whom items are moved, and what may be lost. */
export interface MigrationOptions {
  readonly at: Instant;
  /** The moment at which it is written down; absent means `at`. */
  readonly recordedAt?: Instant;
  readonly by: ExternalId;
  /** The id of the command; absent means `migrate/`, the version, `-` and the next one. */
  readonly command?: ExternalId;
  /** Needed where the target of a phase has changed: it counts from when the item came in. */
  readonly calendar?: Calendar;
  /** Items that lose something that somebody did for them: `hold`, unless said, leaves them be; `accept` moves them. */
  readonly losses?: 'hold' | 'accept';
}

/** An item that moves to the next version. */
export interface MovedItem<P extends string = string, D extends string = string, F = FactShape> {
  readonly item: ExternalId;
  /** What a host stores. */
  readonly event: ItemEvent<P, D, F>;
  /** After it. */
  readonly state: ItemState<P, D, F>;
  /** What it loses; none unless losses are accepted. */
  readonly losses: readonly Diagnostic[];
}

/** An item that stays where it is, untouched, and why; paths begin with `items` and its place among them. */
export interface UnmovedItem {
  readonly item: ExternalId;
  readonly reasons: readonly Diagnostic[];
}

/** What becomes of the items of a process under its next version: nothing has happened yet. */
export interface MigrationPlan<P extends string = string, D extends string = string, F = FactShape> {
  readonly moved: readonly MovedItem<P, D, F>[];
  /** They could move, but would lose something. */
  readonly held: readonly UnmovedItem[];
  readonly impossible: readonly UnmovedItem[];
  /** Completed and killed items: they stay under the version that they ended in. */
  readonly ended: readonly ExternalId[];
}

/** A plan, or what is wrong with the mapping. */
export type MigrationResult<P extends string = string, D extends string = string, F = FactShape> =
  | { readonly ok: true; readonly plan: MigrationPlan<P, D, F> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };
