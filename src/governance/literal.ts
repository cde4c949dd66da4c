import type { Say } from '../expression/text-types.js';
import type { CheckCondition } from './conditions/literal.js';
import type { FactSet } from './facts/types.js';
import type { HitPolicy, OnUnknown, Outcome, PolicyDefinition, Rule } from './types.js';

// What an author writes, and what the compiler checks of it.

/** A policy in a literal: the stored shape, with the facts themselves and everything that can be defaulted left out. */
export interface PolicyInput<I extends string = string, F = never, O extends Outcome = Outcome>
  extends Pick<PolicyDefinition, 'rights' | 'label' | 'description' | 'extra' | 'links'> {
  readonly schemaVersion?: 1;
  readonly id: I;
  /** `1` unless said. */
  readonly version?: string;
  readonly facts: FactSet<F>;
  /** `strictest` unless said. */
  readonly hit?: HitPolicy;
  /** `strictest` unless said. */
  readonly onUnknown?: OnUnknown;
  /** What holds where no rule matches. */
  readonly otherwise: O;
}

/** A rule's literal with its condition checked; an unknown key becomes a tuple that says so. */
export type CheckRule<U, F> = {
  readonly [K in keyof U]: K extends 'when'
    ? CheckCondition<U[K], F>
    : K extends keyof Rule
      ? U[K]
      : Say<`unknown key "${K & string}"`>;
};

/** The roles that an outcome's requirements name. */
export type RolesOf<O> = O extends { readonly requirements: readonly (infer Q)[] } ? RolesIn<Q> : never;

type RolesIn<Q> = Q extends { readonly role: infer R extends string }
  ? R
  : Q extends { readonly all: readonly (infer P)[] } | { readonly any: readonly (infer P)[] }
    ? // What may stand inside itself has its roles beside it.
      Q extends P
      ? never
      : RolesIn<P>
    : never;
