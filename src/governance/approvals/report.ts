import { compareInstants, type Instant } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { Approval, Ballot } from './ballot.js';
import type { Seat } from './eligible.js';
import type { Attempt } from './levels.js';
import { alternating } from './matching.js';
import type { Standing } from './standing.js';
import type { ApprovalShortage, CountedVote, IgnoredVote, NeededApproval } from './types.js';

/** Gives each approval to one place, and says why the others do not count. */
export function countVotes(
  seats: readonly Seat[],
  standing: readonly Standing[],
  ballot: Ballot,
  { way, matching }: Attempt,
): { readonly counted: readonly CountedVote[]; readonly ignored: readonly IgnoredVote[] } {
  const credited = new Map<number, Approval>();
  const valid = ballot.approvals.filter(({ expired }) => !expired);
  // Where it is needed first; beyond what is needed, wherever it would do.
  for (const approval of valid) {
    const given = matching.givenTo.get(approval.unit);
    if (given !== undefined && way[given] === approval.seat && !credited.has(approval.unit)) {
      credited.set(approval.unit, approval);
    }
  }
  for (const approval of valid) if (!credited.has(approval.unit)) credited.set(approval.unit, approval);

  const countedAs = new Map([...credited.values()].map((approval) => [approval.standing, approval]));
  const validVotes = new Set(valid.map((approval) => approval.standing));
  const counted: CountedVote[] = [];
  const ignored: IgnoredVote[] = [];
  for (const each of standing) {
    const { vote, person } = each;
    const approval = countedAs.get(each);
    if (approval !== undefined) {
      const { path, role } = seats[approval.seat]!;
      const until = approval.until === undefined ? {} : { until: approval.until };
      counted.push({
        vote: vote.id,
        kind: vote.vote,
        person,
        for: path,
        ...(role !== undefined && { role }),
        ...until,
      });
    } else if (vote.vote !== 'approve') counted.push({ vote: vote.id, kind: vote.vote, person });
    else if (!validVotes.has(each)) ignored.push({ vote: vote.id, reason: 'expired' });
    else {
      const other = credited.get(ballot.unitOf(person))!.standing.vote.id;
      ignored.push({ vote: vote.id, reason: 'already-counted', other });
    }
  }
  return { counted, ignored };
}

/** What the approvals of a way lack, and who could still give it. */
export function neededBy(
  seats: readonly Seat[],
  ballot: Ballot,
  { way, askings, matching }: Attempt,
): NeededApproval[] {
  return way.flatMap((seat, index) => {
    const number = matching.missing[index]!;
    if (number <= 0) return [];
    const { path, role, asks } = seats[seat]!;
    const helpful = new Set<ExternalId>();
    for (const reached of alternating(askings, matching, index)) {
      const at = way[reached]!;
      if (ballot.vetoed[at]) continue;
      for (const person of seats[at]!.eligible) {
        const rejects = ballot.rejecting[at]!.has(person);
        if (!rejects && !matching.givenTo.has(ballot.unitOf(person))) helpful.add(person);
      }
    }
    const named = 'people' in asks ? { people: asks.people } : {};
    return [{ path, ...(role !== undefined && { role }), ...named, number, candidates: [...helpful].sort() }];
  });
}

/** The seats that are too much together, and all who could fill any of them. */
export function shortageOf(
  seats: readonly Seat[],
  { way, askings, matching }: Attempt,
  mayFill: (seat: number, person: ExternalId) => boolean,
): ApprovalShortage {
  const short = matching.missing.findIndex((number) => number > 0);
  const tight = [...alternating(askings, matching, short)].sort((a, b) => a - b).map((index) => way[index]!);
  const people = tight.flatMap((seat) => [...seats[seat]!.eligible].filter((person) => mayFill(seat, person)));
  return {
    paths: tight.map((seat) => seats[seat]!.path),
    roles: [...new Set(tight.flatMap((seat) => seats[seat]!.role ?? []))],
    people: [...new Set(people)].sort(),
    needed: tight.reduce((sum, seat) => sum + seats[seat]!.need, 0),
  };
}

export function earliest(counted: readonly CountedVote[]): Instant | undefined {
  return counted.flatMap(({ until }) => until ?? []).sort(compareInstants)[0];
}
