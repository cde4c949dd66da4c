import { dayOf } from '../../foundation/calendar/days.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { addWorkingTime, type WorkingTime } from '../../foundation/calendar/working-time.js';
import { compareTexts } from '../../foundation/compare.js';
import { isKeelsonError, keelsonError } from '../../foundation/error.js';
import {
  compareInstants,
  type Day,
  day,
  type Instant,
  instant,
  instantToMilliseconds,
} from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import { isPresent } from '../../organization/presence.js';
import type { Requirement } from '../types.js';
import { readDelegations } from './acting-for.js';
import { type Admitted, admit } from './admit.js';
import { type Ballot, ballotOf, type ExpiryOf } from './ballot.js';
import { type Seat, seatsOn } from './eligible.js';
import {
  type Attempt,
  approvedLevel,
  attempt,
  expiredLevel,
  type Level,
  pendingLevel,
  rejectedLevel,
} from './levels.js';
import { countVotes, earliest, neededBy, shortageOf } from './report.js';
import { type Part, readRequirement } from './requirement.js';
import { nearestWay } from './search.js';
import { standingOf } from './standing.js';
import type {
  ApprovalAssessment,
  ApprovalStatus,
  ApprovalSubject,
  ApprovalVote,
  AssessApprovalOptions,
  IgnoredVote,
} from './types.js';

/**
 * Returns how an approval stands at a moment, with what became of every vote, what is still missing, and who could give it. The
 * order of the votes does not matter: they count by their instants, and at one instant by their ids.
 *
 * Whoever may approve does so on the day of `at`: a role that has ended since, or a person who has left, no longer counts. A
 * person counts once over the whole requirement, and so do a person and who voted for them; where one could count in several
 * places, they count where they are needed. An approval counts until `expiresAfter` has passed; a rejection does not expire. A
 * vote may be handed on three times, to people who are there and never through the requester. An `all` or `any` of nothing
 * is not applicable, and the rest of what it is part of is assessed without it. At least one approval is always needed.
 *
 * Throws a `KeelsonError`: `foundation/instant` for an `at` that is none, `governance/missing-calendar` where approvals expire and no
 * calendar says when, and `governance/requirement-too-deep` beyond 256 levels, which no door lets through.
 *
 * @example
 * const directory = defineDirectory({
 *   roles: [{ id: 'legal' }, { id: 'exec' }],
 *   assignments: [{ person: 'ana', role: 'legal' }, { person: 'ana', role: 'exec' }, { person: 'bo', role: 'exec' }],
 * });
 * const requirement = { all: [{ role: 'exec', quorum: 1 }, { role: 'legal', quorum: 1 }] };
 * const subject = { id: 'launch', revision: '2', requester: 'kim' };
 * const at = instant('2026-11-23T09:00:00Z');
 * const votes = [{ id: 'v1', by: 'ana', at, vote: 'approve', revision: '2' }] as const;
 * const { status, stillNeeded } = assessApproval(requirement, subject, votes, { directory, at });
 * status; //=> 'pending'
 * stillNeeded;
 * //=> [{ path: ['all', 1], role: 'legal', number: 1, candidates: ['bo'] }]
 */
export function assessApproval(
  requirement: Requirement,
  subject: ApprovalSubject,
  votes: readonly ApprovalVote[],
  options: AssessApprovalOptions,
): ApprovalAssessment {
  const { directory, delegations = [], calendar } = options;
  const at = instant(options.at);
  const dayAt = (moment: Instant): Day => (calendar === undefined ? day(moment.slice(0, 10)) : dayOf(calendar, moment));
  const on = dayAt(at);
  const isThere = (person: ExternalId) => isPresent(directory, person, { on });

  const { leaves, root } = readRequirement(requirement);
  if (calendar === undefined && leaves.some(({ asks }) => asks.expiresAfter !== undefined)) {
    throw keelsonError('governance/missing-calendar', 'approvals expire in working time, and no calendar is given');
  }
  const seats = seatsOn(directory, on, subject, leaves);
  const mayActFor = readDelegations(delegations, (to) => to !== subject.requester && isThere(to));
  const inOrder = [...votes].sort((a, b) => compareInstants(a.at, b.at) || compareTexts(a.id, b.id));

  const admitted: Admitted[] = [];
  const refused: IgnoredVote[] = [];
  for (const vote of inOrder) {
    const result = admit(vote, { subject, seats, at, isThere, mayActFor, dayOfVote: dayAt });
    if (typeof result === 'string') refused.push({ vote: vote.id, reason: result });
    else admitted.push(result);
  }
  const { standing, ignored } = standingOf(admitted);
  if (root === undefined) return { status: 'not-applicable', counted: [], ignored: refused, stillNeeded: [] };

  const ballot = ballotOf(seats, standing, expiry(options, at));
  const { status, approvals, short, complete } = statusOf(seats, root, ballot);
  const outcome = countVotes(seats, standing, ballot, approvals);
  const counted = inTurn(outcome.counted, inOrder);
  const nextDeadline = earliest(counted);
  return {
    status,
    counted,
    ignored: inTurn([...refused, ...ignored, ...outcome.ignored], inOrder),
    stillNeeded: neededBy(seats, ballot, approvals),
    ...(nextDeadline !== undefined && { nextDeadline }),
    ...(short !== undefined && {
      shortage: shortageOf(
        seats,
        short,
        (seat, person) => status === 'unsatisfiable' || !(ballot.vetoed[seat] || ballot.rejecting[seat]!.has(person)),
      ),
    }),
    ...(!complete && { incomplete: true }),
  };
}

interface Assessed {
  readonly status: ApprovalStatus;
  /** What the approvals come to, on the way that is reported. */
  readonly approvals: Attempt;
  /** Where people are too few. */
  readonly short?: Attempt;
  /** Whether every way was tried, or none could have been better. */
  readonly complete: boolean;
}

/** Finds the best status that some way has, and the way to speak of: the nearest of those that can still be met. */
function statusOf(seats: readonly Seat[], root: Part, ballot: Ballot): Assessed {
  const suppliedBy = ({ supply }: Level) => supply(seats, ballot);
  const given = suppliedBy(approvedLevel);
  const approved = nearestWay(root, seats, given);
  if (approved.best.missing === 0) return { status: 'approved', approvals: approved.best, complete: true };

  const willing = suppliedBy(pendingLevel);
  const possible = nearestWay(root, seats, willing);
  if (possible.best.missing === 0) {
    const among = { supply: willing, from: possible.best.way };
    const open = nearestWay(root, seats, given, { among });
    const lapsed = nearestWay(root, seats, suppliedBy(expiredLevel));
    return {
      status: lapsed.best.missing === 0 ? expiredLevel.status : pendingLevel.status,
      approvals: open.best,
      complete: approved.complete && open.complete && lapsed.complete,
    };
  }
  // Not known to be out of reach.
  if (!possible.complete) return { status: pendingLevel.status, approvals: approved.best, complete: false };

  const everybody = suppliedBy(rejectedLevel);
  const staffed = nearestWay(root, seats, everybody);
  if (staffed.best.missing > 0) {
    return {
      status: 'unsatisfiable',
      approvals: attempt(seats, staffed.best.way, given),
      short: staffed.best,
      complete: staffed.complete,
    };
  }
  const among = { supply: everybody, from: staffed.best.way };
  const { best, complete } = nearestWay(root, seats, willing, { among });
  return { status: rejectedLevel.status, approvals: attempt(seats, best.way, given), short: best, complete };
}

/** Working time is costly to add and most votes of a list end alike: each is added once. */
function expiry({ calendar }: AssessApprovalOptions, at: Instant): ExpiryOf {
  const known = new Map<string, Instant | undefined>();
  return ({ asks: { expiresAfter } }, given) => {
    if (expiresAfter === undefined || calendar === undefined) return undefined;
    const { workingDays, workingHours, workingMinutes } = expiresAfter;
    const key = `${workingDays} ${workingHours} ${workingMinutes} ${given}`;
    const until = known.has(key) ? known.get(key) : endOf(calendar, given, expiresAfter);
    known.set(key, until);
    return until && { until, expired: instantToMilliseconds(until) <= instantToMilliseconds(at) };
  };
}

/** Undefined where it is further away than a calendar reaches: it never comes. */
function endOf(calendar: Calendar, given: Instant, expiresAfter: WorkingTime): Instant | undefined {
  try {
    return addWorkingTime(calendar, given, expiresAfter);
  } catch (error) {
    if (isKeelsonError(error) && error.code === 'calendar/out-of-range') return undefined;
    throw error;
  }
}

function inTurn<T extends { readonly vote: ExternalId }>(
  results: readonly T[],
  inOrder: readonly ApprovalVote[],
): readonly T[] {
  const turn = new Map(inOrder.map(({ id }, index) => [id, index]));
  return [...results].sort((a, b) => turn.get(a.vote)! - turn.get(b.vote)!);
}
