import * as fc from 'fast-check';
import {
  addWorkingDays,
  addWorkingTime,
  day,
  dayOf,
  defineCalendar,
  instant,
  isWorkingDay,
  type WorkingTime,
  workingDaysBetween,
} from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { walkWorkingMinutes } from '../../oracle/calendar.js';
import { someCalendar } from './arbitrary.js';
import { inProcessZone, processZones } from './process-zone.js';

const weekend = ['saturday', 'sunday'] as const;

/** Where and when clocks change: over midnight, by half an hour, by a whole day too. */
const changes = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Pacific/Auckland', '2026-04-05'],
  ['Pacific/Auckland', '2026-09-27'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Africa/Cairo', '2024-04-26'],
  ['Africa/Cairo', '2024-10-31'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kolkata', '2026-11-01'],
  ['UTC', '2026-11-01'],
] as const;

describe('addWorkingTime', () => {
  const berlin = defineCalendar({ zone: 'Europe/Berlin', weekend, holidays: [{ day: '2026-10-27' }] });

  it.each<[string, WorkingTime, string]>([
    // Berlin is UTC+2 until Sunday, 25 October 2026, then UTC+1.
    ['2026-10-23T07:00:00Z', { workingHours: 8 }, '2026-10-23T15:00:00Z'],
    ['2026-10-23T07:00:00Z', { workingMinutes: 481 }, '2026-10-26T08:01:00Z'],
    ['2026-10-23T14:00:00Z', { workingHours: 2 }, '2026-10-26T09:00:00Z'],
    ['2026-10-23T14:00:30.250Z', { workingHours: 1.5 }, '2026-10-26T08:30:30.250Z'],
    ['2026-10-24T10:00:00Z', { workingMinutes: 1 }, '2026-10-26T08:01:00Z'],
    ['2026-10-26T16:00:00Z', { workingMinutes: 1 }, '2026-10-28T08:01:00Z'],
    ['2026-10-26T09:00:00Z', { workingHours: -2 }, '2026-10-23T14:00:00Z'],
    ['2026-10-26T08:00:00Z', { workingHours: -8 }, '2026-10-23T07:00:00Z'],
    ['2026-10-23T14:00:00Z', { workingDays: 1 }, '2026-10-26T15:00:00Z'],
    ['2026-10-26T15:00:00Z', { workingDays: -1 }, '2026-10-23T14:00:00Z'],
    ['2026-10-26T15:00:00Z', { workingDays: 1 }, '2026-10-28T15:00:00Z'],
    ['2026-10-23T14:00:00Z', { workingDays: 1, workingHours: 2 }, '2026-10-28T09:00:00Z'],
    ['2026-10-24T10:00:00Z', { workingDays: 1 }, '2026-10-26T11:00:00Z'],
    ['2026-10-24T10:00:00.5Z', {}, '2026-10-24T10:00:00.5Z'],
    ['2026-10-24T10:00:00Z', { workingDays: 0, workingHours: 0 }, '2026-10-24T10:00:00Z'],
  ])('%s and %j is %s', (at, amount, wanted) => {
    expect(addWorkingTime(berlin, instant(at), amount)).toBe(wanted);
  });

  it('counts an hour less, and an hour more, on a day on which the clocks change within working hours', () => {
    const always = defineCalendar({
      zone: 'America/New_York',
      weekend: [],
      workingHours: { from: '00:00', to: '24:00' },
    });
    const day = { workingHours: 24 };
    expect(addWorkingTime(always, instant('2026-03-08T05:00:00Z'), day)).toBe('2026-03-09T05:00:00Z');
    const nights = defineCalendar({
      zone: 'America/New_York',
      weekend: [],
      workingHours: { from: '00:00', to: '06:00' },
    });
    expect(addWorkingTime(nights, instant('2026-03-08T05:00:00Z'), { workingHours: 6 })).toBe('2026-03-09T05:00:00Z');
    expect(addWorkingTime(nights, instant('2026-11-01T04:00:00Z'), { workingHours: 7 })).toBe('2026-11-01T11:00:00Z');
  });

  it('keeps the time of day over a change of clocks; a time that is skipped is the moment after the gap', () => {
    const always = defineCalendar({ zone: 'America/New_York', weekend: [] });
    const plusOne = (at: string): string => addWorkingTime(always, instant(at), { workingDays: 1 });
    expect(plusOne('2026-03-07T07:30:00Z')).toBe('2026-03-08T07:00:00Z'); // 02:30, which 8 March does not have
    expect(plusOne('2026-03-07T06:30:00Z')).toBe('2026-03-08T06:30:00Z');
    expect(plusOne('2026-10-31T05:30:00Z')).toBe('2026-11-01T05:30:00Z'); // 01:30, which 1 November has twice
    expect(plusOne('2026-11-01T06:30:00Z')).toBe('2026-11-02T06:30:00Z'); // from the second of the two
  });

  it.each(changes)('agrees with walking minute by minute in %s around %s', (zone, around) => {
    const hours = [
      ['09:00', '17:00'],
      ['00:00', '24:00'],
      ['01:30', '02:45'],
      ['22:15', '24:00'],
      ['00:00', '00:45'],
    ] as const;
    const first = new Date(Date.parse(`${around}T00:00:00Z`) - 10 * 86_400_000).toISOString().slice(0, 10);
    const minutes = fc.integer({ min: -2_880, max: 2_880 });
    fc.assert(
      fc.property(
        someCalendar(zone, first, hours),
        minutes,
        fc.integer({ min: -300, max: 300 }),
        (pair, offset, amount) => {
          const start = Date.parse(`${around}T00:00:00Z`) + offset * 60_000;
          const at = instant(new Date(start).toISOString());
          const result = addWorkingTime(pair.calendar, at, { workingMinutes: amount });
          expect(Date.parse(result)).toBe(walkWorkingMinutes(pair.naive, start, amount));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reaches a hundred thousand hours on, and refuses more than a century', () => {
    expect(addWorkingTime(berlin, instant('2026-01-01T00:00:00Z'), { workingHours: 100_000 })).toBe(
      '2073-11-30T16:00:00Z',
    );
    expect(() => addWorkingTime(berlin, instant('2026-01-01T00:00:00Z'), { workingHours: 1e9 })).toThrow(
      expect.objectContaining({ code: 'calendar/out-of-range' }),
    );
  });

  it.each<[WorkingTime, string]>([
    [{ workingDays: 0.5 }, 'calendar/not-whole'],
    [{ workingMinutes: 0.5 }, 'calendar/not-whole'],
    [{ workingHours: 0.001 }, 'calendar/not-whole'],
    [{ workingHours: Number.NaN }, 'calendar/not-whole'],
    [{ workingMinutes: Number.POSITIVE_INFINITY }, 'calendar/not-whole'],
    [{ workingDays: 1, workingHours: -1 }, 'calendar/mixed-signs'],
    [{ workingHours: 1, workingMinutes: -60 }, 'calendar/mixed-signs'],
    [{ workingDays: 1e9 }, 'calendar/out-of-range'],
  ])('refuses %j with %s', (amount, code) => {
    expect(() => addWorkingTime(berlin, instant('2026-01-01T00:00:00Z'), amount)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe.each(processZones)('with the process in %s', (processZone) => {
  inProcessZone(processZone);

  it.each([
    ['UTC', '2026-11-02T09:00:00Z'],
    ['America/New_York', '2026-11-02T14:00:00Z'],
    ['Asia/Kolkata', '2026-11-02T03:30:00Z'],
    ['Pacific/Auckland', '2026-11-01T20:00:00Z'],
  ])('gives the same answers for a calendar in %s', (zone, opening) => {
    const calendar = defineCalendar({ zone, weekend });
    const at = instant(opening); // Monday, 09:00
    expect(addWorkingTime(calendar, at, { workingMinutes: 1 })).toBe(opening.replace('0:00Z', '1:00Z'));
    const closing = instant(new Date(Date.parse(opening) + 8 * 3_600_000).toISOString());
    expect(Date.parse(addWorkingTime(calendar, at, { workingHours: 8 }))).toBe(Date.parse(closing));
    expect(dayOf(calendar, at)).toBe('2026-11-02');
    expect(dayOf(calendar, closing)).toBe('2026-11-02');
    expect(isWorkingDay(calendar, day('2026-11-01'))).toBe(false);
    expect(addWorkingDays(calendar, day('2026-10-30'), 1)).toBe('2026-11-02');
    expect(workingDaysBetween(calendar, day('2026-10-26'), day('2026-11-09'))).toBe(10);
  });

  it.each<[string, string, WorkingTime, string]>([
    ['America/New_York', '2026-03-07T07:30:00Z', { workingDays: 1 }, '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-10-31T05:30:00Z', { workingDays: 1 }, '2026-11-01T05:30:00Z'],
    ['America/New_York', '2026-11-02T06:30:00Z', { workingDays: -1 }, '2026-11-01T05:30:00Z'],
    ['Europe/Berlin', '2026-10-24T00:30:00Z', { workingDays: 1 }, '2026-10-25T00:30:00Z'],
    ['Pacific/Auckland', '2026-04-03T13:30:00Z', { workingDays: 1 }, '2026-04-04T13:30:00Z'],
    ['Pacific/Auckland', '2026-09-25T14:30:00Z', { workingDays: 1 }, '2026-09-26T14:00:00Z'],
    ['Pacific/Auckland', '2026-04-04T10:00:00Z', { workingHours: 8 }, '2026-04-05T05:00:00Z'],
  ])('gives the same answers in %s where clocks change: %s and %j', (zone, at, amount, wanted) => {
    const always = defineCalendar({ zone, weekend: [] });
    expect(addWorkingTime(always, instant(at), amount)).toBe(wanted);
  });
});
