import type { Name } from '../../foundation/names.js';
import type {
  BooleanFact,
  DateFact,
  DurationFact,
  FactWords,
  InstantFact,
  IntegerFact,
  InWindowFact,
  NumberFact,
  OneOfFact,
  RatioFact,
  SetOfFact,
  StringFact,
  SumFact,
  WorkingDaysUntilFact,
} from './types.js';

/** The limits of a fact with an order, as plain text: the door sees to it that they exist. */
export interface TimeOptions extends FactWords {
  readonly min?: string;
  readonly max?: string;
}

/** What a derived number may say beside its source. */
export interface RatioOptions extends FactWords {
  readonly unit?: string;
}

/** The facts that a literal is made of. */
export interface FactBuilders {
  /** A finite number; without `min` or `max` there is no limit on that side. */
  number(options?: Omit<NumberFact, 'type'>): NumberFact;
  /** A whole number, at most 2^53 - 1 either way. */
  integer(options?: Omit<IntegerFact, 'type'>): IntegerFact;
  /** True or false. */
  boolean(options?: FactWords): BooleanFact;
  /** One of these values. */
  oneOf<const V extends string>(values: readonly V[], options?: FactWords): OneOfFact<V>;
  /** Any number of these values, none twice. */
  setOf<const V extends string>(values: readonly V[], options?: FactWords): SetOfFact<V>;
  /** A day, `YYYY-MM-DD`, as are its limits. */
  date(options?: TimeOptions): DateFact;
  /** A moment in UTC, `2026-11-01T08:30:00Z`, as are its limits. */
  instant(options?: TimeOptions): InstantFact;
  /** A length of time, `72h`, `1h30m`, as are its limits. */
  duration(options?: TimeOptions): DurationFact;
  /** Any text, up to 10,000 characters. */
  string(options?: FactWords): StringFact;
  /** The working days from the day of the decision to a date fact, negative when it is past. */
  workingDaysUntil<const N extends Name>(of: N, options?: FactWords): WorkingDaysUntilFact<N>;
  /** Whether a date fact falls in a named window of the calendar. */
  inWindow<const N extends Name>(of: N, window: string, options?: FactWords): InWindowFact<N>;
  /** The sum of two or more number and integer facts. */
  sum<const N extends Name>(...of: readonly [N, N, ...N[]]): SumFact<N>;
  /** One number or integer fact over another; unknown where that one is 0. */
  ratio<const N extends Name>(of: N, over: N, options?: RatioOptions): RatioFact<N>;
}

/**
 * Makes the facts of a literal for `defineFacts`. Nothing is checked yet: limits, values and sources are for `defineFacts`
 * to look at.
 *
 * @example
 * fact.number({ unit: 'USD', min: 0 }); //=> { type: 'number', unit: 'USD', min: 0 }
 * fact.oneOf(['low', 'high'], { label: 'Risk' }); //=> { type: 'oneOf', values: ['low', 'high'], label: 'Risk' }
 * fact.ratio('cost', 'budget').derived; //=> { kind: 'ratio', of: ['cost', 'budget'] }
 */
export const fact: FactBuilders = /* @__PURE__ */ Object.freeze<FactBuilders>({
  number: (options) => ({ type: 'number', ...options }),
  integer: (options) => ({ type: 'integer', ...options }),
  boolean: (options) => ({ type: 'boolean', ...options }),
  oneOf: (values, options) => ({ type: 'oneOf', values, ...options }),
  setOf: (values, options) => ({ type: 'setOf', values, ...options }),
  // The limits are plain text until the door has seen them.
  date: (options) => ({ type: 'date', ...options }) as DateFact,
  instant: (options) => ({ type: 'instant', ...options }) as InstantFact,
  duration: (options) => ({ type: 'duration', ...options }),
  string: (options) => ({ type: 'string', ...options }),
  workingDaysUntil: (of, options) => ({ type: 'integer', derived: { kind: 'workingDaysUntil', of }, ...options }),
  inWindow: (of, window, options) => ({ type: 'boolean', derived: { kind: 'inWindow', of, window }, ...options }),
  sum: (...of) => ({ type: 'number', derived: { kind: 'sum', of } }),
  ratio: (of, over, options) => ({ type: 'number', derived: { kind: 'ratio', of: [of, over] }, ...options }),
});
