import type { Day, Instant } from '../../foundation/instant.js';
import { instantToMilliseconds } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { MayActFor } from './acting-for.js';
import type { Seat } from './eligible.js';
import type { ApprovalSubject, ApprovalVote, IgnoredReason } from './types.js';

/** A vote with the person whose it is and the seats that it may speak for, by their index. */
export interface Admitted {
  readonly vote: ApprovalVote;
  readonly person: ExternalId;
  readonly seats: readonly number[];
}

/** What a vote is admitted by; nothing in it depends on other votes. */
export interface Admission {
  readonly subject: ApprovalSubject;
  readonly seats: readonly Seat[];
  readonly at: Instant;
  readonly isThere: (person: ExternalId) => boolean;
  readonly mayActFor: MayActFor;
  readonly dayOfVote: (at: Instant) => Day;
}

/** Returns the vote with what it may speak for, or why it may not. */
export function admit(vote: ApprovalVote, admission: Admission): Admitted | IgnoredReason {
  const { subject, seats, at, isThere, mayActFor, dayOfVote } = admission;
  const { by, onBehalfOf: person = by, role } = vote;
  // Turned around, so that an instant that is none is never in the past.
  if (!(instantToMilliseconds(vote.at) <= instantToMilliseconds(at))) return 'from-the-future';
  if (vote.revision !== subject.revision) return 'older-revision';

  const held: number[] = [];
  for (const [index, seat] of seats.entries()) {
    if ((role === undefined || role === seat.role) && seat.holders.has(person)) held.push(index);
  }
  if (held.length === 0 || !isThere(by)) return 'not-eligible';

  let reachable = held;
  if (by !== person) {
    const on = dayOfVote(vote.at);
    reachable = held.filter((index) => mayActFor(by, person, seats[index]!.role, on));
    if (reachable.length === 0) return 'delegation-not-valid';
  }
  const allowed = reachable.filter((index) => seats[index]!.eligible.has(person) && !seats[index]!.excluded.has(by));
  return allowed.length === 0 ? 'own-request' : { vote, person, seats: allowed };
}
