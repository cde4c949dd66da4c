import { millisecondsInMinute } from 'date-fns/constants';
import { type Day, dayAt, dayNumberOf } from '../instant.js';
import type { CalendarDefinition, Weekday } from './types.js';

/** One time of a window, as day numbers; half-open. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What a calendar is compiled to. Days are numbers of days since 1970-01-01, a Thursday. */
export interface CalendarTables {
  readonly definition: CalendarDefinition;
  readonly weekend: ReadonlySet<number>;
  /** How many working days of the week lie before each weekday, Sunday first; the eighth is how many there are. */
  readonly workingBefore: readonly number[];
  /** Holidays that fall on working days of the week, ascending. */
  readonly holidays: Int32Array;
  readonly windows: ReadonlyMap<string, readonly Period[]>;
  /** Working hours, in milliseconds from midnight. */
  readonly opens: number;
  readonly closes: number;
}

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export function compileCalendar(definition: CalendarDefinition): CalendarTables {
  const weekend = new Set(definition.weekend.map((name) => weekdays.indexOf(name)));
  const workingBefore = [0];
  for (let weekday = 0; weekday < 7; weekday++)
    workingBefore.push(workingBefore[weekday]! + (weekend.has(weekday) ? 0 : 1));
  const holidays = (definition.holidays ?? [])
    .map((holiday) => dayNumberOf(holiday.day))
    .filter((dayNumber) => !weekend.has(weekdayOf(dayNumber)));
  const { from, to } = definition.workingHours ?? { from: '09:00', to: '17:00' };
  return {
    definition,
    weekend,
    workingBefore,
    holidays: Int32Array.from(holidays).sort(),
    windows: periodsById(definition),
    opens: timeOf(from),
    closes: timeOf(to),
  };
}

/** 0 for Sunday to 6 for Saturday. */
function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** How many working days lie before a day, counted from the Sunday before 1970; negative before that. O(log holidays). */
export function workingDaysBefore(tables: CalendarTables, dayNumber: number): number {
  const weekday = weekdayOf(dayNumber);
  const weeks = (dayNumber + 4 - weekday) / 7;
  const ofWeeks = weeks * tables.workingBefore[7]! + tables.workingBefore[weekday]!;
  return ofWeeks - countBelow(tables.holidays, dayNumber);
}

export function isWorking(tables: CalendarTables, dayNumber: number): boolean {
  return workingDaysBefore(tables, dayNumber + 1) > workingDaysBefore(tables, dayNumber);
}

/** The working day that has so many working days before it; undefined outside of the years 0001 to 9999. */
export function workingDayAt(tables: CalendarTables, rank: number): Day | undefined {
  let low = firstDay;
  let high = lastDay;
  if (rank < workingDaysBefore(tables, low) || rank >= workingDaysBefore(tables, high + 1)) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (workingDaysBefore(tables, middle + 1) > rank) high = middle;
    else low = middle + 1;
  }
  return dayAt(low);
}

const firstDay = -719_162; // 0001-01-01
export const lastDay = 2_932_896; // 9999-12-31

function countBelow(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function periodsById({ windows = [] }: CalendarDefinition): Map<string, Period[]> {
  const periods = new Map<string, Period[]>();
  for (const { id, from, to } of windows) {
    const period = { from: dayNumberOf(from), to: dayNumberOf(to) };
    const list = periods.get(id);
    if (list === undefined) periods.set(id, [period]);
    else list.push(period);
  }
  return periods;
}

function timeOf(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * millisecondsInMinute;
}
