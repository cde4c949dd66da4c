import { describe, expect, it } from 'vitest';
import { axisOf, type Scale, xOf } from '../../../src/drawing/timeline/axis.js';
import { createClock } from '../../../src/drawing/timeline/clock.js';
import { day, instant } from '../../../src/foundation/instant.js';

/** A scale on which a pixel is a minute, unless a width is said. */
function scaleOf(zone: string, from: string, to: string, width?: number): Scale {
  const clock = createClock(zone);
  const [begin, end] = [clock.momentOf(day(from)), clock.momentOf(day(to))];
  return { clock, from: begin, to: end, left: 0, right: width ?? (end - begin) / 60_000 };
}

const labels = (ticks: readonly { readonly label: string }[]) => ticks.map(({ label }) => label);

describe('days on which clocks change', () => {
  it.each([
    ['spring in Berlin', 'Europe/Berlin', '2026-03-29', '2026-03-30', 23],
    ['autumn in Berlin', 'Europe/Berlin', '2026-10-25', '2026-10-26', 25],
    ['spring in New York', 'America/New_York', '2026-03-08', '2026-03-09', 23],
    ['autumn in Auckland', 'Pacific/Auckland', '2026-04-05', '2026-04-06', 25],
    ['half an hour on Lord Howe', 'Australia/Lord_Howe', '2026-10-04', '2026-10-05', 23.5],
    ['midnight in Beirut, which is skipped', 'Asia/Beirut', '2026-03-29', '2026-03-30', 23],
    ['a day that changes nothing', 'Europe/Berlin', '2026-11-23', '2026-11-24', 24],
  ])('are as long as they are: %s', (_, zone, from, to, hours) => {
    const { right } = scaleOf(zone, from, to);
    expect(right).toBe(hours * 60);
  });

  it('have a tick at each midnight', () => {
    const scale = scaleOf('Europe/Berlin', '2026-10-24', '2026-10-27', 240);
    const { ticks } = axisOf(scale);
    expect(labels(ticks)).toEqual(['Sat 24', 'Sun 25', 'Mon 26']);
    expect(ticks.map(({ x }) => Math.round((x / 240) * 73 * 100) / 100)).toEqual([0, 24, 49]);
    expect(xOf(scale, scale.clock.momentOf(instant('2026-10-24T22:00:00Z')))).toBe(ticks[1]!.x);
  });

  it('lack the times that the clocks skip', () => {
    const { ticks } = axisOf(scaleOf('Europe/Berlin', '2026-03-29', '2026-03-30'));
    expect(labels(ticks).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(ticks.map(({ x }) => x).slice(0, 4)).toEqual([0, 60, 120, 180]);
    expect(ticks).toHaveLength(23);
  });

  it('have the times that the clocks show twice where they are first', () => {
    const { ticks } = axisOf(scaleOf('Europe/Berlin', '2026-10-25', '2026-10-26'));
    expect(labels(ticks).slice(0, 5)).toEqual(['00:00', '01:00', '02:00', '03:00', '04:00']);
    expect(ticks.map(({ x }) => x).slice(0, 5)).toEqual([0, 60, 120, 240, 300]);
  });
});

describe('axisOf', () => {
  it.each([
    ['5 minutes', '2026-11-23', '2026-11-24', 12_000, '00:05', 'Mon 23 Nov 2026'],
    ['15 minutes', '2026-11-23', '2026-11-24', 5_000, '00:15', 'Mon 23 Nov 2026'],
    ['hours', '2026-11-23', '2026-11-24', 920, '01:00', 'Mon 23 Nov 2026'],
    ['3 hours', '2026-11-23', '2026-11-24', 900, '03:00', 'Mon 23 Nov 2026'],
    ['6 hours', '2026-11-23', '2026-11-25', 304, '06:00', 'Mon 23 Nov 2026'],
    ['days of the week', '2026-11-23', '2026-11-25', 303, 'Tue 24', 'Nov 2026'],
    ['days of the week, as narrow as they get', '2026-11-01', '2026-11-11', 500, 'Mon 2', 'Nov 2026'],
    ['days', '2026-11-01', '2026-11-11', 499, '2', 'Nov 2026'],
    ['days, as narrow as they get', '2026-11-01', '2026-11-11', 200, '2', 'Nov 2026'],
    ['weeks', '2026-11-01', '2026-11-11', 199, '9', 'Nov 2026'],
    ['weeks, as narrow as they get', '2026-11-01', '2026-12-06', 140, '9', 'Nov 2026'],
    ['months', '2026-11-01', '2027-11-01', 400, 'Dec', '2026'],
    ['quarters', '2026-01-01', '2028-01-01', 400, 'Apr', '2026'],
    ['half years', '2026-01-01', '2029-01-01', 250, 'Jul', '2026'],
    ['years', '2020-01-01', '2030-01-01', 400, '2021', undefined],
    ['5 years', '2020-01-01', '2040-01-01', 200, '2025', undefined],
    ['centuries', '0001-01-01', '9999-01-01', 4_000, '200', undefined],
  ])('has %s', (_, from, to, width, second, above) => {
    const axis = axisOf(scaleOf('UTC', from, to, width));
    expect(axis.ticks[1]!.label).toBe(second);
    expect(axis.above[0]?.label).toBe(above);
  });

  it('names the months above the days where they begin', () => {
    const { above } = axisOf(scaleOf('UTC', '2026-11-20', '2027-01-09', 1_000));
    expect(above).toEqual([
      { x: 0, label: 'Nov 2026' },
      { x: 220, label: 'Dec 2026' },
      { x: 840, label: 'Jan 2027' },
    ]);
  });

  it('begins months with the first day of one', () => {
    const { ticks, above } = axisOf(scaleOf('UTC', '2026-11-15', '2027-11-10', 720));
    expect(labels(ticks)).toEqual(['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']);
    expect(above).toEqual([
      { x: 0, label: '2026' },
      { x: 94, label: '2027' },
    ]);
  });

  it('begins weeks on Mondays', () => {
    expect(labels(axisOf(scaleOf('UTC', '2026-11-01', '2026-12-31', 300)).ticks)).toEqual([
      '2',
      '9',
      '16',
      '23',
      '30',
      '7',
      '14',
      '21',
      '28',
    ]);
  });

  it('ends with the last year that there is', () => {
    const clock = createClock('UTC');
    const scale = {
      clock,
      from: clock.momentOf(day('9990-01-01')),
      to: clock.momentOf(instant('9999-12-31T23:59:59Z')),
      left: 0,
      right: 400,
    };
    expect(labels(axisOf(scale).ticks).slice(-2)).toEqual(['9998', '9999']);
  });
});
