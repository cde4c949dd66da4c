import type { Say } from '../expression/text-types.js';
import type { CheckCondition } from '../governance/conditions/literal.js';
import type { FactSet } from '../governance/facts/types.js';
import type { Policy } from '../governance/types.js';
import type { Criterion, Deliverable, Gate, GateSlots, LighterGate, Phase, ProcessDefinition, Track } from './types.js';

// What an author writes, and what the compiler checks of it. Lists stand under their ids, days are plain text.

/** A deliverable in a literal: its id is its key. */
export interface DeliverableInput extends Omit<Deliverable, 'id'> {}

/** A criterion in a literal: its id is its key. A text alone is a condition that must be met. */
export type CriterionInput = string | Omit<Criterion, 'id'>;

/** A gate in a literal. */
export interface GateInput extends Omit<Gate, 'criteria' | 'slots'> {
  readonly criteria?: { readonly [id: string]: CriterionInput };
  readonly slots?: Omit<GateSlots, 'from'> & { readonly from: string };
}

/** A phase in a literal: its id is its key. */
export interface PhaseInput extends Omit<Phase, 'id' | 'deliverables' | 'gate'> {
  readonly deliverables?: { readonly [id: string]: DeliverableInput };
  readonly gate: GateInput;
}

/** A track in a literal: its id is its key, and so are the phases of its lighter gates. */
export interface TrackInput extends Omit<Track, 'id' | 'gates'> {
  readonly gates?: { readonly [phase: string]: Omit<LighterGate, 'phase'> };
}

/** A process in a literal: the stored shape with lists by id and everything that can be defaulted left out. */
export interface ProcessInput<R extends string = string, F = never>
  extends Pick<ProcessDefinition, 'label' | 'description' | 'extra' | 'links'> {
  readonly schemaVersion?: 1;
  readonly id: string;
  /** 1 unless said. */
  readonly version?: number;
  /** The roles that own deliverables; those of the policies need not be named. */
  readonly roles?: readonly R[];
  readonly facts: FactSet<F>;
}

/** Policies of any facts and roles. */
export type AnyPolicy = Policy<never, string, string>;

type FactsOf<Q> = Q extends Policy<infer N, string, string> ? N : never;
/** The roles that policies name. */
export type RolesOfPolicy<Q> = Q extends Policy<never, infer R, string> ? R : never;
/** The ids of policies. */
export type IdOfPolicy<Q> = Q extends Policy<never, string, infer I> ? I : never;

/** The policy itself, or a tuple that says which fact it reads that the process does not have. */
export type CheckPolicy<Q, F> =
  Exclude<keyof FactsOf<Q>, keyof F> extends infer N
    ? [N] extends [never]
      ? Q
      : Say<`the policy reads the fact "${N & string}", which this process does not have`>
    : never;

/** The name itself, or a tuple that says what it is not: two names without overlap would collapse to `never`. A text that is not known is left to the door. */
type CheckName<X, N extends string, What extends string> = X extends N
  ? X
  : string extends X
    ? X
    : Say<`unknown ${What} "${X & string}"`>;

type CheckDeliverable<X, R extends string, D extends string> = {
  readonly [K in keyof X]: K extends 'owner'
    ? CheckName<X[K], R, 'role'>
    : K extends 'needs'
      ? readonly D[]
      : K extends keyof DeliverableInput
        ? X[K]
        : Say<`unknown key "${K & string}"`>;
};

type CheckCriterion<X, F> = X extends string
  ? CheckCondition<X, F>
  : {
      readonly [K in keyof X]: K extends 'when'
        ? CheckCondition<X[K], F>
        : K extends keyof Criterion
          ? X[K]
          : Say<`unknown key "${K & string}"`>;
    };

type CheckGate<X, F, P extends string, I extends string> = {
  readonly [K in keyof X]: K extends 'criteria'
    ? { readonly [C in keyof X[K]]: CheckCriterion<X[K][C], F> }
    : K extends 'recycleTo'
      ? readonly P[]
      : K extends 'authority' | 'waiverAuthority'
        ? CheckName<X[K], I, 'policy'>
        : K extends keyof GateInput
          ? X[K]
          : Say<`unknown key "${K & string}"`>;
};

/** A phase of a literal with its names, conditions and keys checked. */
export type CheckPhase<X, R extends string, F, P extends string, I extends string> = {
  readonly [K in keyof X]: K extends 'deliverables'
    ? { readonly [D in keyof X[K]]: CheckDeliverable<X[K][D], R, keyof X[K] & string> }
    : K extends 'gate'
      ? CheckGate<X[K], F, P, I>
      : K extends keyof PhaseInput
        ? X[K]
        : Say<`unknown key "${K & string}"`>;
};

type CheckLighterGate<X, I extends string> = {
  readonly [K in keyof X]: K extends 'authority'
    ? CheckName<X[K], I, 'policy'>
    : K extends 'without'
      ? X[K]
      : Say<`unknown key "${K & string}"`>;
};

/** A track of a literal with its names, condition and keys checked. */
export type CheckTrack<X, F, P extends string, I extends string> = {
  readonly [K in keyof X]: K extends 'skip'
    ? readonly P[]
    : K extends 'when'
      ? CheckCondition<X[K], F>
      : K extends 'authority'
        ? CheckName<X[K], I, 'policy'>
        : K extends 'gates'
          ? {
              readonly [G in keyof X[K]]: G extends P
                ? CheckLighterGate<X[K][G], I>
                : Say<`unknown phase "${G & string}"`>;
            }
          : K extends keyof TrackInput
            ? X[K]
            : Say<`unknown key "${K & string}"`>;
};

/** The deliverables of all phases of a literal. */
export type DeliverablesOf<P> = {
  [K in keyof P]: P[K] extends { readonly deliverables: infer D } ? keyof D & string : never;
}[keyof P];
