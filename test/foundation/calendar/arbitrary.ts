import * as fc from 'fast-check';
import { type Calendar, type CalendarInput, type Day, day, defineCalendar, type Weekday } from 'keelson/foundation';
import { clockOf, type NaiveCalendar } from '../../oracle/calendar.js';

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export function dayAfter(first: string, days: number): Day {
  return day(new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

/** A calendar and its naive twin in one zone, with holidays within 60 days from `first`. */
export function someCalendar(
  zone: string,
  first: string,
  hours: readonly (readonly [string, string])[] = [['09:00', '17:00']],
): fc.Arbitrary<{ calendar: Calendar; naive: NaiveCalendar }> {
  const clock = clockOf(zone);
  return fc
    .record({
      weekend: fc.subarray([...weekdays], { maxLength: 6 }),
      holidays: fc.uniqueArray(fc.nat(60), { maxLength: 20 }),
      hours: fc.constantFrom(...hours),
    })
    .map(({ weekend, holidays, hours: [from, to] }) => {
      const days = holidays.map((offset) => dayAfter(first, offset));
      const input: CalendarInput = {
        zone,
        weekend,
        holidays: days.map((day) => ({ day })),
        workingHours: { from, to },
      };
      return { calendar: defineCalendar(input), naive: { clock, weekend, holidays: days, hours: { from, to } } };
    });
}
