import type { FaultList } from '../../foundation/fault-list.js';
import { compareInstants, type Instant } from '../../foundation/instant.js';
import { formatPath } from '../../foundation/path.js';
import { shorten } from '../../foundation/shorten.js';
import { type StatusReader, valueText } from './statuses.js';
import type { Certainty, ChangeLog, HistoryGap, ItemMove, ItemPosition, TrackerChange, Whereabouts } from './types.js';
import { keyOf } from './whereabouts.js';

/** A line of the log with its place there. */
export interface Line {
  readonly change: TrackerChange;
  readonly index: number;
}

/** What the tracker says now, with its place in the log. */
export interface Current {
  readonly value: string | null;
  readonly index: number;
}

/** What items are read with, and where it goes. */
export interface Reading<P extends string> {
  readonly log: ChangeLog;
  readonly statuses: StatusReader<P>;
  readonly faults: FaultList;
  readonly found: { readonly moves: ItemMove<P>[]; readonly positions: ItemPosition<P>[]; readonly gaps: HistoryGap[] };
}

/** What is known of an item's value, and of where it is. */
interface Standing<P extends string> {
  /** Undefined before the first line. */
  value: string | null | undefined;
  /** When the value was known last. */
  knownAt: Instant | undefined;
  /** The last place that is known; undefined where there was none yet. */
  place: Whereabouts<P> | undefined;
  /** When it came there. */
  since: Instant | undefined;
  /** Since when its status means nothing. */
  lostAt: Instant | undefined;
}

/** How an item came to a value. */
interface Arrival {
  readonly at: Instant;
  readonly certainty: Certainty;
  readonly path: readonly (string | number)[];
  readonly by?: string | undefined;
}

/** Adds what the lines of one item say, in the order of time. */
export function readItem<P extends string>(
  item: string,
  lines: readonly Line[],
  current: Current | undefined,
  { log, statuses, faults, found }: Reading<P>,
): void {
  const now: Standing<P> = {
    value: undefined,
    knownAt: undefined,
    place: undefined,
    since: undefined,
    lostAt: undefined,
  };

  const gap = (kind: HistoryGap['kind'], since: Instant | undefined, until: Instant): void => {
    found.gaps.push(Object.freeze({ item, kind, ...(since !== undefined && { since }), until }));
  };

  /** The first thing that is known of it. */
  const begin = (value: string | null, { at, path }: Arrival): void => {
    const place = statuses.read(value, path);
    // Outside there is nothing to have missed.
    if (place !== null) gap('start', undefined, at);
    now.place = place;
    if (place === undefined) now.lostAt = at;
    now.value = value;
    now.knownAt = at;
  };

  const arrive = (value: string | null, { at, certainty, path, by }: Arrival): void => {
    const place = statuses.read(value, path);
    const knownAt = now.knownAt!;
    now.value = value;
    now.knownAt = at;
    if (place === undefined) {
      now.lostAt ??= certainty === 'inferred' ? knownAt : at;
      return;
    }
    const earliest = now.lostAt ?? (certainty === 'inferred' ? knownAt : undefined);
    if (now.lostAt !== undefined) gap('unknown-status', now.lostAt, at);
    now.lostAt = undefined;
    const from = now.place;
    if (from !== undefined && keyOf(from) === keyOf(place)) return;
    now.place = place;
    now.since = earliest === undefined ? at : undefined;
    if (from === undefined) return;
    const how = earliest === undefined ? certainty : 'inferred';
    const known = { ...(earliest !== undefined && { since: earliest }), ...(by !== undefined && { by }) };
    found.moves.push(Object.freeze({ item, at, from, to: place, certainty: how, ...known }));
  };

  /** Sees to it that the item has a value, by a move that nobody wrote down if need be. */
  const meet = (value: string | null, arrival: Arrival, code: string, message: () => string, hint: string): void => {
    if (now.value === undefined) {
      begin(value, arrival);
      return;
    }
    if (now.value === value) return;
    faults.add(arrival.path, () => ({ code, message: message(), hint }));
    gap('unseen', now.knownAt, arrival.at);
    arrive(value, { ...arrival, certainty: 'inferred' });
  };

  for (const { change, index } of lines) {
    const { at, from, to, by } = change;
    if (isBefore(log.asOf, at)) {
      faults.add(['changes', index, 'at'], () => ({
        code: 'process/change-after-export',
        message: `${formatPath(['changes', index])} of ${shorten(item)} is of ${at}, after the export of ${log.asOf}`,
        hint: 'say when the log was exported in "asOf", or look at the clocks',
      }));
    }
    if (from !== undefined) {
      meet(
        from,
        { at, certainty: 'inferred', path: ['changes', index, 'from'] },
        'process/broken-history',
        () =>
          `${formatPath(['changes', index])} takes ${shorten(item)} from ${valueText(from)}, but it was ${valueText(now.value!)} before`,
        'a change is missing in the log, or an item was made anew: look at the item in the tracker',
      );
    }
    const arrival: Arrival = {
      at,
      certainty: from === undefined ? 'observed' : 'recorded',
      path: ['changes', index, 'to'],
      by,
    };
    if (now.value === undefined) begin(to, arrival);
    else arrive(to, arrival);
  }
  if (current !== undefined) {
    const last = now.knownAt;
    const at = last !== undefined && isBefore(log.asOf, last) ? last : log.asOf;
    meet(
      current.value,
      { at, certainty: 'inferred', path: ['current', current.index, 'value'] },
      'process/current-differs',
      () => `${shorten(item)} is ${valueText(current.value)} now, but its last change says ${valueText(now.value!)}`,
      'the current value was taken; a change is missing in the log',
    );
  }
  if (now.lostAt !== undefined) {
    gap('unknown-status', now.lostAt, log.asOf);
    return;
  }
  if (now.place === undefined) return;
  found.positions.push(Object.freeze({ item, at: now.place, ...(now.since !== undefined && { since: now.since }) }));
}

export function isBefore(a: Instant, b: Instant): boolean {
  return compareInstants(a, b) < 0;
}
