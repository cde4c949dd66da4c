import { millisecondsInDay } from 'date-fns/constants';
import { isWorkingDay } from '../../foundation/calendar/days.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { definitionOf } from '../../foundation/definition.js';
import { dayAt, dayNumberOf } from '../../foundation/instant.js';
import { plain } from '../text.js';
import type { Clock } from './clock.js';
import type { Shade } from './items.js';

/** Over more days than this, two days of weekend are less than a pixel and a shade would be noise. */
const mostDays = 400;

/** The stretches of days without work between two moments, and each holiday with a name for itself; none on a long axis. */
export function daysOff(calendar: Calendar, clock: Clock, from: number, to: number): readonly Shade[] {
  if (to - from > mostDays * millisecondsInDay) return [];
  const { holidays = [] } = definitionOf(calendar);
  const names = new Map(holidays.map(({ day, name = 'holiday' }) => [dayNumberOf(day), plain(name)]));
  const shades: Shade[] = [];
  for (let dayNumber = clock.dayNumberAt(from); clock.startOf(dayNumber) < to; dayNumber++) {
    const day = dayAt(dayNumber);
    if (day === undefined || isWorkingDay(calendar, day)) continue;
    const off = { from: clock.startOf(dayNumber), to: clock.startOf(dayNumber + 1), label: names.get(dayNumber) ?? '' };
    const last = shades.at(-1);
    // What is named stands for itself; a weekend is one.
    const joins = last !== undefined && last.to === off.from && last.label === off.label;
    if (joins) shades[shades.length - 1] = { ...off, from: last.from };
    else shades.push(off);
  }
  return shades;
}
