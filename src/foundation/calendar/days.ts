import { TZDateMini } from '@date-fns/tz/date/mini';
import { formatISO } from 'date-fns/formatISO';
import { keelsonError } from '../error.js';
import { asDay, type Day, dayNumberOf, type Instant, instantToMilliseconds } from '../instant.js';
import { unseal } from './seal.js';
import { isWorking, workingDayAt, workingDaysBefore } from './tables.js';
import type { Calendar } from './types.js';

/**
 * Says whether a day is neither of the weekend nor a holiday. O(log holidays), as all that follows.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * isWorkingDay(calendar, day('2026-11-01')); //=> false
 */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return isWorking(unseal(calendar), dayNumberOf(day));
}

/**
 * Returns the `amount`-th working day after a day, or before it for a negative amount; the day itself, working or not, for
 * 0. The day given does not count, so from a Saturday one working day on is Monday.
 *
 * Throws a `KeelsonError`: `calendar/not-whole` for a fraction, `calendar/out-of-range` beyond the years 0001 to 9999.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'], holidays: [{ day: '2026-12-25' }] });
 * addWorkingDays(calendar, day('2026-12-24'), 1); //=> '2026-12-28'
 * addWorkingDays(calendar, day('2026-12-28'), -2); //=> '2026-12-23'
 */
export function addWorkingDays(calendar: Calendar, day: Day, amount: number): Day {
  if (!Number.isSafeInteger(amount)) {
    throw keelsonError('calendar/not-whole', `working days are added in whole numbers, not ${amount}`);
  }
  if (amount === 0) return day;
  const tables = unseal(calendar);
  const start = dayNumberOf(day);
  const rank =
    amount > 0 ? workingDaysBefore(tables, start + 1) + amount - 1 : workingDaysBefore(tables, start) + amount;
  return orOutOfRange(workingDayAt(tables, rank), `${amount} working days from ${day}`);
}

/**
 * Returns how many working days lie from `from`, included, to `to`, not included; negative when `to` is before `from`.
 * From a working day, `addWorkingDays` by that many leads to the next working day from `to` on.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * workingDaysBetween(calendar, day('2026-11-02'), day('2026-11-09')); //=> 5
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const tables = unseal(calendar);
  return workingDaysBefore(tables, dayNumberOf(to)) - workingDaysBefore(tables, dayNumberOf(from));
}

/**
 * Returns the first working day on or after a day: the day itself when it is one. The one strictly after it is
 * `addWorkingDays(calendar, day, 1)`. Throws a `KeelsonError` (`calendar/out-of-range`) beyond the year 9999.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * nextWorkingDay(calendar, day('2026-11-01')); //=> '2026-11-02'
 * nextWorkingDay(calendar, day('2026-11-02')); //=> '2026-11-02'
 */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  const tables = unseal(calendar);
  const rank = workingDaysBefore(tables, dayNumberOf(day));
  return orOutOfRange(workingDayAt(tables, rank), `the next working day from ${day}`);
}

/**
 * Returns the day that the clocks of the calendar's zone show at an instant.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'Pacific/Auckland', weekend: ['saturday', 'sunday'] });
 * dayOf(calendar, instant('2026-11-01T12:00:00Z')); //=> '2026-11-02'
 */
export function dayOf(calendar: Calendar, at: Instant): Day {
  const { zone } = unseal(calendar).definition;
  const local = new TZDateMini(instantToMilliseconds(at), zone);
  return orOutOfRange(asDay(formatISO(local, { representation: 'date' })), `${at} in ${zone}`);
}

function orOutOfRange(found: Day | undefined, what: string): Day {
  if (found !== undefined) return found;
  throw keelsonError('calendar/out-of-range', `${what} is no day in the years 0001 to 9999`);
}
