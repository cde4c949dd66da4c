import { keelsonError } from '../error.js';
import { type Day, dayNumberOf, type Instant, isDay } from '../instant.js';
import { nearestName } from '../nearest-name.js';
import { quote } from '../shorten.js';
import { dayOf } from './days.js';
import { unseal } from './seal.js';
import type { Period } from './tables.js';
import type { Calendar } from './types.js';

/**
 * Says whether a day, or the day that an instant falls on in the calendar's zone, is in a window: from the window's first
 * day up to, not with, the day it ends.
 *
 * Throws a `KeelsonError` (`calendar/unknown-window`) when the calendar has no window of that id.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: [], windows: [{ id: 'freeze', from: '2026-12-18', to: '2027-01-04' }] });
 * inWindow(calendar, day('2026-12-18'), 'freeze'); //=> true
 * inWindow(calendar, instant('2027-01-04T00:00:00Z'), 'freeze'); //=> false
 */
export function inWindow(calendar: Calendar, at: Day | Instant, windowId: string): boolean {
  const periods = periodsOf(calendar, windowId);
  const dayNumber = dayNumberOf(isDay(at) ? at : dayOf(calendar, at));
  return periods.some(({ from, to }) => from <= dayNumber && dayNumber < to);
}

/** The times of a window; throws as `inWindow` does. */
export function periodsOf(calendar: Calendar, windowId: string): readonly Period[] {
  const { windows } = unseal(calendar);
  const periods = windows.get(windowId);
  if (periods === undefined) {
    const nearest = nearestName(windowId, [...windows.keys()]);
    const hint = nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`;
    throw keelsonError('calendar/unknown-window', `the calendar has no window ${quote(windowId)}${hint}`);
  }
  return periods;
}
