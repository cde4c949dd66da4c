import { tzOffset } from '@date-fns/tz';
import { millisecondsPerDay } from '../instant.js';

// A name alone: offsets such as +05:30 are taken by some engines and not by others, and have no clock changes.
const zoneName = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;

/** Says whether the engine's time zone data has a zone. */
export function isZone(zone: string): boolean {
  if (!zoneName.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The clocks of a zone: between instants and local time, both in milliseconds since 1970 by their own clock. */
export interface ZoneClock {
  readonly localAt: (instant: number) => number;
  /** The first instant at which the clocks show this local time or a later one. */
  readonly instantAt: (local: number) => number;
}

/**
 * Returns the clocks of a zone. A local time that the clocks skip is the moment after the gap, one that they show twice is
 * the first. Offsets at midnight are remembered by the clock, so make one for each piece of work.
 */
export function createZoneClock(zone: string): ZoneClock {
  const offsetAt = (instant: number): number => Math.round(tzOffset(zone, new Date(instant)) * 60_000);
  const atMidnight = new Map<number, number>();
  const offsetAtMidnight = (dayNumber: number): number => {
    const known = atMidnight.get(dayNumber);
    if (known !== undefined) return known;
    const offset = offsetAt(dayNumber * millisecondsPerDay);
    atMidnight.set(dayNumber, offset);
    return offset;
  };

  const instantAt = (local: number): number => {
    // Zones are at most 14 hours from UTC: the instant lies between these two midnights.
    const dayNumber = Math.floor(local / millisecondsPerDay);
    const before = offsetAtMidnight(dayNumber - 1);
    const after = offsetAtMidnight(dayNumber + 2);
    if (before === after) return local - before;
    // The clocks change in between: look for the first instant that shows the time.
    let early = local - Math.max(before, after);
    let late = local - Math.min(before, after);
    if (offsetAt(early) + early >= local) return early;
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (middle + offsetAt(middle) >= local) late = middle;
      else early = middle;
    }
    return late;
  };

  return { localAt: (instant) => instant + offsetAt(instant), instantAt };
}
