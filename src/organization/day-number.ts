import { type Day, day, dayNumberOf } from '../foundation/instant.js';

/** The number of the day that a question is about; throws `foundation/day` for one that does not exist. */
export function dayNumberIn(on: Day): number {
  return dayNumberOf(day(on));
}
