import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { instantAt, isZone, localAt } from '../../foundation/calendar/zone.js';
import { keelsonError } from '../../foundation/error.js';
import { dayAt, dayNumberOf, instant, instantToMilliseconds, isDay } from '../../foundation/instant.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { Moment } from './types.js';

/** Days and times by the clocks of one zone. Moments are milliseconds since 1970 in UTC, days are counted since then. */
export interface Clock {
  readonly zone: string;
  readonly momentOf: (moment: Moment) => number;
  /** When a day begins. */
  readonly startOf: (dayNumber: number) => number;
  readonly dayNumberAt: (moment: number) => number;
  /** When the clocks show so many minutes after midnight; undefined where they skip that time. */
  readonly timeOn: (dayNumber: number, minutes: number) => number | undefined;
  /** `Mon 23 Nov 2026 09:30`. */
  readonly inWords: (moment: number) => string;
}

/** Throws a `KeelsonError` (`drawing/unknown-zone`) for a zone that the engine's data does not have. */
export function createClock(zone: string): Clock {
  if (!isZone(zone)) {
    const message = `${quote(plainText(zone))} is no time zone that is known here, such as "Europe/Berlin" or "UTC"`;
    throw keelsonError('drawing/unknown-zone', message);
  }
  const startOf = (dayNumber: number) => instantAt(zone, dayNumber * millisecondsInDay);
  return {
    zone,
    startOf,
    momentOf: (moment) => (isDay(moment) ? startOf(dayNumberOf(moment)) : instantToMilliseconds(instant(moment))),
    dayNumberAt: (moment) => Math.floor(localAt(zone, moment) / millisecondsInDay),
    timeOn(dayNumber, minutes) {
      const local = dayNumber * millisecondsInDay + minutes * millisecondsInMinute;
      const at = instantAt(zone, local);
      return localAt(zone, at) === local ? at : undefined;
    },
    inWords(moment) {
      const local = localAt(zone, moment);
      const dayNumber = Math.floor(local / millisecondsInDay);
      const minutes = Math.floor((local - dayNumber * millisecondsInDay) / millisecondsInMinute);
      const { weekday, day, month, year } = partsOf(dayNumber);
      return `${weekday} ${day} ${month} ${year} ${timeInWords(minutes)}`;
    },
  };
}

/** A day in the words of the axis. */
export interface DayParts {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  /** 1 to 12. */
  readonly monthNumber: number;
  readonly year: number;
}

const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const firstDay = -719_162; // 0001-01-01
const lastDay = 2_932_896; // 9999-12-31

export function partsOf(dayNumber: number): DayParts {
  // The ends of the axis may lie a day beyond the last day that there is.
  const text = dayAt(Math.min(Math.max(dayNumber, firstDay), lastDay))!;
  const monthNumber = Number(text.slice(5, 7));
  return {
    weekday: weekdays[((dayNumber % 7) + 7) % 7]!,
    day: Number(text.slice(8)),
    month: months[monthNumber - 1]!,
    monthNumber,
    year: Number(text.slice(0, 4)),
  };
}

export function timeInWords(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
