import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { keelsonError } from '../error.js';
import { dayNumberOf, type Instant, instantFromMilliseconds, instantToMilliseconds } from '../instant.js';
import { addWorkingDays, dayOf } from './days.js';
import { unseal } from './seal.js';
import { type CalendarTables, isWorking } from './tables.js';
import type { Calendar } from './types.js';
import { instantAt, localAt } from './zone.js';

/** How much working time: whole working days first, then hours and minutes of working time. All of one sign. */
export interface WorkingTime {
  readonly workingDays?: number;
  /** May have a fraction, as long as it comes to whole minutes. */
  readonly workingHours?: number;
  readonly workingMinutes?: number;
}

/** The clock of working time is run day by day: a century is as far as it goes. */
const mostDays = 36_525;

/**
 * Returns the instant so much working time later, or earlier for negative amounts.
 *
 * Working days move the day as `addWorkingDays` does and keep the time that the zone's clocks show; a time that they skip
 * on that day is the moment after the gap, one that they show twice is the first. Hours and minutes run only in working
 * hours of working days and are real ones: on a day of 23 hours there is an hour less, if working hours meet the change.
 * The result is the first instant by which the time has run (the last, going back): eight hours from 09:00 end at 17:00 and
 * not on the next morning. Nothing added is the instant itself.
 *
 * Throws a `KeelsonError`: `calendar/not-whole` for a fraction of a day or minute, `calendar/mixed-signs`, and
 * `calendar/out-of-range` for hours and minutes that reach further than a century, or for a day beyond the years 0001 to
 * 9999.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'Europe/Berlin', weekend: ['saturday', 'sunday'] });
 * const friday = instant('2026-10-23T14:00:00Z'); // 16:00 in Berlin; clocks go back on Sunday
 * addWorkingTime(calendar, friday, { workingHours: 2 }); //=> '2026-10-26T09:00:00Z'
 * addWorkingTime(calendar, friday, { workingDays: 1 }); //=> '2026-10-26T15:00:00Z'
 */
export function addWorkingTime(calendar: Calendar, at: Instant, amount: WorkingTime): Instant {
  const { workingDays = 0, workingHours = 0, workingMinutes = 0 } = amount;
  const minutes = workingHours * 60 + workingMinutes;
  if (!Number.isSafeInteger(minutes)) {
    throw keelsonError('calendar/not-whole', `working time is added in whole minutes, not ${minutes}`);
  }
  const signs = new Set([workingDays, workingHours, workingMinutes].map(Math.sign).filter((sign) => sign !== 0));
  if (signs.size > 1) {
    throw keelsonError('calendar/mixed-signs', 'working time goes one way: days, hours and minutes of one sign');
  }
  const start = workingDays === 0 ? at : moveDays(calendar, at, workingDays);
  if (minutes === 0) return start;
  const end = runClock(unseal(calendar), instantToMilliseconds(start), minutes * millisecondsInMinute);
  if (end !== undefined) return instantFromMilliseconds(end);
  throw keelsonError('calendar/out-of-range', `${minutes} working minutes from ${at} reach further than a century`);
}

function moveDays(calendar: Calendar, at: Instant, amount: number): Instant {
  const { zone } = unseal(calendar).definition;
  const from = dayOf(calendar, at);
  const days = dayNumberOf(addWorkingDays(calendar, from, amount)) - dayNumberOf(from);
  const local = localAt(zone, instantToMilliseconds(at)) + days * millisecondsInDay;
  return instantFromMilliseconds(instantAt(zone, local));
}

function runClock(tables: CalendarTables, start: number, amount: number): number | undefined {
  const { zone } = tables.definition;
  const forward = amount > 0;
  const step = forward ? 1 : -1;
  let left = Math.abs(amount);
  // Going back begins a day later: where clocks are put back at midnight, the next day has begun once already.
  let dayNumber = Math.floor(localAt(zone, start) / millisecondsInDay) + (forward ? 0 : 1);
  for (let days = 0; days < mostDays; days++, dayNumber += step) {
    if (!isWorking(tables, dayNumber)) continue;
    const opens = instantAt(zone, dayNumber * millisecondsInDay + tables.opens);
    const closes = instantAt(zone, dayNumber * millisecondsInDay + tables.closes);
    const from = forward ? Math.max(opens, start) : opens;
    const to = forward ? closes : Math.min(closes, start);
    if (to - from >= left) return forward ? from + left : to - left;
    left -= Math.max(0, to - from);
  }
  return undefined;
}
