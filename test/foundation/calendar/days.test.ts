import { tz } from '@date-fns/tz';
import { addBusinessDays, differenceInBusinessDays, formatISO, isWeekend } from 'date-fns';
import * as fc from 'fast-check';
import {
  addWorkingDays,
  day,
  dayOf,
  defineCalendar,
  instant,
  inWindow,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { clockOf, countWorkingDays, stepWorkingDays, worksOn } from '../../oracle/calendar.js';
import { dayAfter, someCalendar } from './arbitrary.js';

const office = defineCalendar({
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-12-25' }, { day: '2026-12-26' }, { day: '2027-01-01' }],
  windows: [
    { id: 'freeze', from: '2027-12-17', to: '2028-01-03' },
    { id: 'freeze', from: '2026-12-18', to: '2027-01-04' },
  ],
});

describe('working days', () => {
  it.each([
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-24', 0, '2026-12-24'],
    ['2026-12-26', 0, '2026-12-26'],
    ['2026-12-26', 1, '2026-12-28'],
    ['2026-12-26', -1, '2026-12-24'],
    ['2026-12-28', -1, '2026-12-24'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2026-12-21', 5, '2026-12-29'],
  ])('%s and %i working days is %s', (from, amount, to) => {
    expect(addWorkingDays(office, day(from), amount)).toBe(to);
  });

  it.each([
    ['2026-12-21', '2026-12-28', 4],
    ['2026-12-28', '2026-12-21', -4],
    ['2026-12-24', '2026-12-24', 0],
    ['2026-12-24', '2026-12-25', 1],
    ['2026-12-25', '2026-12-28', 0],
    ['2026-01-01', '2027-01-01', 260],
  ])('from %s to %s are %i', (from, to, count) => {
    expect(workingDaysBetween(office, day(from), day(to))).toBe(count);
  });

  it('finds the next working day on or after a day', () => {
    expect(nextWorkingDay(office, day('2026-12-24'))).toBe('2026-12-24');
    expect(nextWorkingDay(office, day('2026-12-25'))).toBe('2026-12-28');
  });

  const start = fc.integer({ min: -40, max: 100 });
  const anyCalendar = someCalendar('UTC', '2026-11-15');

  it('agree with going day by day', () => {
    fc.assert(
      fc.property(anyCalendar, start, start, fc.integer({ min: -60, max: 60 }), ({ calendar, naive }, a, b, amount) => {
        const [from, to] = [dayAfter('2026-11-15', a), dayAfter('2026-11-15', b)];
        expect(isWorkingDay(calendar, from)).toBe(worksOn(naive, from));
        expect(addWorkingDays(calendar, from, amount)).toBe(stepWorkingDays(naive, from, amount));
        expect(workingDaysBetween(calendar, from, to)).toBe(countWorkingDays(naive, from, to) || 0);
        const next = worksOn(naive, from) ? from : stepWorkingDays(naive, from, 1);
        expect(nextWorkingDay(calendar, from)).toBe(next);
      }),
      { numRuns: 300 },
    );
  });

  it('come back: there and back again, and counted between', () => {
    fc.assert(
      fc.property(anyCalendar, start, fc.integer({ min: -5_000, max: 5_000 }), ({ calendar }, a, amount) => {
        const from = nextWorkingDay(calendar, dayAfter('2026-11-15', a));
        const to = addWorkingDays(calendar, from, amount);
        expect(addWorkingDays(calendar, to, -amount)).toBe(from);
        expect(workingDaysBetween(calendar, from, to)).toBe(amount);
      }),
    );
  });

  it('are the business days of date-fns where nothing but the weekend is free', () => {
    const week = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
    const utc = { in: tz('UTC') };
    fc.assert(
      fc.property(start, start, fc.integer({ min: -60, max: 60 }), (a, b, amount) => {
        const [from, to] = [dayAfter('2026-11-15', a), dayAfter('2026-11-15', b)];
        const moved = formatISO(addBusinessDays(from, amount, utc), { representation: 'date' });
        expect(addWorkingDays(week, from, amount)).toBe(moved);
        expect(isWorkingDay(week, from)).toBe(!isWeekend(from, utc));
        if (from <= to) expect(workingDaysBetween(week, from, to)).toBe(differenceInBusinessDays(to, from, utc));
      }),
    );
  });

  it('reach a million days on at once, and end with the year 9999', () => {
    expect(addWorkingDays(office, day('2026-11-01'), 1_000_000)).toBe('5859-11-29');
    expect(addWorkingDays(office, day('9999-12-30'), 1)).toBe('9999-12-31');
    for (const [from, amount] of [
      ['9999-12-31', 1],
      ['0001-01-01', -1],
      ['2026-11-01', Number.MAX_SAFE_INTEGER],
      ['2026-11-01', Number.MIN_SAFE_INTEGER],
    ] as const) {
      expect(() => addWorkingDays(office, day(from), amount)).toThrow(
        expect.objectContaining({ code: 'calendar/out-of-range' }),
      );
    }
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuse an amount of %d', (amount) => {
    expect(() => addWorkingDays(office, day('2026-11-01'), amount)).toThrow(
      expect.objectContaining({ code: 'calendar/not-whole' }),
    );
  });
});

describe('dayOf', () => {
  it.each([
    ['UTC', '2026-11-01T23:59:59.999Z', '2026-11-01'],
    ['Pacific/Auckland', '2026-11-01T10:59:59Z', '2026-11-01'],
    ['Pacific/Auckland', '2026-11-01T11:00:00Z', '2026-11-02'],
    ['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['Asia/Kolkata', '2026-11-01T18:29:59Z', '2026-11-01'],
    ['Asia/Kolkata', '2026-11-01T18:30:00Z', '2026-11-02'],
    ['Pacific/Kiritimati', '2026-11-01T10:00:00Z', '2026-11-02'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s at %s is %s', (zone, at, wanted) => {
    expect(dayOf(defineCalendar({ zone, weekend: [] }), instant(at))).toBe(wanted);
  });

  it('is what the clocks of the zone show', () => {
    const at = fc.integer({ min: Date.parse('1975-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') });
    const zones = ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Africa/Cairo', 'Australia/Lord_Howe'];
    const clocks = new Map(zones.map((zone) => [zone, clockOf(zone)]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), at, (zone, milliseconds) => {
        const shown = new Date(clocks.get(zone)!(milliseconds)).toISOString().slice(0, 10);
        const moment = instant(new Date(milliseconds).toISOString());
        expect(dayOf(defineCalendar({ zone, weekend: [] }), moment)).toBe(shown);
      }),
    );
  });

  it.each([
    ['Pacific/Auckland', '9999-12-31T23:00:00Z'],
    ['America/New_York', '0001-01-01T00:00:00Z'],
  ])('refuses an instant whose day in %s has no name', (zone, at) => {
    expect(() => dayOf(defineCalendar({ zone, weekend: [] }), instant(at))).toThrow(
      expect.objectContaining({ code: 'calendar/out-of-range' }),
    );
  });
});

describe('inWindow', () => {
  it.each([
    ['2026-12-17', false],
    ['2026-12-18', true],
    ['2027-01-03', true],
    ['2027-01-04', false],
    ['2027-12-20', true],
  ])('on %s: %s', (on, inside) => {
    expect(inWindow(office, day(on), 'freeze')).toBe(inside);
  });

  it('takes the day of an instant in the zone of the calendar', () => {
    expect(inWindow(office, instant('2026-12-17T22:59:59Z'), 'freeze')).toBe(false);
    expect(inWindow(office, instant('2026-12-17T23:00:00Z'), 'freeze')).toBe(true);
    expect(inWindow(office, instant('2027-01-03T23:00:00Z'), 'freeze')).toBe(false);
  });

  it('refuses a window that the calendar does not have, with the nearest name', () => {
    expect(() => inWindow(office, day('2026-12-18'), 'freze')).toThrow(
      expect.objectContaining({ code: 'calendar/unknown-window', message: expect.stringContaining('"freeze"') }),
    );
  });
});
