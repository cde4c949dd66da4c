import type { Expression } from '../expression/types.js';
import type { Defined } from '../foundation/definition.js';
import type { Day } from '../foundation/instant.js';
import type { Json, Link } from '../foundation/json.js';
import type { Name } from '../foundation/names.js';
import type { FactShape } from '../governance/facts/types.js';

/** What is to be handed in before a gate. */
export interface Deliverable {
  /** Unique in the process. */
  readonly id: Name;
  readonly label?: string;
  /** The role that hands it in. */
  readonly owner: Name;
  /** Deliverables of the same phase that come first. */
  readonly needs?: readonly Name[];
  /** How many pieces of evidence it takes, 1 to 1,000; absent means 1. */
  readonly atLeast?: number;
  /** How long it counts after its last piece came in; absent means as long as nobody says otherwise. */
  readonly freshFor?: { readonly workingDays: number };
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** What has to be true of the facts at a gate. */
export interface Criterion {
  /** Unique in its gate. */
  readonly id: Name;
  readonly label?: string;
  /** A condition over the facts, as text or as its tree. */
  readonly when: string | Expression;
  /** A criterion that adds to the score, in place of one that must be met. */
  readonly should?: true;
  /** How much it adds to the score, above 0; absent means 1. Of those that must be met it means nothing. */
  readonly weight?: number;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** When a gate may be passed: on no day of a window of the calendar, or only on one. */
export type GateWindow = { readonly not: string } | { readonly in: string };

/** The meetings at which a gate is decided. One that falls on a day that is no working day is left out. */
export interface GateSlots {
  /** The day of the first one. */
  readonly from: Day;
  /** How many weeks lie between two, 1 to 52. */
  readonly everyWeeks: number;
  /** How many items there is time for. */
  readonly items: number;
}

/** What a waiver may be granted for: a deliverable, a criterion that must be met, everything a phase asks for. */
export type Waivable = 'deliverable' | 'criterion' | 'phase';

/** What an item meets at the end of a phase. */
export interface Gate {
  /** The id of the policy that says who may let an item pass. */
  readonly authority: Name;
  readonly criteria?: readonly Criterion[];
  /** The least share of the weights of criteria with `should` that must be met, 0 to 1; absent means 0. */
  readonly threshold?: number;
  /** The phases that an item may be sent back to: this one or earlier ones. Absent means none. */
  readonly recycleTo?: readonly Name[];
  /** How often this gate may send an item back; absent means without a bound. */
  readonly maxRecycles?: number;
  /** Absent means any day. */
  readonly window?: GateWindow;
  /** Absent means any moment. */
  readonly slots?: GateSlots;
  /** Absent means nothing. */
  readonly waivable?: readonly Waivable[];
  /** The id of the policy that says who may grant a waiver; absent means `authority`. */
  readonly waiverAuthority?: Name;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A stretch of work with its gate. */
export interface Phase {
  readonly id: Name;
  readonly label?: string;
  /** What it is to find out. */
  readonly question?: string;
  readonly deliverables?: readonly Deliverable[];
  readonly gate: Gate;
  /** How long an item should take; absent means that nobody says. */
  readonly target?: { readonly workingDays: number };
  /** The metrics that are read to see what came of it. */
  readonly readsOutcome?: readonly Name[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A gate of a track that asks for less. */
export interface LighterGate {
  readonly phase: Name;
  /** In place of the gate's own. */
  readonly authority?: Name;
  /** Deliverables and criteria of the phase that this track does without. */
  readonly without?: readonly Name[];
}

/** A variant of the process, by risk: it skips phases or asks for less at gates. */
export interface Track {
  readonly id: Name;
  readonly label?: string;
  /** A condition over the facts: while it holds an item may take the track. Absent means that only `authority` lets it. */
  readonly when?: string | Expression;
  /** The id of the policy that says who may put an item on the track where its condition does not hold; absent means nobody. */
  readonly authority?: Name;
  readonly skip?: readonly Name[];
  readonly gates?: readonly LighterGate[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A process as it is stored: plain JSON. */
export interface ProcessDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  /** A whole number from 1: items in flight are moved from one to the next. */
  readonly version: number;
  readonly label?: string;
  readonly description?: string;
  /** The roles that own deliverables. Those of its policies are added. */
  readonly roles: readonly Name[];
  /** The id of the fact set that criteria, tracks and policies speak of. */
  readonly facts: Name;
  /** In this order. */
  readonly phases: readonly Phase[];
  readonly tracks?: readonly Track[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

declare const phases: unique symbol;
declare const roles: unique symbol;
declare const deliverables: unique symbol;
declare const factShape: unique symbol;
declare const authorities: unique symbol;

/** A process that went through a door. Opaque: `definitionOf(process)` gives the stored form back. */
export interface Process<
  out P extends string = string,
  out R extends string = string,
  out D extends string = string,
  out F = FactShape,
  out A extends string = string,
> extends Defined<ProcessDefinition> {
  readonly [phases]?: P;
  readonly [roles]?: R;
  readonly [deliverables]?: D;
  readonly [factShape]?: F;
  readonly [authorities]?: A;
}

/** Which process, to the letter. */
export interface ProcessReference {
  readonly id: Name;
  readonly version: number;
  /** Of the process, its facts and its policies: equal fingerprints decide equally. */
  readonly fingerprint: string;
}
