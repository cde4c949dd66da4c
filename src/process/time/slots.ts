import { isWorkingDay } from '../../foundation/calendar/days.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { inWindow } from '../../foundation/calendar/window.js';
import { type Day, dayAt, dayNumberOf } from '../../foundation/instant.js';
import type { GateSlots, GateWindow } from '../types.js';

/** How many meetings in a row may fall on days that are no working days before none is looked for any more. */
const mostSkipped = 1_000;

/** Says whether a gate is decided on a day. */
export function isSlotDay(calendar: Calendar, { from, everyWeeks }: GateSlots, on: Day): boolean {
  const days = dayNumberOf(on) - dayNumberOf(from);
  return days >= 0 && days % (everyWeeks * 7) === 0 && isWorkingDay(calendar, on);
}

/** The first day from `on` onwards on which a gate is decided; undefined where none comes. */
export function nextSlot(calendar: Calendar, { from, everyWeeks }: GateSlots, on: Day): Day | undefined {
  const step = everyWeeks * 7;
  const start = dayNumberOf(from);
  let number = start + Math.max(0, Math.ceil((dayNumberOf(on) - start) / step)) * step;
  for (let tries = 0; tries < mostSkipped; tries++, number += step) {
    const day = dayAt(number);
    if (day === undefined) return undefined;
    if (isWorkingDay(calendar, day)) return day;
  }
  return undefined;
}

/** Says whether a gate's window lets items pass on a day. */
export function isWindowOpen(calendar: Calendar, window: GateWindow | undefined, on: Day): boolean {
  if (window === undefined) return true;
  return 'in' in window ? inWindow(calendar, on, window.in) : !inWindow(calendar, on, window.not);
}
