import type { Instant } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { Seat } from './eligible.js';
import type { Standing } from './standing.js';

/** That a vote approves a seat. */
export interface Approval {
  readonly standing: Standing;
  readonly seat: number;
  /** The number of whom it comes from; a person and who voted for them have one number. */
  readonly unit: number;
  /** Absent means that it never expires. */
  readonly until?: Instant;
  readonly expired: boolean;
}

/** The votes that stand, seen from the seats. */
export interface Ballot {
  readonly approvals: readonly Approval[];
  /** Who rejects each seat. */
  readonly rejecting: readonly ReadonlySet<ExternalId>[];
  /** Whether a rejection is a veto there, and was given. */
  readonly vetoed: readonly boolean[];
  readonly numberOf: (person: ExternalId) => number;
  readonly unitOf: (person: ExternalId) => number;
}

/** When an approval of a seat, given at an instant, ends; undefined where it never does. */
export type ExpiryOf = (
  seat: Seat,
  given: Instant,
) => { readonly until: Instant; readonly expired: boolean } | undefined;

export function ballotOf(seats: readonly Seat[], standing: readonly Standing[], expiryOf: ExpiryOf): Ballot {
  const approving = standing.filter(({ vote }) => vote.vote === 'approve');
  const { numberOf, unitOf } = unitsOf(approving);
  const approvals = approving.flatMap((each) =>
    each.seats.map((seat): Approval => {
      const ends = expiryOf(seats[seat]!, each.vote.at) ?? { expired: false };
      return { standing: each, seat, unit: unitOf(each.person), ...ends };
    }),
  );
  const rejecting = seats.map(() => new Set<ExternalId>());
  for (const { vote, person, seats: of } of standing) {
    if (vote.vote === 'reject') for (const seat of of) rejecting[seat]!.add(person);
  }
  const vetoed = seats.map(({ asks }, seat) => asks.veto === true && rejecting[seat]!.size > 0);
  return { approvals, rejecting, vetoed, numberOf, unitOf };
}

/** Numbers people, and joins whoever approves for another with that person: union-find by halving paths. */
function unitsOf(approving: readonly Standing[]): Pick<Ballot, 'numberOf' | 'unitOf'> {
  const numbers = new Map<ExternalId, number>();
  const above: number[] = [];
  const numberOf = (person: ExternalId) => {
    const known = numbers.get(person);
    if (known !== undefined) return known;
    numbers.set(person, above.length);
    return above.push(above.length) - 1;
  };
  const unitOf = (person: ExternalId) => {
    let unit = numberOf(person);
    while (above[unit] !== unit) {
      above[unit] = above[above[unit]!]!;
      unit = above[unit]!;
    }
    return unit;
  };
  for (const { vote, person } of approving) above[unitOf(vote.by)] = unitOf(person);
  return { numberOf, unitOf };
}
