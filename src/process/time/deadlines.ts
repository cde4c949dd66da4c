import { unseal } from '../../foundation/calendar/seal.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { addWorkingTime } from '../../foundation/calendar/working-time.js';
import { instantAt } from '../../foundation/calendar/zone.js';
import { isKeelsonError } from '../../foundation/error.js';
import { type Day, dayNumberOf, type Instant, instantFromMilliseconds } from '../../foundation/instant.js';
import type { Deadline } from '../items/types.js';

const millisecondsInDay = 86_400_000;

/** The deadline of what is due on a day: the moment at which the next day begins, by the calendar's clocks. */
export function endOfDay(calendar: Calendar, day: Day): Deadline | undefined {
  const { zone, version } = unseal(calendar).definition;
  return within(() => instantFromMilliseconds(instantAt(zone, (dayNumberOf(day) + 1) * millisecondsInDay)), version);
}

/** The deadline so many working days after an instant; undefined beyond what calendars reach. */
export function deadlineAfter(
  calendar: Calendar,
  at: Instant,
  { workingDays }: { readonly workingDays: number },
): Deadline | undefined {
  return within(() => addWorkingTime(calendar, at, { workingDays }), unseal(calendar).definition.version);
}

function within(find: () => Instant, calendar: string): Deadline | undefined {
  try {
    return Object.freeze({ at: find(), calendar });
  } catch (error) {
    // Further away than the year 9999: it never comes.
    if (isKeelsonError(error) && (error.code === 'calendar/out-of-range' || error.code === 'foundation/instant')) {
      return undefined;
    }
    throw error;
  }
}
