import { day, defineCalendar, instant } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { nextForum } from '../../../src/process/time/forum.js';

/** Closed from Monday the second, and open again on a day. */
const openFrom = (to: string) =>
  defineCalendar({
    ...{ zone: 'UTC', weekend: ['saturday', 'sunday'], workingHours: { from: '09:00', to: '17:00' } },
    windows: [{ id: 'freeze', from: '2026-11-02', to }],
  });
const window = { not: 'freeze' };
const inside = instant('2026-11-03T12:00:00Z');
/** So many days after Monday the second. */
const daysLater = (days: number) => new Date(Date.UTC(2026, 10, 2 + days)).toISOString().slice(0, 10);

describe('a gate with a window and without meetings', () => {
  it.each([
    ['2026-11-04', '2026-11-04', 'the first open day'],
    ['2026-11-06', '2026-11-06', 'a Friday'],
    ['2026-11-07', '2026-11-09', 'the Monday after a weekend'],
    ['2026-11-08', '2026-11-09', 'the Monday after a Sunday'],
  ])('that opens on %s is decided on %s: %s', (to, day) => {
    expect(nextForum(openFrom(to), { window }, inside)).toEqual({ day, at: `${day}T09:00:00Z` });
  });

  it('is decided at once on an open day, a weekend as well', () => {
    const saturday = instant('2026-11-14T12:00:00Z');
    expect(nextForum(openFrom('2026-11-06'), { window }, saturday)).toEqual({ day: '2026-11-14', at: saturday });
  });

  it('is looked for on a thousand days, and no more', () => {
    const wednesday = instant('2026-11-04T12:00:00Z');
    // The thousandth day is a Monday.
    expect(nextForum(openFrom(daysLater(1_001)), { window }, wednesday)?.day).toBe(daysLater(1_001));
    expect(nextForum(openFrom(daysLater(1_002)), { window }, wednesday)).toBeUndefined();
  });

  it('is never decided when days come to an end', () => {
    const calendar = openFrom('2026-11-09');
    const at = instant('9999-12-30T12:00:00Z');
    const slots = { from: day('2026-11-05'), everyWeeks: 1, items: 1 };
    expect(nextForum(calendar, { window: { in: 'freeze' } }, at)).toBeUndefined();
    expect(nextForum(calendar, { window: { in: 'freeze' }, slots }, at)).toBeUndefined();
  });
});
