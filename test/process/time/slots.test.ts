import fc from 'fast-check';
import { day, defineCalendar } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { isSlotDay, nextSlot } from '../../../src/process/time/slots.js';
import { type NaiveCalendar, worksOn } from '../../oracle/calendar.js';

const calendar = defineCalendar({
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-12-24', name: 'closed' }],
});
/** Every second Thursday from the twelfth of November. */
const slots = { from: day('2026-11-12'), everyWeeks: 2, items: 5 };

describe('the meetings of a gate', () => {
  it.each([
    ['2026-10-29', false, 'a fortnight before the first'],
    ['2026-11-05', false, 'a week before the first'],
    ['2026-11-11', false, 'the day before the first'],
    ['2026-11-12', true, 'the first'],
    ['2026-11-13', false, 'the day after'],
    ['2026-11-19', false, 'the week between'],
    ['2026-11-26', true, 'the second'],
    ['2026-12-24', false, 'one on a holiday'],
    ['2027-01-07', true, 'the one after it'],
  ])('on %s: %s, %s', (on, expected) => {
    expect(isSlotDay(calendar, slots, day(on))).toBe(expected);
  });

  it.each([
    ['2025-01-01', '2026-11-12'],
    ['2026-11-12', '2026-11-12'],
    ['2026-11-13', '2026-11-26'],
    ['2026-11-26', '2026-11-26'],
    ['2026-12-10', '2026-12-10'],
    ['2026-12-11', '2027-01-07'],
    ['2026-12-24', '2027-01-07'],
  ])('from %s on come next on %s', (on, next) => {
    expect(nextSlot(calendar, slots, day(on))).toBe(next);
  });

  it('never come where all of them fall on a weekend', () => {
    const sundays = { from: day('2026-11-15'), everyWeeks: 1, items: 1 };
    expect(isSlotDay(calendar, sundays, day('2026-11-22'))).toBe(false);
    expect(nextSlot(calendar, sundays, day('2026-11-12'))).toBeUndefined();
  });

  it('are looked for a thousand times, and not once more', () => {
    const closedFor = (times: number) =>
      defineCalendar({
        zone: 'UTC',
        weekend: [],
        holidays: Array.from({ length: times }, (_, week) => ({
          day: new Date(Date.UTC(2026, 10, 12 + week * 7)).toISOString().slice(0, 10),
        })),
      });
    const weekly = { from: day('2026-11-12'), everyWeeks: 1, items: 1 };
    const last = new Date(Date.UTC(2026, 10, 12 + 999 * 7)).toISOString().slice(0, 10);
    expect(nextSlot(closedFor(999), weekly, weekly.from)).toBe(last);
    expect(nextSlot(closedFor(1_000), weekly, weekly.from)).toBeUndefined();
  });

  it('end with the days that calendars know', () => {
    expect(nextSlot(calendar, { ...slots, from: day('9999-12-31') }, day('9999-12-30'))).toBe('9999-12-31');
    expect(nextSlot(calendar, { ...slots, from: day('9999-12-29') }, day('9999-12-30'))).toBeUndefined();
  });

  it('are those that a walk from day to day finds', () => {
    const naive: NaiveCalendar = {
      ...{ weekend: ['saturday', 'sunday'], holidays: ['2026-12-24'] },
      ...{ clock: (at) => at, hours: { from: '09:00', to: '17:00' } },
    };
    const dayAt = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
    const first = Date.UTC(2026, 10, 1) / 86_400_000;
    const anyDay = fc.integer({ min: first, max: first + 120 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 9 }), anyDay, (from, everyWeeks, on) => {
        // Meetings at weekends are all left out: nothing would be found.
        fc.pre(![0, 6].includes(new Date(from * 86_400_000).getUTCDay()));
        let meeting = from;
        while (meeting < on || !worksOn(naive, dayAt(meeting))) {
          meeting += everyWeeks * 7;
        }
        const given = { from: day(dayAt(from)), everyWeeks, items: 1 };
        expect(nextSlot(calendar, given, day(dayAt(on)))).toBe(dayAt(meeting));
        expect(isSlotDay(calendar, given, day(dayAt(on)))).toBe(meeting === on);
      }),
      { numRuns: 300 },
    );
  });
});
