import type { Calendar } from '../../foundation/calendar/types.js';
import type { WorkingTime } from '../../foundation/calendar/working-time.js';
import type { Defined } from '../../foundation/definition.js';
import type { Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { Directory } from '../../organization/types.js';
import type { PolicyReference } from '../types.js';

/** Who must act at a step: whoever holds a role, named people, or whom `escalationPath` finds above those who disagree. */
export type EscalationOwner =
  | { readonly role: Name }
  | { readonly people: readonly ExternalId[] }
  | { readonly commonDecider: true };

/** One step of a way up. */
export interface EscalationStep {
  readonly id: ExternalId;
  /** What people call it; absent means its id. */
  readonly label?: string;
  readonly owner: EscalationOwner;
  /** How much working time there is to decide, from the opening of the step on: 366 working days at most. */
  readonly within: WorkingTime;
  /** How much working time there is to acknowledge; absent means that nobody need. Beyond `within` it changes nothing. */
  readonly acknowledgeWithin?: WorkingTime;
  /** How many times the step is opened again when its time is over, before `onTimeout`: 0 unless said, at most 20. */
  readonly repeat?: number;
  /** What happens when time is over: the next step opens, or the chain ends with a rejection or an approval. */
  readonly onTimeout: 'next' | 'reject' | 'approve';
  /** The step that follows; absent means the one after this in the list. */
  readonly next?: ExternalId;
  /** The step that opens when this one will not settle it; absent means the one that follows. */
  readonly onDisagreement?: ExternalId;
  /** The host's own data; untouched, and outside the fingerprint. */
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A way up as it is stored: plain JSON. */
export interface EscalationDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  readonly version: string;
  /** What people call it; absent means its id. */
  readonly label?: string;
  /** The first is where it begins; at least 1, at most 50. */
  readonly steps: readonly EscalationStep[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

declare const steps: unique symbol;

/** A way up that went through a door, and so has an end. Opaque: `definitionOf(escalation)` gives the stored form back. */
export interface Escalation<out S extends string = string> extends Defined<EscalationDefinition> {
  readonly [steps]?: S;
}

/** What somebody holds to be right. */
export interface EscalationPosition {
  readonly by: ExternalId;
  readonly says: string;
}

interface Entry {
  /** Of two entries at one instant, the one whose id sorts last is the later. */
  readonly id: ExternalId;
  readonly at: Instant;
  /** Who did it. */
  readonly by: ExternalId;
  readonly note?: string;
  /** The positions at that moment; they stay on record. */
  readonly positions?: readonly EscalationPosition[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** That a disagreement was brought up: the first step opens. */
export interface OpenedEntry extends Entry {
  readonly type: 'opened';
  /** Who disagrees; absent means not said. */
  readonly parties?: readonly ExternalId[];
}

/** That an owner of the open step has seen it. */
export interface AcknowledgedEntry extends Entry {
  readonly type: 'acknowledged';
  /** The step that is meant; absent means the one that is open. */
  readonly step?: ExternalId;
}

/** That the open step will not settle it: the next one opens at once. */
export interface DisagreedEntry extends Entry {
  readonly type: 'disagreed';
  /** The step that is meant; absent means the one that is open. */
  readonly step?: ExternalId;
}

/** That it is settled. */
export interface ResolvedEntry extends Entry {
  readonly type: 'resolved';
  /** By an owner of the open step; by the parties, who agree; or by a party who still disagrees, and commits. */
  readonly how: 'ruled' | 'agreed' | 'committed';
  readonly outcome: 'approve' | 'reject';
  /** The step that is meant; absent means the one that is open. */
  readonly step?: ExternalId;
}

/** One thing that happened to an escalation, as it is stored: plain JSON. */
export type EscalationEntry = OpenedEntry | AcknowledgedEntry | DisagreedEntry | ResolvedEntry;

/** What a status reads beside the log. */
export interface EscalationStatusOptions {
  /** The moment that is asked about. */
  readonly at: Instant;
  /** Where working time runs. */
  readonly calendar: Calendar;
  /**
   * Who holds which role on the day of an entry, and who stands above whom. Absent means that owners by role and common
   * deciders are not checked: then the host vouches for them.
   */
  readonly directory?: Directory;
}

/** A step that was opened, once. */
export interface EscalationTurn {
  readonly step: ExternalId;
  /** 1 the first time, 2 the first time that it is repeated, and so on. */
  readonly round: number;
  readonly openedAt: Instant;
  /** Until when, and not with, somebody must acknowledge; absent where nobody need. */
  readonly acknowledgeBy?: Instant;
  /** Until when, and not with, it must be decided. */
  readonly dueAt: Instant;
  readonly acknowledgedAt?: Instant;
  readonly acknowledgedBy?: ExternalId;
  /** Absent as long as it is open. */
  readonly endedAt?: Instant;
  readonly end?: 'timed-out' | 'not-acknowledged' | 'disagreed' | 'resolved';
  /** The entry that ended it; absent where time did. */
  readonly entry?: ExternalId;
}

/** How it ended. */
export interface EscalationEnd {
  readonly at: Instant;
  readonly outcome: 'approve' | 'reject';
  readonly how: ResolvedEntry['how'] | 'timeout';
  /** Absent where time ended it. */
  readonly by?: ExternalId;
  /** The entry that ended it; absent where time did. */
  readonly entry?: ExternalId;
}

/**
 * Why an entry does not count. `not-the-owner`: who acknowledged or ruled does not own the open step. `not-a-party`: who agreed or
 * committed is none of the parties. `no-further-step`: the last step cannot hand on; it stays open until its time is over.
 */
export type IgnoredEntryReason =
  | 'from-the-future'
  | 'not-opened'
  | 'already-opened'
  | 'already-ended'
  | 'already-acknowledged'
  | 'other-step'
  | 'not-the-owner'
  | 'not-a-party'
  | 'no-further-step';

/** An entry that does not count. */
export interface IgnoredEntry {
  /** Its id. */
  readonly entry: ExternalId;
  readonly reason: IgnoredEntryReason;
}

/** Where an escalation stands, and how it came there. Plain JSON. */
export interface EscalationStatus {
  readonly status: 'not-opened' | 'open' | 'ended';
  /** Every step that was opened, in order; where it is open the last one has no end. */
  readonly turns: readonly EscalationTurn[];
  /** Who must act now; absent unless it is open. */
  readonly mustAct?: EscalationOwner;
  /** When time is over for the open step; absent unless it is open. */
  readonly nextDeadline?: Instant;
  /** Absent unless it has ended. */
  readonly ended?: EscalationEnd;
  /** Who disagrees, as the opening said. */
  readonly parties: readonly ExternalId[];
  /** All that is on record, earliest first. */
  readonly positions: readonly (EscalationPosition & { readonly entry: ExternalId; readonly at: Instant })[];
  /** The entries that count, earliest first. Every entry is either here or in `ignored`, once. */
  readonly counted: readonly ExternalId[];
  readonly ignored: readonly IgnoredEntry[];
  readonly escalation: PolicyReference;
}
