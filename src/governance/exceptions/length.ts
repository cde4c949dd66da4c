import { millisecondsInDay } from 'date-fns/constants';
import type { Calendar } from '../../foundation/calendar/types.js';
import { addWorkingTime } from '../../foundation/calendar/working-time.js';
import { keelsonError } from '../../foundation/error.js';
import { type Instant, instantToMilliseconds } from '../../foundation/instant.js';
import type { ExceptionLength } from './types.js';

/** When so long a time is over, in milliseconds since 1970. */
export function endOf(length: ExceptionLength, from: Instant, calendar: Calendar | undefined): number {
  if ('days' in length) return instantToMilliseconds(from) + length.days * millisecondsInDay;
  if (calendar === undefined) {
    throw keelsonError('governance/missing-calendar', 'exceptions last for working time, and no calendar is given');
  }
  return instantToMilliseconds(addWorkingTime(calendar, from, length));
}
