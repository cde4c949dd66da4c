import { unseal as unsealCalendar } from '../foundation/calendar/seal.js';
import { type CalendarTables, workingDaysBefore } from '../foundation/calendar/tables.js';
import type { Calendar } from '../foundation/calendar/types.js';
import { definitionOf } from '../foundation/definition.js';
import { dayAt, dayNumberOf } from '../foundation/instant.js';
import type { Directory, DirectoryDefinition } from '../organization/types.js';
import { thousandthsOf } from './amount.js';
import type { Demand, Horizon, Interval, PortfolioDefinition } from './types.js';

/** What the definition stands on, and what is worked out of it once. */
export interface CompiledPortfolio {
  readonly definition: PortfolioDefinition;
  readonly calendar: CalendarTables;
  readonly directory: DirectoryDefinition | undefined;
  /** The day numbers on which periods begin, and the one on which the last has ended. */
  readonly bounds: readonly number[];
  readonly teamAt: ReadonlyMap<string, number>;
  readonly initiativeAt: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<string, Interval>;
}

export function compilePortfolio(
  definition: PortfolioDefinition,
  calendar: Calendar,
  directory: Directory | undefined,
): CompiledPortfolio {
  return {
    definition,
    calendar: unsealCalendar(calendar),
    directory: directory && definitionOf(directory),
    bounds: boundsOf(definition.horizon),
    teamAt: placesOf(definition.teams),
    initiativeAt: placesOf(definition.initiatives),
    sizes: new Map((definition.sizes ?? []).map(({ id, days }) => [id, days])),
  };
}

function placesOf(entries: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, at) => [id, at]));
}

function boundsOf({ start, periods, period }: Horizon): readonly number[] {
  const first = dayNumberOf(start);
  return Array.from({ length: periods + 1 }, (_, at) => (period === 'week' ? first + 7 * at : monthsAfter(first, at)));
}

/** The same day so many months later, or the last of that month. */
function monthsAfter(dayNumber: number, months: number): number {
  const [year, month, dayOfMonth] = dayAt(dayNumber)!.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const last = lastOfMonth(Math.floor(index / 12), index % 12);
  return last - daysIn(last) + Math.min(dayOfMonth, daysIn(last));
}

/** The day number of the last day of a month, January being 0. */
function lastOfMonth(year: number, month: number): number {
  const next = year * 12 + month + 1;
  const text = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`;
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000 - 1;
}

/** How many days the month of its last day has. */
function daysIn(last: number): number {
  return Number(dayAt(last)!.slice(8));
}

/** Working days from a day up to, not with, another. */
export function workingDaysIn({ calendar }: CompiledPortfolio, from: number, to: number): number {
  return workingDaysBefore(calendar, to) - workingDaysBefore(calendar, from);
}

/** Milli person-days that a demand comes to at the least and at the most. */
export function rangeOf(
  { sizes }: CompiledPortfolio,
  { days }: Demand,
): { readonly low: number; readonly high: number } {
  const estimate = typeof days === 'string' ? sizes.get(days)! : days;
  if (typeof estimate === 'number') return { low: thousandthsOf(estimate), high: thousandthsOf(estimate) };
  return { low: thousandthsOf(estimate.low), high: thousandthsOf(estimate.high) };
}
