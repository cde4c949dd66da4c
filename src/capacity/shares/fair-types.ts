import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { ExternalId } from '../../foundation/names.js';

/** What every claim has. */
interface Claim {
  /** Unique in the list. */
  readonly id: ExternalId;
  /** Above 0; absent means 1. Twice the weight is due twice the share. */
  readonly weight?: number;
  /** The group that it shares with; absent means none: it stands beside the groups. */
  readonly group?: ExternalId;
}

/** Somebody who wants so many units of one resource. */
export interface UnitClaim extends Claim {
  /** A whole number of units from 0. */
  readonly demand: number;
}

/** Somebody who wants to run tasks that each take something of several resources. */
export interface TaskClaim<R extends string = string> extends Claim {
  /** What one task takes of each resource, in whole units; absent means none. At least one is above 0. */
  readonly demand: { readonly [Resource in R]?: number };
  /** The most tasks that are wanted; absent means as many as there is room for. */
  readonly tasks?: number;
}

/** Weighted max-min fairness over units of one resource. */
export interface MaxMinOptions {
  readonly kind: 'maxMin';
  /** The weight of each group beside the other groups and the claims without one; absent means 1. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** Dominant resource fairness over tasks. */
export interface DominantOptions {
  readonly kind: 'drf';
  /** The weight of each group, which its claims divide among them in proportion to theirs; absent means 1. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Into how many equal parts a task can be divided, 1 to 1,000,000; absent means that tasks are whole. */
  readonly taskParts?: number;
}

/** What one claim gets, in whole units. */
export interface ClaimShare {
  readonly id: ExternalId;
  readonly share: number;
  /** What it would get of its group's share if units could be divided: a mixed number, `12 1/2`. */
  readonly exact: string;
  /** Whether that is all that it wants. */
  readonly isSatisfied: boolean;
}

/** What the claims of a group get together. */
export interface GroupShare {
  readonly id: ExternalId;
  readonly share: number;
  readonly exact: string;
}

/** Units that add up: shares and what is unused come to the capacity. */
export interface MaxMinShare {
  readonly ok: true;
  readonly kind: 'maxMin';
  /** In the order of the claims. */
  readonly claims: readonly ClaimShare[];
  /** In the order in which the claims name them. */
  readonly groups: readonly GroupShare[];
  /** Above 0 only where everybody gets all that they want. */
  readonly unused: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The tasks that one claim may run. */
export interface ClaimTasks<R extends string = string> {
  readonly id: ExternalId;
  /** A whole number, or a multiple of one over `taskParts`. */
  readonly tasks: number;
  /** The resource of which its tasks take the largest part; of equal ones the first of the capacity. */
  readonly dominantResource: R;
  /** The part of all of that resource that it takes, from 0 to 1, exactly: `2/3`. */
  readonly dominantShare: string;
}

/** Tasks that fit. */
export interface DominantShare<R extends string = string> {
  readonly ok: true;
  readonly kind: 'drf';
  /** In the order of the claims. */
  readonly claims: readonly ClaimTasks<R>[];
  /** What is left of each resource. The record has no prototype. */
  readonly unused: { readonly [Resource in R]: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** Why nothing can be shared out. */
export interface FairShareFailure {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}
