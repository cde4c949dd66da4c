import type { Expression } from '../expression/types.js';
import type { WorkingTime } from '../foundation/calendar/working-time.js';
import type { Defined } from '../foundation/definition.js';
import type { Json, Link } from '../foundation/json.js';
import type { ExternalId, Name } from '../foundation/names.js';
import type { FactShape } from './facts/types.js';

/** Who may not approve although the role would allow it. */
export type Excluded = 'requester' | 'contributors' | 'owner';

/** What holds for approvals of a role and of named people alike. */
export interface ApprovalTerms {
  /** How many must approve: a whole number from 1, or a fraction of those who may, rounded up. */
  readonly quorum: number | { readonly fraction: number };
  /** One rejection is enough to reject. Absent means no. */
  readonly veto?: boolean;
  readonly exclude?: readonly Excluded[];
  /** The working time after which an approval no longer counts; absent means never. */
  readonly expiresAfter?: WorkingTime;
}

/** So many people who hold a role must approve. */
export interface RoleRequirement<R extends string = string> extends ApprovalTerms {
  readonly role: R;
}

/** So many of these people must approve. */
export interface PeopleRequirement extends ApprovalTerms {
  readonly people: readonly ExternalId[];
}

/** What must be met before something may go ahead. */
export type Requirement<R extends string = string> =
  | RoleRequirement<R>
  | PeopleRequirement
  | { readonly all: readonly Requirement<R>[] }
  | { readonly any: readonly Requirement<R>[] };

/** What a policy says of a request: go ahead, go ahead once every requirement is met, or do not. */
export type Outcome<R extends string = string> =
  | { readonly kind: 'autonomous' }
  | { readonly kind: 'requires'; readonly requirements: readonly Requirement<R>[] }
  | { readonly kind: 'forbidden' };

/**
 * Which of the rules that match decide. `strictest`: all of them, joined. `first`: the first in the order of the list.
 * `unique`: the one that matches; a second one is reported. `collect`: all of them, each for itself.
 */
export type HitPolicy = 'strictest' | 'first' | 'unique' | 'collect';

/** What holds where an absent fact leaves several outcomes possible: the strictest of them, or a question. */
export type OnUnknown = 'strictest' | 'ask';

/** Who has a part in a decision beside those who approve it (the D, C and I of DACI), by role. */
export interface Rights {
  /** The role that leads the decision to its end: one alone. */
  readonly driver?: Name;
  /** Roles that are heard before it is made, without a vote. */
  readonly contributors?: readonly Name[];
  /** Roles that are told once it is made. */
  readonly informed?: readonly Name[];
}

/** A condition and what follows when it holds. */
export interface Rule {
  readonly id: ExternalId;
  /** A condition over the facts, as text or as its tree. */
  readonly when: string | Expression;
  readonly then: Outcome;
  /** The reason that people are given. */
  readonly because?: string;
  /** Who has a part in decisions of this kind; each part that is absent is as the policy says. */
  readonly rights?: Rights;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A policy as it is stored: plain JSON. */
export interface PolicyDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  /** The version of the policy, as the host counts it. */
  readonly version: string;
  /** The id of the fact set that the conditions speak of. */
  readonly facts: Name;
  readonly hit: HitPolicy;
  readonly onUnknown: OnUnknown;
  readonly rules: readonly Rule[];
  /** What holds where no rule matches. */
  readonly otherwise: Outcome;
  /** Who has a part in every decision whose rule does not say otherwise; absent means that nobody is named. */
  readonly rights?: Rights;
  readonly label?: string;
  readonly description?: string;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

declare const needs: unique symbol;
declare const roles: unique symbol;
declare const id: unique symbol;

/** A policy that went through a door. Opaque: `definitionOf(policy)` gives the stored form back. */
export interface Policy<in F = never, out R extends string = string, out I extends string = string>
  extends Defined<PolicyDefinition> {
  readonly [needs]?: (facts: F) => void;
  readonly [roles]?: R;
  readonly [id]?: I;
}

/** Which policy decided, to the letter. */
export interface PolicyReference {
  readonly id: Name;
  readonly version: string;
  /** Of the policy and its facts: equal fingerprints decide equally. */
  readonly fingerprint: string;
}

interface Reasons<F> {
  /** The ids of the rules that hold and count, in the order of the policy. */
  readonly rules: readonly string[];
  /** Their reasons, in the same order; a rule without one is left out. */
  readonly because: readonly string[];
  /** The facts that the policy reads and the request lacks, derived ones through what they follow from. */
  readonly missing: readonly (keyof F & string)[];
  /** Those of the missing that could still change the outcome. */
  readonly deciding: readonly (keyof F & string)[];
  /** The rules that hold or not as the deciding facts turn out. */
  readonly undecided: readonly string[];
  /** Every outcome that the absent facts leave possible, laxest first; of more than 256, the first ones and the strictest. */
  readonly possible: readonly Outcome[];
  readonly policy: PolicyReference;
}

/** The policy has an outcome for this request. */
export interface DecidedPolicy<F = FactShape> extends Reasons<F> {
  readonly status: 'decided';
  readonly outcome: Outcome;
  /** With `collect`: the outcome of each rule in `rules`, or of `otherwise` alone. */
  readonly outcomes?: readonly Outcome[];
  /** With `unique`: the rules that match although only one may. */
  readonly overlap?: readonly string[];
}

/** The outcome hangs on facts that the request lacks: ask for those in `deciding`. */
export interface UndecidedPolicy<F = FactShape> extends Reasons<F> {
  readonly status: 'needs-facts';
  readonly outcome?: undefined;
}

/** What a policy says of a request, with its reasons. Plain JSON. */
export type PolicyDecision<F = FactShape> = DecidedPolicy<F> | UndecidedPolicy<F>;
