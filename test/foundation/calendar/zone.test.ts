import { TZDate } from '@date-fns/tz';
import { describe, expect, it } from 'vitest';
import { instantAt, isZone, localAt } from '../../../src/foundation/calendar/zone.js';
import { inProcessZone, processZones } from './process-zone.js';

describe('isZone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('knows %s', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(['', 'Berlin', '+05:30', 'Berlin+05', 'constructor', 'toString', 'Europe/../UTC', ' UTC'])(
    'does not know %j',
    (zone) => {
      expect(isZone(zone)).toBe(false);
    },
  );
});

describe.each(processZones)('with the process in %s', (processZone) => {
  inProcessZone(processZone);

  it.each([
    ['an hour skipped', 'America/New_York', '2026-03-08T02:30', '2026-03-08T07:00:00.000Z'],
    ['the last moment before it', 'America/New_York', '2026-03-08T01:59', '2026-03-08T06:59:00.000Z'],
    ['the first after it', 'America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
    ['an hour shown twice', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['the first moment after it', 'Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['another shown twice', 'Pacific/Auckland', '2026-04-05T02:30', '2026-04-04T13:30:00.000Z'],
    ['one shown twice up to midnight', 'Africa/Cairo', '2024-10-31T23:30', '2024-10-31T20:30:00.000Z'],
    ['half an hour shown twice', 'Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
    ['midnight skipped', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00.000Z'],
    ['a day skipped', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00.000Z'],
    ['offsets with seconds', 'America/New_York', '1883-11-18T12:00', '1883-11-18T16:56:02.000Z'],
    ['a zone without changes', 'Asia/Kolkata', '2026-11-01T00:00', '2026-10-31T18:30:00.000Z'],
  ])('finds the first instant that shows the time or a later one: %s', (_, zone, local, wanted) => {
    const found = instantAt(zone, Date.parse(`${local}Z`));
    expect(new Date(found).toISOString()).toBe(wanted);
    expect(localAt(zone, found)).toBeGreaterThanOrEqual(Date.parse(`${local}Z`));
    expect(localAt(zone, found - 1)).toBeLessThan(Date.parse(`${local}Z`));
  });
});

describe('TZDate, which would do in place of instantAt', () => {
  // When it does, this fails, and instantAt can go.
  it.each([
    ['UTC', '2026-10-25T01:30:00.000Z'],
    ['Asia/Kolkata', '2026-10-25T00:30:00.000Z'],
  ])('takes a time that is shown twice for another instant with the process in %s', (processZone, wanted) => {
    const before = process.env.TZ;
    process.env.TZ = processZone;
    const twice = new TZDate(2026, 9, 25, 2, 30, 'Europe/Berlin');
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Date(twice.getTime()).toISOString()).toBe(wanted);
  });

  it('takes a time that is skipped for one as long after the gap', () => {
    const skipped = new TZDate(2026, 2, 8, 2, 30, 'America/New_York');
    expect(new Date(skipped.getTime()).toISOString()).toBe('2026-03-08T07:30:00.000Z');
  });
});
