import type { Say } from '../../expression/text-types.js';
import type { FactSetDefinition, GivenFact } from './types.js';

/** What a set of facts says beside its facts. */
export interface FactSetOptions extends Pick<FactSetDefinition, 'extra' | 'links'> {
  readonly schemaVersion?: 1;
  /** `facts` unless said. */
  readonly id?: string;
  /** `1` unless said. */
  readonly version?: string;
}

type KeyOfEach<G> = G extends unknown ? keyof G : never;
type KeyOf<T> = KeyOfEach<Extract<GivenFact, { readonly type: T }>>;

/** A derived fact itself, or a tuple that says which of its sources is no fact or one of another type. */
type CheckSources<X, N, F, T extends string, Words extends string> = [Exclude<N, keyof F>] extends [never]
  ? { [K in N & keyof F]: F[K] extends { readonly type: T; readonly derived?: never } ? never : K }[N &
      keyof F] extends infer W
    ? [W] extends [never]
      ? X
      : Say<`${W & string} is not ${Words} that a request gives`>
    : never
  : string extends N
    ? X
    : Say<`unknown fact "${Exclude<N, keyof F> & string}"`>;

/** A fact of a literal with its keys and the names of its sources checked. */
export type CheckFact<X, F> = X extends { readonly derived: { readonly kind: infer D; readonly of: infer N } }
  ? D extends 'sum' | 'ratio'
    ? CheckSources<X, N extends readonly (infer E)[] ? E : never, F, 'number' | 'integer', 'a number'>
    : CheckSources<X, N, F, 'date', 'a date'>
  : X extends { readonly type: infer T }
    ? { readonly [K in keyof X]: K extends KeyOf<T> ? X[K] : Say<`unknown key "${K & string}"`> }
    : X;
