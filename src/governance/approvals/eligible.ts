import type { Day } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import { isPresent } from '../../organization/presence.js';
import type { Directory } from '../../organization/types.js';
import type { ApprovalTerms, Excluded } from '../types.js';
import type { Leaf } from './requirement.js';
import type { ApprovalSubject } from './types.js';

/** A leaf with the people of the day. */
export interface Seat extends Leaf {
  /** Absent where it asks for named people. */
  readonly role?: Name;
  /** Who holds the role or is named, and is there. */
  readonly holders: ReadonlySet<ExternalId>;
  readonly excluded: ReadonlySet<ExternalId>;
  /** The holders who are not excluded. */
  readonly eligible: ReadonlySet<ExternalId>;
  /** How many of them have to approve; at least 1. */
  readonly need: number;
}

export function seatsOn(
  directory: Directory,
  on: Day,
  subject: ApprovalSubject,
  leaves: readonly Leaf[],
): readonly Seat[] {
  const inRole = new Map<Name, readonly ExternalId[]>();
  const { team } = subject;
  const holding = (role: Name) => {
    const known = inRole.get(role) ?? peopleInRole(directory, role, team === undefined ? { on } : { on, team });
    inRole.set(role, known);
    return known;
  };
  return leaves.map((leaf) => {
    const { asks } = leaf;
    const role = 'role' in asks ? { role: asks.role } : {};
    const named = 'role' in asks ? holding(asks.role) : asks.people.filter((id) => isPresent(directory, id, { on }));
    const holders = new Set(named);
    const excluded = excludedBy(asks.exclude ?? [], subject);
    const eligible = new Set([...holders].filter((id) => !excluded.has(id)));
    return { ...leaf, ...role, holders, excluded, eligible, need: needOf(asks.quorum, eligible.size) };
  });
}

function excludedBy(
  exclude: readonly Excluded[],
  { requester, contributors, owner }: ApprovalSubject,
): Set<ExternalId> {
  const people = {
    requester: [requester],
    contributors: contributors ?? [],
    owner: owner === undefined ? [] : [owner],
  };
  return new Set(exclude.flatMap((group) => people[group]));
}

/** Nothing that is asked for is met by nobody, and what is no number by no number of people. */
function needOf(quorum: ApprovalTerms['quorum'], people: number): number {
  // 0.07 of 100 is 7.000000000000001 in doubles, and is to be 7.
  const need = typeof quorum === 'number' ? Math.ceil(quorum) : Math.ceil(quorum.fraction * people - 1e-9);
  return Number.isFinite(need) ? Math.max(1, need) : Number.MAX_SAFE_INTEGER;
}
