import fc from 'fast-check';
import { day, defineCalendar, instant } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { deadlineAfter, endOfDay } from '../../../src/process/time/deadlines.js';
import { clockOf, firstMinuteAt } from '../../oracle/calendar.js';

const calendarIn = (zone: string) => defineCalendar({ zone, weekend: ['saturday', 'sunday'], version: '2026-a' });

describe('the end of a day', () => {
  it.each([
    ['UTC', '2026-11-02', '2026-11-03T00:00:00Z', 'by universal time'],
    ['Europe/Berlin', '2026-11-02', '2026-11-02T23:00:00Z', 'east of Greenwich'],
    ['America/New_York', '2026-11-02', '2026-11-03T05:00:00Z', 'west of Greenwich'],
    ['Pacific/Auckland', '2026-11-02', '2026-11-02T11:00:00Z', 'where it is tomorrow'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00Z', 'of 23 hours'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00Z', 'of 25 hours'],
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00Z', 'before one whose midnight is skipped'],
    ['America/Havana', '2026-10-31', '2026-11-01T04:00:00Z', 'before one whose midnight is shown twice'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z', 'before one that there never was'],
    ['Asia/Kathmandu', '2026-11-02', '2026-11-02T18:15:00Z', 'where clocks are off by a quarter of an hour'],
    ['UTC', '2026-12-31', '2027-01-01T00:00:00Z', 'of a year'],
    ['UTC', '2028-02-28', '2028-02-29T00:00:00Z', 'before a leap day'],
  ])('in %s on %s is at %s: %s', (zone, on, at) => {
    expect(endOfDay(calendarIn(zone), day(on))).toEqual({ at, calendar: '2026-a' });
  });

  it('is the first instant of the next day, on any day in any zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/Santiago', 'America/Havana', 'Pacific/Auckland', 'Asia/Kathmandu'];
    const clocks = new Map(zones.map((zone) => [zone, clockOf(zone)]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 18_262, max: 22_000 }), (zone, number) => {
        const [on, next] = [number, number + 1].map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10));
        const naive = firstMinuteAt(clocks.get(zone)!, next!, '00:00');
        expect(Date.parse(endOfDay(calendarIn(zone), day(on!))!.at)).toBe(naive);
      }),
      { numRuns: 150 },
    );
  });

  it('never comes on the last day that calendars know, where that ends after it', () => {
    expect(endOfDay(calendarIn('UTC'), day('9999-12-31'))).toBeUndefined();
    expect(endOfDay(calendarIn('America/New_York'), day('9999-12-31'))).toBeUndefined();
    expect(endOfDay(calendarIn('UTC'), day('9999-12-30'))?.at).toBe('9999-12-31T00:00:00Z');
    expect(endOfDay(calendarIn('Europe/Berlin'), day('9999-12-31'))?.at).toBe('9999-12-31T23:00:00Z');
  });

  it('cannot be changed by whoever is given it', () => {
    expect(Object.isFrozen(endOfDay(calendarIn('UTC'), day('2026-11-02')))).toBe(true);
  });
});

describe('a deadline of so many working days', () => {
  it.each([
    ['UTC', '2026-11-06T09:00:00Z', 1, '2026-11-09T09:00:00Z', 'leaves the weekend out'],
    ['UTC', '2026-11-07T09:00:00Z', 1, '2026-11-09T09:00:00Z', 'begins on a Saturday'],
    ['UTC', '2026-11-02T09:00:00.001Z', 5, '2026-11-09T09:00:00.001Z', 'keeps its milliseconds'],
    ['Europe/Berlin', '2026-10-23T14:00:00Z', 1, '2026-10-26T15:00:00Z', 'keeps the time that clocks show in autumn'],
    ['Europe/Berlin', '2026-03-27T14:00:00Z', 1, '2026-03-30T13:00:00Z', 'keeps the time that clocks show in spring'],
    ['Pacific/Auckland', '2026-11-05T12:00:00Z', 1, '2026-11-08T12:00:00Z', 'counts the days of its zone'],
  ])('in %s after %s and %i is at %s: it %s', (zone, from, workingDays, at) => {
    expect(deadlineAfter(calendarIn(zone), instant(from), { workingDays })).toEqual({ at, calendar: '2026-a' });
  });

  it('never comes beyond what calendars reach', () => {
    expect(deadlineAfter(calendarIn('UTC'), instant('9999-12-30T09:00:00Z'), { workingDays: 1 })?.at).toBe(
      '9999-12-31T09:00:00Z',
    );
    expect(deadlineAfter(calendarIn('UTC'), instant('9999-12-31T09:00:00Z'), { workingDays: 1 })).toBeUndefined();
    expect(deadlineAfter(calendarIn('UTC'), instant('2026-11-02T09:00:00Z'), { workingDays: 1e9 })).toBeUndefined();
  });

  it('does not hide what is wrong with the number itself', () => {
    const wrong = () => deadlineAfter(calendarIn('UTC'), instant('2026-11-02T09:00:00Z'), { workingDays: 1.5 });
    expect(wrong).toThrow(expect.objectContaining({ code: 'calendar/not-whole' }));
  });
});
