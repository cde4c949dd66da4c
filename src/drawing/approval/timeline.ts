import { definitionOf } from '../../foundation/definition.js';
import { dayAt, type Instant, instantToMilliseconds } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { ApprovalStatus, ApprovalVote } from '../../governance/approvals/types.js';
import { checkMarks } from '../options.js';
import { type Clock, createClock } from '../timeline/clock.js';
import type { Timeline, TimelineLane } from '../timeline/types.js';
import type { LegendEntry } from '../types.js';
import { absencesIn, type DrawnDays, delegationsOf } from './absences.js';
import { escalationLanes } from './escalation.js';
import { namesIn } from './names.js';
import { neededLanes } from './needed.js';
import { everybodyIn, inTurn, peopleOf, personOf } from './people.js';
import type { ApprovalPicture } from './types.js';
import { expiryOf, fatesIn, pointOf } from './vote-marks.js';

const statuses: Readonly<Record<ApprovalStatus, string>> = {
  approved: 'approved',
  pending: 'pending',
  rejected: 'rejected',
  expired: 'expired',
  unsatisfiable: 'cannot be met',
  'not-applicable': 'nothing is required',
};

const legend: readonly LegendEntry[] = [
  { tone: 'good', meaning: 'counts for it' },
  { tone: 'bad', meaning: 'stands against it' },
  { tone: 'waiting', meaning: 'still open' },
  { tone: 'muted', meaning: 'does not count, or is over' },
  { tone: 'neutral', meaning: 'on record' },
];

/** Returns the timeline of an approval. */
export function approvalTimeline(approval: ApprovalPicture): Timeline {
  const { subject, votes, assessment, at, calendar, revisions = [], escalation } = approval;
  checkMarks(votes.length + revisions.length + (escalation?.turns.length ?? 0));
  const nameOf = namesIn(approval.directory, everybodyIn(approval));
  return {
    title: `Approval of ${subject.id}, revision ${subject.revision}: ${statuses[assessment.status]}`,
    description:
      `${assessment.counted.length} of ${votes.length} votes count. ` +
      `${assessment.incomplete === true ? 'Not every way to an approval was tried. ' : ''}` +
      `Requested by ${nameOf(subject.requester)}.`,
    lanes: [
      ...personLanes(approval),
      ...neededLanes(assessment, at, nameOf),
      ...escalationLanes(approval, clockOf(approval), nameOf),
    ],
    lines: revisions.map((change) => ({ at: change.at, label: `revision ${change.revision}` })),
    now: at,
    legend,
    ...(calendar !== undefined && { calendar }),
  };
}

function personLanes(approval: ApprovalPicture): readonly TimelineLane[] {
  const { votes, assessment, delegations = [], directory } = approval;
  const people = peopleOf(approval);
  const shown = new Set(people);
  const nameOf = namesIn(directory, everybodyIn(approval));
  const fates = fatesIn(assessment);
  const drawn = drawnDays(approval);
  const absences = absencesIn(directory, shown, drawn);
  const delegated = delegationsOf(delegations, shown, drawn, nameOf);
  const own = votesByPerson(votes);
  return people.map((person) => ({
    label: nameOf(person),
    points: (own.get(person) ?? []).map((vote) => pointOf(vote, fates, nameOf)),
    spans: [
      ...(own.get(person) ?? []).flatMap((vote) => expiryOf(vote, fates)),
      ...(absences.get(person) ?? []),
      ...(delegated.get(person) ?? []),
    ],
  }));
}

function votesByPerson(votes: readonly ApprovalVote[]): ReadonlyMap<ExternalId, readonly ApprovalVote[]> {
  const byPerson = new Map<ExternalId, ApprovalVote[]>();
  for (const vote of inTurn(votes)) {
    const own = byPerson.get(personOf(vote));
    if (own === undefined) byPerson.set(personOf(vote), [vote]);
    else own.push(vote);
  }
  return byPerson;
}

function clockOf({ calendar }: ApprovalPicture): Clock {
  return createClock(calendar === undefined ? 'UTC' : definitionOf(calendar).zone);
}

/** The days of all that happened to the approval itself: what began long before does not stretch the axis. */
function drawnDays(approval: ApprovalPicture): DrawnDays {
  const { votes, at, revisions = [], assessment, escalation } = approval;
  const moments: readonly (Instant | undefined)[] = [
    ...votes.map((vote) => vote.at),
    ...revisions.map((change) => change.at),
    ...assessment.counted.map(({ until }) => until),
    ...(escalation?.turns ?? []).flatMap(({ openedAt, dueAt, endedAt = dueAt }) => [openedAt, endedAt]),
  ];
  let first = instantToMilliseconds(at);
  let last = first;
  for (const moment of moments) {
    if (moment === undefined) continue;
    first = Math.min(first, instantToMilliseconds(moment));
    last = Math.max(last, instantToMilliseconds(moment));
  }
  const clock = clockOf(approval);
  return { first: dayAt(clock.dayNumberAt(first))!, last: dayAt(clock.dayNumberAt(last))! };
}
