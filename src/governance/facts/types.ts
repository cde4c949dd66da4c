import type { Calendar } from '../../foundation/calendar/types.js';
import type { Defined } from '../../foundation/definition.js';
import type { Day, Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { Name } from '../../foundation/names.js';

/** What every fact may say of itself. */
export interface FactWords {
  readonly label?: string;
  readonly description?: string;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A finite number. */
export interface NumberFact extends FactWords {
  readonly type: 'number';
  readonly unit?: string;
  /** The least value that a request may give; absent means no limit. */
  readonly min?: number;
  /** The largest value that a request may give; absent means no limit. */
  readonly max?: number;
  /** The metric of the metric tree that the value is of. */
  readonly metric?: Name;
  /** How old a measured value may be: one that is older, or of which nobody says when it was measured, counts as absent. */
  readonly maxAge?: { readonly workingDays: number };
}

/** A whole number, at most 2^53 - 1 either way. */
export interface IntegerFact extends FactWords {
  readonly type: 'integer';
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface BooleanFact extends FactWords {
  readonly type: 'boolean';
}

/** One of several values. */
export interface OneOfFact<V extends string = string> extends FactWords {
  readonly type: 'oneOf';
  readonly values: readonly V[];
}

/** Any number of several values, none twice: a request gives them as a list in any order. */
export interface SetOfFact<V extends string = string> extends FactWords {
  readonly type: 'setOf';
  readonly values: readonly V[];
}

/** A day, `YYYY-MM-DD`. */
export interface DateFact extends FactWords {
  readonly type: 'date';
  readonly min?: Day;
  readonly max?: Day;
}

/** A moment in UTC, `2026-11-01T08:30:00Z`. */
export interface InstantFact extends FactWords {
  readonly type: 'instant';
  readonly min?: Instant;
  readonly max?: Instant;
}

/** A length of time as CEL writes it, down to milliseconds: `72h`, `1h30m`, `-2.5s`. */
export interface DurationFact extends FactWords {
  readonly type: 'duration';
  readonly min?: string;
  readonly max?: string;
}

/** Any text, up to 10,000 characters. */
export interface StringFact extends FactWords {
  readonly type: 'string';
}

/** Working days from the day of the decision to a date fact: negative when it is past. Needs a calendar and an instant. */
export interface WorkingDaysUntilFact<N extends Name = Name> extends FactWords {
  readonly type: 'integer';
  readonly derived: { readonly kind: 'workingDaysUntil'; readonly of: N };
}

/** Whether a date fact falls in a named window of the calendar. */
export interface InWindowFact<N extends Name = Name> extends FactWords {
  readonly type: 'boolean';
  readonly derived: { readonly kind: 'inWindow'; readonly of: N; readonly window: string };
}

/** The sum of number and integer facts. */
export interface SumFact<N extends Name = Name> extends FactWords {
  readonly type: 'number';
  readonly unit?: string;
  readonly derived: { readonly kind: 'sum'; readonly of: readonly N[] };
}

/** One number or integer fact over another; unknown where that is 0. */
export interface RatioFact<N extends Name = Name> extends FactWords {
  readonly type: 'number';
  readonly unit?: string;
  readonly derived: { readonly kind: 'ratio'; readonly of: readonly [N, N] };
}

/** A fact that follows from others and the calendar; it is computed before the rules are read. */
export type DerivedFact = WorkingDaysUntilFact | InWindowFact | SumFact | RatioFact;

/** A fact that a request gives. */
export type GivenFact =
  | NumberFact
  | IntegerFact
  | BooleanFact
  | OneOfFact
  | SetOfFact
  | DateFact
  | InstantFact
  | DurationFact
  | StringFact;

/** What can be known of a case: a type, its limits, and where it comes from. */
export type Fact = GivenFact | DerivedFact;

/** A fact as it is stored: with its name. */
export type StoredFact = { readonly id: Name } & Fact;

/** A set of facts as it is stored: plain JSON. */
export interface FactSetDefinition {
  readonly schemaVersion: 1;
  readonly id: Name;
  readonly version: string;
  readonly facts: readonly StoredFact[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** Facts by name. */
export type FactShape = { readonly [name: string]: Fact };

declare const shape: unique symbol;

/** Facts that went through a door. Opaque: `definitionOf(facts)` gives the stored form back. */
export interface FactSet<out F = FactShape> extends Defined<FactSetDefinition> {
  readonly [shape]?: F;
}

type ValueOf<X> = X extends { readonly type: 'number' | 'integer' }
  ? number
  : X extends { readonly type: 'boolean' }
    ? boolean
    : X extends { readonly type: 'oneOf'; readonly values: readonly (infer V)[] }
      ? V
      : X extends { readonly type: 'setOf'; readonly values: readonly (infer V)[] }
        ? readonly V[]
        : string;

/**
 * What a request says: the given facts that are known. A fact that is absent is unknown, never 0 or false. Of facts that the
 * compiler does not know, any names and values: they are checked at run time.
 */
export type FactValues<F = FactShape> = {
  readonly [K in keyof Known<F> as Known<F>[K] extends { readonly derived: unknown } ? never : K]?:
    | ValueOf<Known<F>[K]>
    | undefined;
};

type Known<F> = [F] extends [never] ? FactShape : F;

/** What else a decision may need to know. */
export interface PolicyContext {
  /** The moment of the decision: derived facts and the age of measured values are counted from it. */
  readonly at?: Instant;
  /** Needed, with `at`, by facts about working days and windows, and by those with a `maxAge`. */
  readonly calendar?: Calendar;
  /** When the values of facts with a `maxAge` were measured. */
  readonly measuredOn?: { readonly [fact: string]: Day };
}
