import { dayOf, isWorkingDay } from '../../foundation/calendar/days.js';
import { unseal } from '../../foundation/calendar/seal.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { instantAt } from '../../foundation/calendar/zone.js';
import { type Day, dayAt, dayNumberOf, type Instant, instantFromMilliseconds } from '../../foundation/instant.js';
import type { GateSlots, GateWindow } from '../types.js';
import { isWindowOpen, nextSlot } from './slots.js';

/** When a gate is decided next. */
export interface Forum {
  readonly day: Day;
  /** The moment that readiness is asked for: the one given where it is that day, else when working hours begin. */
  readonly at: Instant;
}

const millisecondsInDay = 86_400_000;

/** How many meetings, or days, may fall into a closed window before none is looked for any more. */
const mostClosed = 1_000;

/** When a gate with these slots and this window can be passed next: today, or on a working day; undefined where that is not in reach. */
export function nextForum(
  calendar: Calendar,
  { slots, window }: { readonly slots?: GateSlots; readonly window?: GateWindow },
  at: Instant,
): Forum | undefined {
  const today = dayOf(calendar, at);
  let day = slots === undefined ? today : nextSlot(calendar, slots, today);
  for (let tries = 0; day !== undefined && tries < mostClosed; tries++) {
    if (isWindowOpen(calendar, window, day)) {
      if (day === today) return { day, at };
      if (isWorkingDay(calendar, day)) return { day, at: openingOf(calendar, day) };
    }
    const next = dayAt(dayNumberOf(day) + 1);
    day = next === undefined || slots === undefined ? next : nextSlot(calendar, slots, next);
  }
  return undefined;
}

function openingOf(calendar: Calendar, day: Day): Instant {
  const { definition, opens } = unseal(calendar);
  return instantFromMilliseconds(instantAt(definition.zone, dayNumberOf(day) * millisecondsInDay + opens));
}
