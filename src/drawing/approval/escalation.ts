import { definitionOf } from '../../foundation/definition.js';
import type { ExternalId } from '../../foundation/names.js';
import type {
  EscalationEnd,
  EscalationOwner,
  EscalationStatus,
  EscalationTurn,
} from '../../governance/escalation/types.js';
import type { Clock } from '../timeline/clock.js';
import type { TimelineLane, TimelinePoint, TimelineSpan } from '../timeline/types.js';
import { listOf, type NameOf } from './names.js';
import type { ApprovalPicture } from './types.js';

const ends: Readonly<Record<NonNullable<EscalationTurn['end']>, string>> = {
  'timed-out': 'time ran out',
  'not-acknowledged': 'nobody acknowledged',
  disagreed: 'still disagreed',
  resolved: 'settled',
};

const outcomes = {
  approve: { words: 'approved', tone: 'good' },
  reject: { words: 'rejected', tone: 'bad' },
} as const;

const ways: Readonly<Record<EscalationEnd['how'], string>> = {
  ruled: 'ruling',
  agreed: 'agreement',
  committed: 'disagree and commit',
  timeout: 'no decision in time',
};

/** The lane of an escalation: each step up to its end, or to when it is due; who acknowledged, and how it ended. */
export function escalationLanes(
  { escalation, chain }: ApprovalPicture,
  clock: Clock,
  nameOf: NameOf,
): readonly TimelineLane[] {
  if (escalation === undefined || escalation.turns.length === 0) return [];
  const { turns, ended } = escalation;
  const steps = chain === undefined ? [] : definitionOf(chain).steps;
  const labels = new Map(steps.map(({ id, label = id }) => [id, label]));
  const acknowledgments = turns.flatMap(({ acknowledgedAt, acknowledgedBy }): readonly TimelinePoint[] => {
    if (acknowledgedAt === undefined) return [];
    const who = acknowledgedBy === undefined ? '' : ` by ${nameOf(acknowledgedBy)}`;
    return [{ at: acknowledgedAt, label: `acknowledged${who}`, tone: 'neutral' }];
  });
  return [
    {
      label: 'Escalation',
      spans: turns.map((turn) => spanOf(turn, labels.get(turn.step) ?? turn.step, escalation, clock, nameOf)),
      points: [...acknowledgments, ...(ended === undefined ? [] : [endOf(ended, nameOf)])],
    },
  ];
}

/** Everybody whom the lane of an escalation may name. */
export function everybodyInEscalation({ turns, mustAct, ended }: EscalationStatus): readonly ExternalId[] {
  const owners = mustAct !== undefined && 'people' in mustAct ? mustAct.people : [];
  const acted = [...turns.map(({ acknowledgedBy }) => acknowledgedBy), ended?.by];
  return [...owners, ...acted.filter((person) => person !== undefined)];
}

function spanOf(
  { round, openedAt, dueAt, endedAt, end }: EscalationTurn,
  label: string,
  { mustAct }: EscalationStatus,
  clock: Clock,
  nameOf: NameOf,
): TimelineSpan {
  const name = round === 1 ? label : `${label}, round ${round}`;
  const due = `due ${clock.inWords(clock.momentOf(dueAt))}`;
  if (endedAt !== undefined) {
    const how = end === undefined ? 'over' : ends[end];
    return { from: openedAt, to: endedAt, label: `${name}: ${how}`, tone: 'muted', detail: `${name}: ${how}, ${due}` };
  }
  const who = mustAct === undefined ? name : `${name}: ${ownerWords(mustAct, nameOf)}`;
  return { from: openedAt, to: dueAt, label: `${who}, ${due}`, tone: 'waiting', detail: `${who}, open, ${due}` };
}

function ownerWords(owner: EscalationOwner, nameOf: NameOf): string {
  if ('role' in owner) return owner.role;
  return 'people' in owner ? listOf(owner.people, nameOf) : 'whoever decides for all of them';
}

function endOf({ at, outcome, how, by }: EscalationEnd, nameOf: NameOf): TimelinePoint {
  const { words, tone } = outcomes[outcome];
  return { at, label: `${words}: ${ways[how]}${by === undefined ? '' : ` by ${nameOf(by)}`}`, tone };
}
