import type { Instant } from '../../foundation/instant.js';
import type { ApprovalAssessment, ApprovalShortage, NeededApproval } from '../../governance/approvals/types.js';
import type { TimelineLane } from '../timeline/types.js';
import { listOf, type NameOf } from './names.js';

/** A lane for each approval that is missing, and one where people are too few: each with what is known at the moment. */
export function neededLanes(
  { stillNeeded, shortage }: ApprovalAssessment,
  at: Instant,
  nameOf: NameOf,
): readonly TimelineLane[] {
  return [
    ...stillNeeded.map((needed) => neededLane(needed, at, nameOf)),
    ...(shortage === undefined ? [] : [shortageLane(shortage, at, nameOf)]),
  ];
}

function neededLane({ role, number, candidates }: NeededApproval, at: Instant, nameOf: NameOf): TimelineLane {
  const isOpen = candidates.length > 0;
  const label = `${number} more ${isOpen ? `from ${listOf(candidates, nameOf)}` : 'and nobody who could'}`;
  return {
    label: role === undefined ? 'Needed' : `Needed: ${role}`,
    points: [{ at, label, tone: isOpen ? 'waiting' : 'bad' }],
  };
}

function shortageLane({ roles, people, needed }: ApprovalShortage, at: Instant, nameOf: NameOf): TimelineLane {
  const there = people.length === 0 ? 'nobody' : listOf(people, nameOf);
  const number = `${needed} ${needed === 1 ? 'person' : 'people'}`;
  const asked = roles.length === 0 ? number : `${number} as ${roles.join(', ')}`;
  const label = `needs ${asked}, has ${there}`;
  return { label: 'Too few people', points: [{ at, label, tone: 'bad' }] };
}
