import { millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import { asInstant, dayAt, instantFromMilliseconds, instantToMilliseconds } from '../../foundation/instant.js';
import { dayNumberIn } from './day-number.js';
import type { Fact, StoredFact } from './types.js';

/** A value of a fact as the engine compares it: days as a number of days, moments and durations as milliseconds. */
export type Scalar = boolean | number | string;

/** What is known of each fact, by its place in the fact set; a set of choices as a `Set`, what is unknown as `undefined`. */
export type KnownValues = readonly (Scalar | ReadonlySet<string> | undefined)[];

/** The types whose values have an order. */
export type OrderedType = 'number' | 'integer' | 'date' | 'instant' | 'duration';

/** Says whether the values of a type have an order. */
export function isOrdered(type: Fact['type']): type is OrderedType {
  return type === 'number' || type === 'integer' || type === 'date' || type === 'instant' || type === 'duration';
}

/** The place of a value on its type's scale; undefined where it is no value of that type. */
export function toScale(type: OrderedType, value: unknown): number | undefined {
  switch (type) {
    case 'number':
      return Number.isFinite(value) ? (value as number) : undefined;
    case 'integer':
      return Number.isSafeInteger(value) ? (value as number) : undefined;
    case 'date':
      return typeof value === 'string' ? dayNumberIn(value) : undefined;
    case 'instant': {
      const at = typeof value === 'string' ? asInstant(value) : undefined;
      return at && instantToMilliseconds(at);
    }
    case 'duration':
      return typeof value === 'string' ? millisecondsOf(value) : undefined;
  }
}

/** The value at a place on a type's scale: what a request would give. */
export function fromScale(type: OrderedType, value: number): number | string {
  switch (type) {
    case 'number':
    case 'integer':
      return value;
    case 'date':
      return dayAt(value) ?? String(value);
    case 'instant':
      return instantFromMilliseconds(value);
    case 'duration':
      return durationText(value);
  }
}

/** A known value as a request gives it. */
export function givenValue({ type }: StoredFact, value: Scalar | ReadonlySet<string>): Scalar | readonly string[] {
  if (typeof value === 'object') return [...value];
  return isOrdered(type) ? fromScale(type, value as number) : value;
}

/** The least and the largest value that a fact takes, on its scale. */
export function limitsOf(fact: StoredFact): readonly [min: number, max: number] {
  const [least, most] = widest(fact.type);
  if ('derived' in fact || !('min' in fact || 'max' in fact) || !isOrdered(fact.type)) return [least, most];
  return [toScale(fact.type, fact.min) ?? least, toScale(fact.type, fact.max) ?? most];
}

/** Years 0001 to 9999. */
const firstDay = -719_162;
const lastDay = 2_932_896;
const longestDuration = 315_576_000_000_000;

function widest(type: Fact['type']): readonly [number, number] {
  switch (type) {
    case 'integer':
      return [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    case 'date':
      return [firstDay, lastDay];
    case 'instant':
      return [firstDay * 86_400_000, (lastDay + 1) * 86_400_000 - 1];
    case 'duration':
      return [-longestDuration, longestDuration];
    default:
      return [-Number.MAX_VALUE, Number.MAX_VALUE];
  }
}

const unitLengths: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['h', millisecondsInHour],
  ['m', millisecondsInMinute],
  ['s', millisecondsInSecond],
  ['ms', 1],
  ['us', 1e-3],
  ['ns', 1e-6],
]);

const durationPattern = /^-?(?:(?:\d{1,15}(?:\.\d{0,9})?|\.\d{1,9})(?:h|ms|us|ns|m|s))+$/;

/** The milliseconds of a duration as CEL writes it; undefined for any other text, for fractions of one and beyond 10,000 years. */
export function millisecondsOf(text: string): number | undefined {
  if (text === '0' || text === '-0') return 0;
  if (text.length > 100 || !durationPattern.test(text)) return undefined;
  // Counted in nanoseconds, so that 0.1s is exact.
  let nanoseconds = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(/(\d*)(?:\.(\d*))?(h|ms|us|ns|m|s)/g)) {
    const length = BigInt(Math.round((unitLengths.get(unit) ?? 0) * 1e6));
    const scaled = BigInt(whole + fraction || '0') * length;
    const divisor = 10n ** BigInt(fraction.length);
    if (scaled % divisor !== 0n) return undefined;
    nanoseconds += scaled / divisor;
  }
  if (nanoseconds % 1_000_000n !== 0n) return undefined;
  const milliseconds = Number(nanoseconds / 1_000_000n) * (text.startsWith('-') ? -1 : 1);
  return Math.abs(milliseconds) <= longestDuration ? milliseconds : undefined;
}

/** A duration in the largest units: `72h`, `1h30m`, `-2.5s`; `0s` for none. */
function durationText(milliseconds: number): string {
  const rest = Math.abs(milliseconds);
  const hours = Math.floor(rest / millisecondsInHour);
  const minutes = Math.floor((rest % millisecondsInHour) / millisecondsInMinute);
  const seconds = (rest % millisecondsInMinute) / millisecondsInSecond;
  const text = `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${seconds > 0 ? `${seconds}s` : ''}`;
  return text === '' ? '0s' : `${milliseconds < 0 ? '-' : ''}${text}`;
}
