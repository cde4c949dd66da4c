import { dayOf } from '../../foundation/calendar/days.js';
import { addWorkingTime } from '../../foundation/calendar/working-time.js';
import { compareTexts } from '../../foundation/compare.js';
import { compareInstants, type Instant, instant, instantToMilliseconds } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import { escalationPath } from './path.js';
import { type CompiledEscalation, unseal } from './seal.js';
import type {
  Escalation,
  EscalationEnd,
  EscalationEntry,
  EscalationOwner,
  EscalationPosition,
  EscalationStatus,
  EscalationStatusOptions,
  EscalationStep,
  EscalationTurn,
  IgnoredEntry,
  IgnoredEntryReason,
} from './types.js';

/** How far an escalation has come. */
interface Course {
  readonly escalation: CompiledEscalation;
  readonly options: EscalationStatusOptions;
  readonly turns: EscalationTurn[];
  /** The place of the step of the last turn. */
  place: number;
  ended: EscalationEnd | undefined;
  parties: readonly ExternalId[];
}

/**
 * Returns where an escalation stands at a moment, and how it came there: which steps were opened, when, and how each ended; who
 * must act, and until when. A pure fold over the log; its order does not matter: entries count by their instants, and at one
 * instant by their ids.
 *
 * Deadlines are instants, computed in working time when a step opens. At its deadline a step's time is over: an entry of that
 * very instant meets what comes after it. An acknowledgment stops the clock of `acknowledgeWithin` and no other; a
 * disagreement opens the next step at once, without the repetitions that a step may have left. Nothing fires by itself: a
 * host asks again at `nextDeadline`.
 *
 * Throws a `KeelsonError`: `foundation/instant` for an `at` that is none, and `calendar/out-of-range` where working time reaches
 * further than a century.
 *
 * @example
 * const disputes = defineEscalation({
 *   id: 'disputes',
 *   steps: [
 *     { id: 'lead', owner: { role: 'lead' }, within: { workingHours: 8 }, onTimeout: 'next' },
 *     { id: 'exec', owner: { role: 'exec' }, within: { workingDays: 2 }, onTimeout: 'reject' },
 *   ],
 * });
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'], workingHours: { from: '09:00', to: '17:00' } });
 * const log = [{ id: 'e1', type: 'opened', at: instant('2026-11-26T12:00:00Z'), by: 'ana' }] as const;
 * const { turns, mustAct, nextDeadline: deadline } = escalationStatus(disputes, log, { at: instant('2026-11-27T13:00:00Z'), calendar });
 * turns.map(({ step, end }) => [step, end ?? 'open']); //=> [['lead', 'timed-out'], ['exec', 'open']]
 * mustAct; //=> { role: 'exec' }
 * deadline; //=> '2026-12-01T12:00:00Z'
 */
export function escalationStatus(
  escalation: Escalation,
  log: readonly EscalationEntry[],
  options: EscalationStatusOptions,
): EscalationStatus {
  const compiled = unseal(escalation);
  const at = instant(options.at);
  const course: Course = { escalation: compiled, options, turns: [], place: -1, ended: undefined, parties: [] };
  const counted: EscalationEntry[] = [];
  const ignored: IgnoredEntry[] = [];
  for (const entry of [...log].sort((a, b) => compareInstants(a.at, b.at) || compareTexts(a.id, b.id))) {
    const reason = isBy(entry.at, at) ? take(course, entry) : 'from-the-future';
    if (reason === undefined) counted.push(entry);
    else ignored.push({ entry: entry.id, reason });
  }
  passTime(course, at);

  const { turns, ended, parties } = course;
  const open = ended === undefined ? turns.at(-1) : undefined;
  const unended = open === undefined ? 'not-opened' : 'open';
  return {
    status: ended === undefined ? unended : 'ended',
    turns,
    ...(open !== undefined && { mustAct: stepOf(course).owner, nextDeadline: deadlineOf(open).at }),
    ...(ended !== undefined && { ended }),
    parties,
    positions: counted.flatMap(positionsIn),
    counted: counted.map(({ id }) => id),
    ignored,
    escalation: compiled.reference,
  };
}

/** Counts an entry, or says why it does not. */
function take(course: Course, entry: EscalationEntry): IgnoredEntryReason | undefined {
  passTime(course, entry.at);
  if (entry.type === 'opened') {
    if (course.turns.length > 0) return 'already-opened';
    course.parties = entry.parties ?? [];
    open(course, 0, 1, entry.at);
    return undefined;
  }
  const turn = course.turns.at(-1);
  if (turn === undefined) return 'not-opened';
  if (course.ended !== undefined) return 'already-ended';
  if (entry.step !== undefined && entry.step !== turn.step) return 'other-step';
  switch (entry.type) {
    case 'acknowledged':
      if (turn.acknowledgedAt !== undefined) return 'already-acknowledged';
      if (!isOwner(course, entry)) return 'not-the-owner';
      change(course, { acknowledgedAt: entry.at, acknowledgedBy: entry.by });
      return undefined;
    case 'disagreed': {
      const next = course.escalation.followers[course.place]!.onDisagreement;
      if (next === -1) return 'no-further-step';
      change(course, { endedAt: entry.at, end: 'disagreed', entry: entry.id });
      open(course, next, 1, entry.at);
      return undefined;
    }
    case 'resolved':
      if (entry.how === 'ruled' && !isOwner(course, entry)) return 'not-the-owner';
      if (entry.how !== 'ruled' && !isParty(course, entry.by)) return 'not-a-party';
      change(course, { endedAt: entry.at, end: 'resolved', entry: entry.id });
      course.ended = { at: entry.at, outcome: entry.outcome, how: entry.how, by: entry.by, entry: entry.id };
      return undefined;
  }
}

/** Lets time run out for whatever is open, up to and with an instant. Every chain has an end: this loop has one. */
function passTime(course: Course, until: Instant): void {
  while (course.ended === undefined) {
    const turn = course.turns.at(-1);
    if (turn === undefined) return;
    const { at, end } = deadlineOf(turn);
    if (!isBy(at, until)) return;
    change(course, { endedAt: at, end });
    const { repeat = 0, onTimeout } = stepOf(course);
    if (turn.round <= repeat) open(course, course.place, turn.round + 1, at);
    else if (onTimeout === 'next') open(course, course.escalation.followers[course.place]!.onTimeout, 1, at);
    else course.ended = { at, outcome: onTimeout, how: 'timeout' };
  }
}

function open(course: Course, place: number, round: number, openedAt: Instant): void {
  const { calendar } = course.options;
  course.place = place;
  const { id, within, acknowledgeWithin } = stepOf(course);
  const dueAt = addWorkingTime(calendar, openedAt, within);
  const acknowledgeBy = acknowledgeWithin && addWorkingTime(calendar, openedAt, acknowledgeWithin);
  course.turns.push({ step: id, round, openedAt, ...(acknowledgeBy !== undefined && { acknowledgeBy }), dueAt });
}

/** When the time of an open turn is over, and what is said of it then. */
function deadlineOf({ acknowledgeBy, acknowledgedAt, dueAt }: EscalationTurn): {
  readonly at: Instant;
  readonly end: 'timed-out' | 'not-acknowledged';
} {
  const isAwaited = acknowledgeBy !== undefined && acknowledgedAt === undefined;
  if (isAwaited && compareInstants(acknowledgeBy, dueAt) < 0) return { at: acknowledgeBy, end: 'not-acknowledged' };
  return { at: dueAt, end: 'timed-out' };
}

function change({ turns }: Course, more: Partial<EscalationTurn>): void {
  turns.push({ ...turns.pop()!, ...more });
}

function stepOf({ escalation, place }: Course): EscalationStep {
  return escalation.definition.steps[place]!;
}

function isOwner(course: Course, { at, by }: EscalationEntry): boolean {
  const { directory, calendar } = course.options;
  const owner: EscalationOwner = stepOf(course).owner;
  if ('people' in owner) return owner.people.includes(by);
  if (directory === undefined) return true;
  const on = dayOf(calendar, at);
  if ('role' in owner) return peopleInRole(directory, owner.role, { on }).includes(by);
  return escalationPath(directory, course.parties, { on }).decider === by;
}

/** Where nobody said who the parties are, whoever agrees is one. */
function isParty({ parties }: Course, person: ExternalId): boolean {
  return parties.length === 0 || parties.includes(person);
}

function positionsIn({
  id,
  at,
  positions = [],
}: EscalationEntry): readonly (EscalationPosition & { entry: string; at: Instant })[] {
  return positions.map((position) => ({ ...position, entry: id, at }));
}

/** Turned around, so that an instant that is none is never in the past. */
function isBy(moment: Instant, until: Instant): boolean {
  return instantToMilliseconds(moment) <= instantToMilliseconds(until);
}
