import type { Say, TooLong, UnknownIn } from '../expression/text-types.js';
import type { Goal, Grain, Influence, Metric, MetricTreeDefinition, Suppression } from './types.js';

// What an author writes, and what the compiler checks of it. Days are plain text here: the door brands them.

/** A metric in a literal: its id is its key. */
export interface MetricInput extends Omit<Metric, 'id' | 'effectiveFrom' | 'reviewBy'> {
  readonly effectiveFrom?: string;
  readonly reviewBy?: string;
}

/** An influence in a literal, between the metrics `N`. */
export interface InfluenceInput<N extends string = string> extends Omit<Influence, 'from' | 'to'> {
  readonly from: N;
  readonly to: N;
}

/** A goal in a literal, of a team `T` on one of the metrics `N`. */
export interface GoalInput<N extends string = string, T extends string = string>
  extends Omit<Goal, 'team' | 'metric' | 'due'> {
  readonly team: T;
  readonly metric: N;
  readonly due?: string;
}

/** A suppression in a literal, for one of the metrics `N`. */
export interface SuppressionInput<N extends string = string> extends Omit<Suppression, 'metric' | 'until'> {
  readonly metric?: N;
  readonly until?: string;
}

/** A metric tree in a literal: the stored shape, with metrics by id and everything that can be defaulted left out. */
export interface MetricTreeInput<N extends string = string, T extends string = string>
  extends Pick<MetricTreeDefinition, 'extra' | 'links'> {
  readonly schemaVersion?: 1;
  /** `metrics` unless said. */
  readonly id?: string;
  /** `1` unless said. */
  readonly version?: string;
  readonly influences?: readonly InfluenceInput<N>[];
  readonly goals?: readonly GoalInput<N, T>[];
  readonly suppressions?: readonly SuppressionInput<N>[];
}

type FormulaWord =
  | ''
  | '+'
  | '-'
  | '*'
  | '/'
  | 'min'
  | 'max'
  | 'abs'
  | 'sqrt'
  | 'pow'
  | 'coalesce'
  | 'ratio'
  | 'lag'
  | `${'"' | "'"}${'zero' | 'null' | Grain}${'"' | "'"}`;

/** Words that are no fault. Names with a bracket or comma at them are here only to spare the scanner from splitting them. */
type KnownWord<N extends string> = N | FormulaWord | `${number}` | `(${N}` | `${N})` | `${N},`;

type FormulaFault<S extends string, N extends string> = string extends S
  ? never
  : TooLong<S> extends true
    ? never
    : UnknownIn<S, KnownWord<N>>;

/** The formula itself, or a tuple that says which of its names is no metric. */
export type CheckFormula<S, N extends string> = S extends string
  ? FormulaFault<S, N> extends infer E extends string
    ? [E] extends [never]
      ? S
      : Say<`unknown metric "${E}" in formula`>
    : never
  : S;

/** The name itself, or a tuple that says it is no metric: two names without overlap would collapse to `never`. */
type CheckName<S, N extends string> = S extends N ? S : S extends string ? Say<`unknown metric "${S}"`> : N;

/** A metric's literal with its names checked; an unknown key becomes a tuple that says so. */
export type CheckMetric<M, N extends string> = {
  readonly [K in keyof M]: K extends 'formula'
    ? CheckFormula<M[K], N>
    : K extends 'guardrails' | 'components'
      ? readonly N[]
      : K extends 'replacedBy'
        ? CheckName<M[K], N>
        : K extends keyof MetricInput
          ? M[K]
          : Say<`unknown key "${K & string}"`>;
};
