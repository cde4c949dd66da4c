import { millisecondsInDay } from 'date-fns/constants';
import { keelsonError } from './error.js';
import { plainText, quote } from './shorten.js';

declare const kind: unique symbol;

/** A day of the calendar, `YYYY-MM-DD`, that exists; years 0001 to 9999. Days sort as text. */
export type Day = string & { readonly [kind]: 'day' };

/**
 * A moment in UTC, `2026-11-01T08:30:00Z` with up to three digits of a second's fraction, that exists; years 0001 to
 * 9999. Compare instants with `compareInstants`, not as text: `.5Z` sorts before `Z`.
 */
export type Instant = string & { readonly [kind]: 'instant' };

export const dayPattern: RegExp = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const instantPattern: RegExp =
  /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/**
 * Says whether a value is a day that exists, written `YYYY-MM-DD`.
 *
 * @example
 * isDay('2028-02-29'); //=> true
 * isDay('2026-02-29'); //=> false
 */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && dayPattern.test(value) && exists(value);
}

/**
 * Says whether a value is an instant: a moment in UTC that exists, written `YYYY-MM-DDThh:mm:ssZ`.
 *
 * @example
 * isInstant('2026-11-01T08:30:00Z'); //=> true
 * isInstant('2026-11-01T08:30:00+01:00'); //=> false
 */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && instantPattern.test(value) && exists(value.slice(0, 10));
}

/**
 * Returns the text as a `Day`, or undefined when it is none.
 *
 * @example
 * asDay('2026-11-31'); //=> undefined
 */
export function asDay(text: string): Day | undefined {
  return isDay(text) ? text : undefined;
}

/**
 * Returns the text as an `Instant`, or undefined when it is none.
 *
 * @example
 * asInstant('2026-11-30'); //=> undefined
 */
export function asInstant(text: string): Instant | undefined {
  return isInstant(text) ? text : undefined;
}

/**
 * Returns the text as a `Day`. Throws a `KeelsonError` (`foundation/day`) when it is none; test data from outside with
 * `isDay` or `asDay` instead.
 *
 * @example
 * day('2026-11-01'); //=> '2026-11-01'
 */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw keelsonError('foundation/day', `${quote(plainText(text))} is not a day that exists, as YYYY-MM-DD`);
}

/**
 * Returns the text as an `Instant`. Throws a `KeelsonError` (`foundation/instant`) when it is none; test data from
 * outside with `isInstant` or `asInstant` instead.
 *
 * @example
 * instant('2026-11-01T08:30:00Z'); //=> '2026-11-01T08:30:00Z'
 */
export function instant(text: string): Instant {
  if (isInstant(text)) return text;
  throw keelsonError('foundation/instant', `${quote(plainText(text))} is not a moment in UTC, as YYYY-MM-DDThh:mm:ssZ`);
}

/**
 * Returns a negative number, 0 or a positive one as `a` is before, at or after `b`: what `sort` takes.
 *
 * @example
 * compareInstants(instant('2026-11-01T08:30:00Z'), instant('2026-11-01T08:30:00.5Z')); //=> -500
 */
export function compareInstants(a: Instant, b: Instant): number {
  return instantToMilliseconds(a) - instantToMilliseconds(b);
}

/**
 * Returns the milliseconds since 1970 in UTC, negative before.
 *
 * @example
 * instantToMilliseconds(instant('1970-01-01T00:00:01.5Z')); //=> 1500
 */
export function instantToMilliseconds(at: Instant): number {
  return Date.parse(at);
}

/**
 * Returns the instant of so many milliseconds since 1970 in UTC, without the fraction when it is zero.
 *
 * Throws a `KeelsonError` (`foundation/instant`) for a number that is not whole or leaves the years 0001 to 9999.
 *
 * @example
 * instantFromMilliseconds(1_500); //=> '1970-01-01T00:00:01.500Z'
 */
export function instantFromMilliseconds(milliseconds: number): Instant {
  const text = isoOf(milliseconds)?.replace('.000Z', 'Z');
  if (Number.isInteger(milliseconds) && isInstant(text)) return text;
  throw keelsonError('foundation/instant', `${milliseconds} ms since 1970 is no instant in the years 0001 to 9999`);
}

/**
 * Returns how many days a day is after 1970-01-01, negative before. Days of UTC are all equally long, so it is a division;
 * `differenceInCalendarDays` of date-fns counts the same, a hundred times slower.
 */
export function dayNumberOf(value: Day): number {
  return Date.parse(`${value}T00:00:00Z`) / millisecondsInDay;
}

/** Returns the day so many days after 1970-01-01, or undefined outside of the years 0001 to 9999. */
export function dayAt(dayNumber: number): Day | undefined {
  const text = isoOf(dayNumber * millisecondsInDay)?.slice(0, 10);
  return isDay(text) ? text : undefined;
}

function isoOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

// Engines roll 30 February over into March instead of refusing it; a day that exists comes back as it went in.
function exists(text: string): boolean {
  // No month is shorter than 28 days, and dates take a while to print.
  return Number(text.slice(8)) <= 28 || (isoOf(Date.parse(`${text}T00:00:00Z`))?.startsWith(text) ?? false);
}
