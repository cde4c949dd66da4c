import { tzOffset } from '@date-fns/tz/tzOffset';
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';

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

/** Returns what the clocks of a zone show at an instant; both in milliseconds since 1970, each by its own clock. */
export function localAt(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

/**
 * Returns the first instant at which the clocks of a zone show a local time or a later one: of a time that they show
 * twice the first, of one that they skip the moment after the gap.
 *
 * `TZDate` is no way to it: for times that are shown twice its answer depends on the zone of the process (1.5.0).
 */
export function instantAt(zone: string, local: number): number {
  // Zones are at most 14 hours from UTC, so a day away lie the offsets before and after a change of clocks.
  const before = offsetAt(zone, local - millisecondsInDay);
  const after = offsetAt(zone, local + millisecondsInDay);
  if (before === after) return local - before;
  let early = local - Math.max(before, after);
  let late = local - Math.min(before, after);
  if (localAt(zone, early) >= local) return early;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (localAt(zone, middle) >= local) late = middle;
    else early = middle;
  }
  return late;
}

function offsetAt(zone: string, instant: number): number {
  return Math.round(tzOffset(zone, new Date(instant)) * millisecondsInMinute);
}
