import type { ExternalId } from '../../foundation/names.js';
import { quote } from '../../foundation/shorten.js';
import type { Interval, Size } from '../types.js';
import { add, type Decimal, decimalOf, halve, toNumber } from './decimal.js';

/** What an input may come to. */
export interface Reading {
  readonly low: number;
  /** The likeliest, or the middle where none is said: the number nearest to `exact`. */
  readonly likely: number;
  readonly high: number;
  /** The likeliest as it is written. */
  readonly exact: Decimal;
  /** `known` is one number. */
  readonly shape: 'known' | 'uniform' | 'triangular';
}

/** An initiative whose every input can be counted. */
export interface ReadInitiative {
  readonly id: ExternalId;
  /** Its place in the list given. */
  readonly place: number;
  /** One for each of the scorer's terms. */
  readonly readings: readonly Reading[];
}

/** What was read, or what is wrong with it as the end of a sentence ("... is NaN, which is no finite number"). */
export type ReadResult = { readonly reading: Reading } | { readonly fault: string };

/** Reads a number or an interval. */
export function readEstimate(value: unknown): ReadResult {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { fault: `is ${value}, which is no finite number` };
    return { reading: { low: value, likely: value, high: value, exact: decimalOf(value), shape: 'known' } };
  }
  if (typeof value !== 'object' || value === null) return { fault: `is ${wordsOf(value)}, and no number or interval` };
  const { low, likely, high } = value as Partial<Readonly<Record<keyof Interval, unknown>>>;
  for (const [name, end] of [
    ['low', low],
    ['high', high],
    ['likely', likely ?? 0],
  ] as const) {
    if (typeof end === 'number' && Number.isFinite(end)) continue;
    return { fault: `is an interval whose ${name} is ${wordsOf(end)}, and no finite number` };
  }
  return readInterval(low as number, likely as number | undefined, high as number);
}

function readInterval(low: number, likely: number | undefined, high: number): ReadResult {
  if (low > high) return { fault: `is an interval that ends before it begins: ${low} to ${high}` };
  if (likely !== undefined && (likely < low || likely > high)) {
    return { fault: `is an interval from ${low} to ${high} whose likeliest, ${likely}, is outside of it` };
  }
  if (low === high) return { reading: { low, likely: low, high, exact: decimalOf(low), shape: 'known' } };
  if (likely !== undefined) return { reading: { low, likely, high, exact: decimalOf(likely), shape: 'triangular' } };
  const middle = halve(add(decimalOf(low), decimalOf(high)));
  return { reading: { low, likely: toNumber(middle), high, exact: middle, shape: 'uniform' } };
}

/** The person-days of all skills together; sizes are looked up by their ids. */
export function readDemand(demand: unknown, sizes: ReadonlyMap<string, Size>): ReadResult {
  if (!Array.isArray(demand)) return { fault: `is ${wordsOf(demand)}, and no list` };
  let sum: Reading | undefined;
  for (const [at, entry] of demand.entries()) {
    const days: unknown = (entry as { readonly days?: unknown } | null)?.days;
    const size = typeof days === 'string' ? sizes.get(days) : undefined;
    if (typeof days === 'string' && size === undefined) {
      return { fault: `asks at place ${at} for the size ${quote(days)}, which is none of those given` };
    }
    const read = readEstimate(size === undefined ? days : size.days);
    if ('fault' in read)
      return { fault: `asks at place ${at} for days that cannot be counted: they are${read.fault.slice(2)}` };
    sum = sum === undefined ? read.reading : together(sum, read.reading);
  }
  return sum === undefined ? { fault: 'is an empty list' } : { reading: sum };
}

/** Both, as large or as small together: who errs about one skill mostly errs about all. */
function together(a: Reading, b: Reading): Reading {
  const shapes = [a.shape, b.shape];
  const uncertain = shapes.includes('triangular') ? 'triangular' : 'uniform';
  const exact = add(a.exact, b.exact);
  return {
    low: sumOf(a.low, b.low),
    likely: toNumber(exact),
    high: sumOf(a.high, b.high),
    exact,
    shape: shapes.every((shape) => shape === 'known') ? 'known' : uncertain,
  };
}

function sumOf(a: number, b: number): number {
  return toNumber(add(decimalOf(a), decimalOf(b)));
}

/** The interval of a reading, as it is stored. */
export function intervalOf({ low, likely, high, shape }: Reading): Interval {
  return shape === 'uniform' ? { low, high } : { low, likely, high };
}

function wordsOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
