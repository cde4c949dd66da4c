import type { WorkingTime } from 'keelson/foundation';
import type { EscalationDefinition, EscalationEntry } from 'keelson/governance';
import { firstMinuteAt, type NaiveCalendar, stepWorkingDays, walkWorkingMinutes } from './calendar.js';

interface NaiveTurn {
  readonly step: string;
  readonly round: number;
  readonly openedAt: string;
  end?: string;
  endedAt?: string;
}

export interface NaiveEscalation {
  readonly turns: readonly NaiveTurn[];
  /** What it ended with, and when; absent as long as it has not. */
  readonly ended?: string;
  /** Of each entry, what came of it: `counted`, or why it is ignored. */
  readonly fates: Readonly<Record<string, string>>;
}

const minute = 60_000;
const text = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

/**
 * Runs a clock from minute to minute: at each, what is due happens first, then what the log says of that minute. Everything is on
 * whole minutes, every owner is named people, and nobody is a party.
 */
export function naiveEscalation(
  definition: EscalationDefinition,
  log: readonly EscalationEntry[],
  { at, calendar }: { at: string; calendar: NaiveCalendar },
): NaiveEscalation {
  const { steps } = definition;
  const turns: NaiveTurn[] = [];
  const fates: Record<string, string> = {};
  /** The turns that somebody acknowledged, by their number. */
  const acknowledged = new Set<number>();
  let place = 0;
  let due = 0;
  let acknowledgeBy = Number.POSITIVE_INFINITY;
  let ended: string | undefined;

  const open = (next: number, round: number, now: number): void => {
    place = next;
    const { id, within, acknowledgeWithin } = steps[place]!;
    turns.push({ step: id, round, openedAt: text(now) });
    due = after(calendar, now, within);
    acknowledgeBy =
      acknowledgeWithin === undefined ? Number.POSITIVE_INFINITY : after(calendar, now, acknowledgeWithin);
  };
  const close = (end: string, now: number): void => {
    Object.assign(turns.at(-1)!, { end, endedAt: text(now) });
  };
  const placeOf = (step: string): number => steps.findIndex(({ id }) => id === step);
  const follower = (): number => {
    const { next } = steps[place]!;
    return next === undefined ? place + 1 : placeOf(next);
  };
  const other = (): number => {
    const { onDisagreement } = steps[place]!;
    return onDisagreement === undefined ? follower() : placeOf(onDisagreement);
  };

  /** Why an entry about the open step does not count, if so. */
  const happen = (entry: Exclude<EscalationEntry, { type: 'opened' }>, now: number): string | undefined => {
    const { owner } = steps[place]!;
    const isOwner = 'people' in owner && owner.people.includes(entry.by);
    if (entry.type === 'disagreed') {
      if (other() >= steps.length) return 'no-further-step';
      close('disagreed', now);
      open(other(), 1, now);
    } else if (entry.type === 'acknowledged') {
      if (acknowledged.has(turns.length)) return 'already-acknowledged';
      if (!isOwner) return 'not-the-owner';
      acknowledged.add(turns.length);
      acknowledgeBy = Number.POSITIVE_INFINITY;
    } else {
      if (entry.how === 'ruled' && !isOwner) return 'not-the-owner';
      close('resolved', now);
      ended = `${entry.outcome} ${entry.how} ${text(now)}`;
    }
    return undefined;
  };

  const apply = (entry: EscalationEntry, now: number): string => {
    if (entry.type === 'opened') {
      if (turns.length > 0) return 'already-opened';
      open(0, 1, now);
      return 'counted';
    }
    if (turns.length === 0) return 'not-opened';
    if (ended !== undefined) return 'already-ended';
    if (entry.step !== undefined && entry.step !== steps[place]!.id) return 'other-step';
    return happen(entry, now) ?? 'counted';
  };

  const inOrder = [...log].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  for (const { id, at: moment } of inOrder) if (Date.parse(moment) > Date.parse(at)) fates[id] = 'from-the-future';
  const first = Date.parse(inOrder[0]?.at ?? at);
  for (let now = first; now <= Date.parse(at); now += minute) {
    if (turns.length > 0 && ended === undefined && (now === due || now === acknowledgeBy)) {
      close(now === due ? 'timed-out' : 'not-acknowledged', now);
      const { repeat = 0, onTimeout } = steps[place]!;
      const { round } = turns.at(-1)!;
      if (round <= repeat) open(place, round + 1, now);
      else if (onTimeout === 'next') open(follower(), 1, now);
      else ended = `${onTimeout} timeout ${text(now)}`;
    }
    for (const entry of inOrder) if (Date.parse(entry.at) === now) fates[entry.id] = apply(entry, now);
  }
  return { turns, ...(ended !== undefined && { ended }), fates };
}

/** Working days by stepping, then minutes by walking. */
function after(calendar: NaiveCalendar, start: number, { workingDays = 0, workingMinutes = 0 }: WorkingTime): number {
  let from = start;
  if (workingDays > 0) {
    const shown = new Date(calendar.clock(start)).toISOString();
    from = firstMinuteAt(
      calendar.clock,
      stepWorkingDays(calendar, shown.slice(0, 10), workingDays),
      shown.slice(11, 16),
    );
  }
  return workingMinutes > 0 ? walkWorkingMinutes(calendar, from, workingMinutes) : from;
}
