import { unseal } from '../../foundation/calendar/seal.js';
import { isWorking, lastDay } from '../../foundation/calendar/tables.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { periodsOf } from '../../foundation/calendar/window.js';
import { dayNumberOf } from '../../foundation/instant.js';
import type { Step } from '../compiled.js';
import type { GateSlots, GateWindow } from '../types.js';
import type { VerifyOptions } from './types.js';

/** Why a gate is never open from a day on, and which key of it says so. */
export interface MomentFault {
  readonly key: 'window' | 'slots';
  readonly message: string;
  readonly hint: string;
}

/** Looks through a gate's window and meetings; undefined where it opens some day, or no calendar says. */
export function momentFault({ phase, gate, slots }: Step, { calendar, on }: VerifyOptions): MomentFault | undefined {
  const { window } = gate;
  if (calendar === undefined || on === undefined || (window === undefined && slots === undefined)) return undefined;
  const open = openTimes(calendar, window, dayNumberOf(on));
  if (window !== undefined && open.length === 0) {
    // A window that is kept out ends at some day: only one that has to be waited for can be over.
    const id = 'in' in window ? window.in : window.not;
    return {
      key: 'window',
      message: `the gate of ${phase.id} is open only during ${id}, which is over on ${on} and does not come again`,
      hint: 'add the next time of the window to the calendar',
    };
  }
  if (slots === undefined || open.some((time) => hasMeeting(calendar, slots, time))) return undefined;
  const where = window === undefined ? 'a working day' : 'a working day on which its window lets items pass';
  return {
    key: 'slots',
    message: `no meeting of the gate of ${phase.id} from ${on} on falls on ${where}`,
    hint: 'move the first meeting to another day',
  };
}

/** Days from the first up to, not with, the second. */
type Time = readonly [number, number];

/** When a window lets items pass, from a day on. */
function openTimes(calendar: Calendar, window: GateWindow | undefined, from: number): readonly Time[] {
  if (window === undefined) return [[from, lastDay + 1]];
  const isIn = 'in' in window;
  const id = isIn ? window.in : window.not;
  const periods = [...periodsOf(calendar, id)].sort((a, b) => a.from - b.from);
  const during: Time[] = periods.map((period) => [Math.max(period.from, from), period.to]);
  if (isIn) return during.filter(([first, end]) => first < end);
  const times: Time[] = [];
  let free = from;
  for (const [first, end] of during) {
    if (free < first) times.push([free, first]);
    free = Math.max(free, end);
  }
  if (free < lastDay + 1) times.push([free, lastDay + 1]);
  return times;
}

function hasMeeting(calendar: Calendar, { from, everyWeeks }: GateSlots, [first, end]: Time): boolean {
  const tables = unseal(calendar);
  const step = everyWeeks * 7;
  const start = dayNumberOf(from);
  for (let day = start + Math.max(0, Math.ceil((first - start) / step)) * step; day < end; day += step) {
    if (isWorking(tables, day)) return true;
  }
  return false;
}
