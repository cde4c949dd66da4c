import fc from 'fast-check';
import { asDay, day } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { dayAt, dayNumberOf } from '../../../src/foundation/instant.js';
import { dayNumberIn } from '../../../src/governance/facts/day-number.js';

function plainly(text: string): number | undefined {
  const value = asDay(text);
  return value === undefined ? undefined : dayNumberOf(value);
}

describe('dayNumberIn', () => {
  it('counts every day of the years 0001 to 9999 as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        expect(dayNumberIn(dayAt(number)!)).toBe(number);
      }),
      { numRuns: 1_000 },
    );
    expect(dayNumberIn(day('0001-01-01'))).toBe(-719_162);
    expect(dayNumberIn(day('9999-12-31'))).toBe(2_932_896);
  });

  it('takes the days that exist, and no other text', () => {
    const two = fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, '0'));
    const year = fc.constantFrom('0000', '0001', '1900', '2000', '2023', '2024', '2100', '9999');
    fc.assert(
      fc.property(year, two, two, (y, m, d) => {
        expect(dayNumberIn(`${y}-${m}-${d}`)).toBe(plainly(`${y}-${m}-${d}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '',
    '2026-1-01',
    '2026-11-3',
    '2026/11/30',
    '2026-11-30T',
    '2O26-11-30',
    '2026-1a-30',
    '-026-11-30',
    ' 026-11-30',
  ])('refuses "%s"', (text) => {
    expect(dayNumberIn(text)).toBeUndefined();
  });
});
