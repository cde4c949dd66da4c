import { tz } from '@date-fns/tz';
import { addDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';
import * as fc from 'fast-check';
import {
  asDay,
  asInstant,
  compareInstants,
  day,
  instant,
  instantFromMilliseconds,
  instantToMilliseconds,
  isDay,
  isInstant,
} from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { dayAt, dayNumberOf } from '../../src/foundation/instant.js';

describe('isDay', () => {
  it.each(['2026-11-01', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
    expect(asDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '+02026-01-01',
    '2026-01-01 ',
    '2026-01-01\n',
    '2026-01-01T00:00:00Z',
    '२०२६-०१-०१',
    '',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(asDay(text)).toBe(undefined);
  });

  it.each([null, undefined, 20260101, new Date(0), ['2026-01-01']])('refuses %s, which is no text', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('knows 366 days of a leap year and 365 of another, by the rule of the Gregorian calendar', () => {
    for (const year of [1896, 1900, 2000, 2024, 2026, 2100]) {
      let days = 0;
      for (let month = 1; month <= 12; month++) {
        for (let date = 1; date <= 31; date++) {
          if (isDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)) days++;
        }
      }
      expect(days).toBe((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365);
    }
  });
});

describe('isInstant', () => {
  it.each([
    '2026-11-01T00:00:00Z',
    '2026-11-01T23:59:59Z',
    '2026-11-01T08:30:00.5Z',
    '2026-11-01T08:30:00.25Z',
    '2026-11-01T08:30:00.125Z',
    '0001-01-01T00:00:00Z',
  ])('takes %s', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(asInstant(text)).toBe(text);
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-01T24:00:00Z',
    '2026-11-01T23:60:00Z',
    '2026-12-31T23:59:60Z',
    '2026-11-01T08:30:00+01:00',
    '2026-11-01T08:30:00',
    '2026-11-01T08:30Z',
    '2026-11-01 08:30:00Z',
    '2026-11-01T08:30:00.Z',
    '2026-11-01T08:30:00.1234Z',
    '2026-11-01t08:30:00z',
    '2026-11-01',
    '0000-01-01T00:00:00Z',
  ])('refuses %s', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(asInstant(text)).toBe(undefined);
  });

  it.each([null, undefined, 0, new Date(0)])('refuses %s, which is no text', (value) => {
    expect(isInstant(value)).toBe(false);
  });
});

describe('day and instant', () => {
  it('return the text as it is', () => {
    expect(day('2026-11-01')).toBe('2026-11-01');
    expect(instant('2026-11-01T00:00:00Z')).toBe('2026-11-01T00:00:00Z');
  });

  it('throw with a code for what does not exist', () => {
    expect(() => day('2026-02-30')).toThrow(
      expect.objectContaining({ code: 'foundation/day', message: expect.stringContaining('"2026-02-30"') }),
    );
    expect(() => instant('2026-11-01')).toThrow(
      expect.objectContaining({ code: 'foundation/instant', message: expect.stringContaining('"2026-11-01"') }),
    );
  });
});

describe('milliseconds and day numbers', () => {
  it('come back as they went', () => {
    const milliseconds = fc.integer({
      min: Date.parse('0001-01-01T00:00:00Z'),
      max: Date.parse('9999-12-31T23:59:59Z'),
    });
    fc.assert(
      fc.property(milliseconds, (value) => {
        const text = instantFromMilliseconds(value);
        expect(isInstant(text)).toBe(true);
        expect(instantToMilliseconds(text)).toBe(value);
        const number = dayNumberOf(day(text.slice(0, 10)));
        expect(number).toBe(Math.floor(value / 86_400_000));
        expect(dayAt(number)).toBe(text.slice(0, 10));
      }),
    );
  });

  it('count the days as date-fns does', () => {
    const utc = { in: tz('UTC') };
    const years = { min: dayNumberOf(day('0001-01-01')), max: dayNumberOf(day('9999-12-31')) };
    fc.assert(
      fc.property(fc.integer(years), (number) => {
        const text = formatISO(addDays(0, number, utc), { representation: 'date' });
        expect(dayAt(number)).toBe(text);
        expect(dayNumberOf(day(text))).toBe(differenceInCalendarDays(parseISO(text, utc), 0, utc));
      }),
    );
  });

  it('write no fraction where there is none', () => {
    expect(instantFromMilliseconds(0)).toBe('1970-01-01T00:00:00Z');
    expect(instantFromMilliseconds(50)).toBe('1970-01-01T00:00:00.050Z');
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000, -62_135_596_800_001])(
    'refuse %d as an instant',
    (value) => {
      expect(() => instantFromMilliseconds(value)).toThrow(expect.objectContaining({ code: 'foundation/instant' }));
    },
  );

  it('have no day outside of the years 0001 to 9999', () => {
    expect(dayAt(dayNumberOf(day('9999-12-31')) + 1)).toBe(undefined);
    expect(dayAt(dayNumberOf(day('0001-01-01')) - 1)).toBe(undefined);
    expect(dayAt(1e12)).toBe(undefined);
  });
});

describe('compareInstants', () => {
  it('orders by time where the text would not', () => {
    const list = ['2026-11-01T08:30:00.5Z', '2026-11-01T08:30:00Z', '2026-11-01T08:29:59.999Z'].map(instant);
    expect([...list].sort(compareInstants)).toEqual([list[2], list[1], list[0]]);
    expect(compareInstants(instant('2026-11-01T08:30:00.0Z'), instant('2026-11-01T08:30:00Z'))).toBe(0);
  });
});
