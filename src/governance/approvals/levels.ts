import type { ExternalId } from '../../foundation/names.js';
import type { Ballot } from './ballot.js';
import type { Seat } from './eligible.js';
import { type Asking, type Matching, match } from './matching.js';
import type { ApprovalStatus } from './types.js';

/** Who fills each seat, by number. */
export type Supply = readonly (readonly number[])[];

/** A way to meet a requirement, and how far somebody's supply meets it. */
export interface Attempt {
  /** The seats of the way; the askings are theirs, in the same order. */
  readonly way: readonly number[];
  readonly askings: readonly Asking[];
  readonly matching: Matching;
  /** How many are missing altogether. */
  readonly missing: number;
}

/** What a status takes: that some way is met by this supply. */
export interface Level {
  readonly status: ApprovalStatus;
  readonly supply: (seats: readonly Seat[], ballot: Ballot) => Supply;
}

export const approvedLevel: Level = {
  status: 'approved',
  supply: (seats, ballot) => approvalsOf(seats, ballot, ({ expired }) => !expired),
};

export const expiredLevel: Level = {
  status: 'expired',
  supply: (seats, ballot) => approvalsOf(seats, ballot, () => true),
};

/** Whoever has not rejected may still approve, one who abstained as well. */
export const pendingLevel: Level = {
  status: 'pending',
  supply: (seats, ballot) =>
    seats.map(({ eligible }, seat) =>
      ballot.vetoed[seat] ? [] : numbersOf(eligible, ballot, (person) => !ballot.rejecting[seat]!.has(person)),
    ),
};

export const rejectedLevel: Level = {
  status: 'rejected',
  supply: (seats, ballot) => seats.map(({ eligible }) => numbersOf(eligible, ballot, () => true)),
};

export function attempt(seats: readonly Seat[], way: readonly number[], supply: Supply): Attempt {
  const askings = way.map((seat) => ({ need: seats[seat]!.need, members: supply[seat]! }));
  const matching = match(askings);
  return { way, askings, matching, missing: matching.missing.reduce((sum, lacking) => sum + lacking, 0) };
}

function approvalsOf(
  seats: readonly Seat[],
  { approvals, vetoed }: Ballot,
  counts: (approval: Ballot['approvals'][number]) => boolean,
): Supply {
  const supply = seats.map(() => new Set<number>());
  for (const approval of approvals) {
    if (!vetoed[approval.seat] && counts(approval)) supply[approval.seat]!.add(approval.unit);
  }
  return supply.map((units) => [...units]);
}

function numbersOf(
  people: ReadonlySet<ExternalId>,
  { numberOf }: Ballot,
  counts: (person: ExternalId) => boolean,
): readonly number[] {
  return [...people].filter(counts).map(numberOf);
}
