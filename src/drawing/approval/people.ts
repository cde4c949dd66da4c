import { compareTexts } from '../../foundation/compare.js';
import { compareInstants } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { ApprovalVote } from '../../governance/approvals/types.js';
import { everybodyInEscalation } from './escalation.js';
import type { ApprovalPicture } from './types.js';

/** Whose vote it is: who gave it, or who delegated. */
export function personOf({ by, onBehalfOf = by }: ApprovalVote): ExternalId {
  return onBehalfOf;
}

/** Earliest first, and at one instant by their ids, as they count. */
export function inTurn(votes: readonly ApprovalVote[]): readonly ApprovalVote[] {
  return [...votes].sort((a, b) => compareInstants(a.at, b.at) || compareTexts(a.id, b.id));
}

/** Who has a lane: whoever voted, in the order of their first votes, then those who are needed and have handed their vote on. */
export function peopleOf({ votes, delegations = [], assessment }: ApprovalPicture): readonly ExternalId[] {
  const needed = new Set(assessment.stillNeeded.flatMap(({ candidates }) => candidates));
  const away = delegations.map(({ from }) => from).filter((person) => needed.has(person));
  return [...new Set([...inTurn(votes).map(personOf), ...away])];
}

/** Everybody who is named somewhere in the picture. */
export function everybodyIn(approval: ApprovalPicture): ReadonlySet<ExternalId> {
  const { subject, votes, delegations = [], assessment, escalation } = approval;
  return new Set([
    subject.requester,
    ...votes.flatMap((vote) => [vote.by, personOf(vote)]),
    ...delegations.flatMap(({ from, to }) => [from, to]),
    ...assessment.stillNeeded.flatMap(({ candidates }) => candidates),
    ...(assessment.shortage?.people ?? []),
    ...(escalation === undefined ? [] : everybodyInEscalation(escalation)),
  ]);
}
