import { definitionOf } from '../../foundation/definition.js';
import type { Day } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { Delegation } from '../../governance/approvals/types.js';
import { isPresent } from '../../organization/presence.js';
import type { DaySpan, Directory } from '../../organization/types.js';
import type { TimelineSpan } from '../timeline/types.js';
import type { NameOf } from './names.js';

/** The days that are drawn, both included. */
export interface DrawnDays {
  readonly first: Day;
  readonly last: Day;
}

/** When the people are not there, of the days that are drawn. */
export function absencesIn(
  directory: Directory | undefined,
  people: ReadonlySet<ExternalId>,
  { first, last }: DrawnDays,
): ReadonlyMap<ExternalId, readonly TimelineSpan[]> {
  if (directory === undefined) return new Map();
  const changes = new Map([...people].map((person) => [person, new Set<Day>([first])]));
  for (const { person, from, to } of definitionOf(directory).engagements ?? []) {
    for (const day of [from, to]) {
      if (day !== undefined && first < day && day <= last) changes.get(person)?.add(day);
    }
  }
  const absences = new Map<ExternalId, readonly TimelineSpan[]>();
  for (const [person, days] of changes) {
    const inTurn = [...days].sort();
    const spans = inTurn.flatMap((day, index): readonly TimelineSpan[] => {
      const to = inTurn[index + 1];
      if (isPresent(directory, person, { on: day })) return [];
      return [{ from: day, ...(to !== undefined && { to }), label: 'not there', tone: 'muted' }];
    });
    absences.set(person, spans);
  }
  return absences;
}

/** Who may vote for each of the people, of the days that are drawn. */
export function delegationsOf(
  delegations: readonly Delegation[],
  people: ReadonlySet<ExternalId>,
  drawn: DrawnDays,
  nameOf: NameOf,
): ReadonlyMap<ExternalId, readonly TimelineSpan[]> {
  const spans = new Map<ExternalId, TimelineSpan[]>();
  for (const { from, to, role, fromDay, toDay } of delegations) {
    const days = cutTo(drawn, {
      ...(fromDay !== undefined && { from: fromDay }),
      ...(toDay !== undefined && { to: toDay }),
    });
    if (!people.has(from) || days === undefined) continue;
    const label = `${nameOf(to)} may vote${role === undefined ? '' : ` as ${role}`}`;
    const own = spans.get(from) ?? [];
    own.push({ ...days, label, tone: 'neutral' });
    spans.set(from, own);
  }
  return spans;
}

/** The part of a span that is drawn; ends that are not drawn are left open, so that they do not stretch the axis. */
function cutTo({ first, last }: DrawnDays, { from, to }: DaySpan): DaySpan | undefined {
  const isEmpty = from !== undefined && to !== undefined && from >= to;
  if (isEmpty || (from !== undefined && from > last) || (to !== undefined && to <= first)) return undefined;
  return {
    ...(from !== undefined && from >= first && { from }),
    ...(to !== undefined && to <= last && { to }),
  };
}
