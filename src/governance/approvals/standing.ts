import type { ExternalId } from '../../foundation/names.js';
import type { Admitted } from './admit.js';
import type { IgnoredVote } from './types.js';

/** A vote that stands for some of the seats. */
export interface Standing extends Admitted {
  /** The withdrawals that took something back stand for none. */
  readonly seats: readonly number[];
}

/** Which votes stand once withdrawals and later votes are taken into account. */
export interface Standings {
  readonly standing: readonly Standing[];
  readonly ignored: readonly IgnoredVote[];
}

/** Takes votes back and replaces earlier ones by later ones; the votes come earliest first. */
export function standingOf(votes: readonly Admitted[]): Standings {
  const ofPerson = new Map<ExternalId, Admitted[]>();
  for (const vote of votes) {
    const own = ofPerson.get(vote.person);
    if (own === undefined) ofPerson.set(vote.person, [vote]);
    else own.push(vote);
  }
  const standing: Standing[] = [];
  const ignored: IgnoredVote[] = [];
  for (const own of ofPerson.values()) {
    const left = withdraw(own, standing, ignored);
    replace(left, standing, ignored);
  }
  return { standing, ignored };
}

/** A stack for each role that votes were given in: a withdrawal in a role takes from its own, one without from all. */
function withdraw(own: readonly Admitted[], standing: Standing[], ignored: IgnoredVote[]): readonly Admitted[] {
  const stacks = new Map<string | undefined, number[]>();
  const taken = new Set<number>();
  for (const [index, { vote, person }] of own.entries()) {
    if (vote.vote !== 'withdraw') {
      const stack = stacks.get(vote.role);
      if (stack === undefined) stacks.set(vote.role, [index]);
      else stack.push(index);
      continue;
    }
    taken.add(index);
    const candidates = vote.role === undefined ? [...stacks.values()] : [stacks.get(vote.role) ?? []];
    const latest = candidates.reduce((a, b) => ((a.at(-1) ?? -1) >= (b.at(-1) ?? -1) ? a : b), []).pop();
    if (latest === undefined) {
      ignored.push({ vote: vote.id, reason: 'nothing-to-withdraw' });
      continue;
    }
    taken.add(latest);
    ignored.push({ vote: own[latest]!.vote.id, reason: 'withdrawn', other: vote.id });
    standing.push({ vote, person, seats: [] });
  }
  return own.filter((_, index) => !taken.has(index));
}

/** For each seat, the latest vote that may speak for it stands. */
function replace(own: readonly Admitted[], standing: Standing[], ignored: IgnoredVote[]): void {
  const filledBy = new Map<number, ExternalId>();
  for (const admitted of [...own].reverse()) {
    const { vote } = admitted;
    const seats = admitted.seats.filter((seat) => !filledBy.has(seat));
    for (const seat of seats) filledBy.set(seat, vote.id);
    if (seats.length > 0) standing.push({ ...admitted, seats });
    else ignored.push({ vote: vote.id, reason: 'duplicate', other: filledBy.get(admitted.seats[0]!)! });
  }
}
