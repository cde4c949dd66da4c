import type { Defined } from '../foundation/definition.js';
import type { Day } from '../foundation/instant.js';
import type { Json, Link } from '../foundation/json.js';
import type { ExternalId, Name } from '../foundation/names.js';

/** The days on which something holds: half-open, so that one may end on the day on which the next begins. */
export interface DaySpan {
  /** The first day; absent means from the beginning. */
  readonly from?: Day;
  /** The first day on which it no longer holds; absent means without an end. */
  readonly to?: Day;
}

/** Somebody of the organization. */
export interface Person {
  /** The host's own: an e-mail address, an account number, a pseudonym. */
  readonly id: ExternalId;
  readonly name?: string;
  /** The person that they report to; absent at the top. */
  readonly managerId?: ExternalId;
  /** The host's own data; untouched, and outside the fingerprint. */
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A team, within another one or at the top. */
export interface Team {
  readonly id: ExternalId;
  readonly name?: string;
  /** The team that it is part of; absent at the top. */
  readonly parent?: ExternalId;
  /** The product that it works on, in the host's words. */
  readonly product?: ExternalId;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A role that people can hold: `legal`, `exec`. Policies ask for it by its id. */
export interface Role {
  readonly id: Name;
  readonly name?: string;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** That a person belongs to a team. Several at a time are fine. */
export interface Membership extends DaySpan {
  readonly person: ExternalId;
  readonly team: ExternalId;
  /** The part of the person's time that is for this team: above 0, at most 1. Absent means not said, and is not added up. */
  readonly share?: number;
  /** The first day; absent means from the beginning. */
  readonly from?: Day;
  /** The first day on which it no longer holds; absent means without an end. */
  readonly to?: Day;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** That a person holds a role. */
export interface RoleAssignment extends DaySpan {
  readonly person: ExternalId;
  readonly role: Name;
  /** The team that it is held for, with every team below; absent means for all teams. */
  readonly team?: ExternalId;
  /** The first day; absent means from the beginning. */
  readonly from?: Day;
  /** The first day on which it no longer holds; absent means without an end. */
  readonly to?: Day;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** That a person works for the organization. Who has any engagement is there on the days of one of them, and on no other. */
export interface Engagement extends DaySpan {
  readonly person: ExternalId;
  /** In the host's words: `employee`, `contractor`. */
  readonly kind: string;
  /** The first day; absent means from the beginning. */
  readonly from?: Day;
  /** The first day on which it no longer holds; absent means without an end. */
  readonly to?: Day;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A directory as it is stored: plain JSON. */
export interface DirectoryDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  /** The version of the definition, as the host counts it. */
  readonly version: string;
  /** Absent means that people are known by what names them alone: memberships, assignments, engagements. */
  readonly people?: readonly Person[];
  readonly teams: readonly Team[];
  readonly roles: readonly Role[];
  readonly memberships: readonly Membership[];
  readonly assignments: readonly RoleAssignment[];
  /** Absent, or none for a person, means that the person is there on every day. */
  readonly engagements?: readonly Engagement[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

declare const teams: unique symbol;
declare const roles: unique symbol;

/** A directory that went through a door. Opaque: `definitionOf(directory)` gives the stored form back. */
export interface Directory<out T extends string = string, out R extends string = string>
  extends Defined<DirectoryDefinition> {
  readonly [teams]?: T;
  readonly [roles]?: R;
}

/** The day that a question is about. */
export interface OnDay {
  readonly on: Day;
}

/** The day that a question is about, and the team where it is about one. */
export interface OnDayForTeam<T extends string = string> extends OnDay {
  /** Only what holds for this team: held for it, for a team above it, or for all. */
  readonly team?: T;
}
