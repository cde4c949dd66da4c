import { type Day, instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import { assessApproval } from '../../governance/approvals/assess.js';
import type { ApprovalShortage, ApprovalVote } from '../../governance/approvals/types.js';
import { withoutExpiry } from '../../governance/rights/shortage.js';
import type { Requirement } from '../../governance/types.js';
import { defineDirectory } from '../../organization/define.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import type { Directory } from '../../organization/types.js';
import type { VerifyOptions } from './types.js';

/** Somebody who approves, with those of the roles asked for that they hold; none where they are asked by name. */
export interface Voter {
  readonly person: ExternalId;
  readonly roles: readonly Name[];
}

/** That people are too few, and where. */
export interface Lack {
  readonly shortage: ApprovalShortage | undefined;
}

/** Who is there to approve and to hand in. */
export interface Staff {
  /** Why people are too few; undefined where they are enough, or not counted. Those who contributed may be excluded. */
  readonly lackFor: (requirements: readonly Requirement[], contributors: readonly ExternalId[]) => Lack | undefined;
  /** Whose approvals are enough; undefined where people are too few. */
  readonly votersFor: (
    requirements: readonly Requirement[],
    contributors: readonly ExternalId[],
  ) => readonly Voter[] | undefined;
  /** Who hands in for a role. */
  readonly contributorOf: (role: Name) => ExternalId;
  /** The one person who can hand in for a role; undefined where there are several, or none. */
  readonly onlyContributorOf: (role: Name) => ExternalId | undefined;
}

/** Those who are there; people made up for each role without a directory. */
export function createStaff({ directory, on }: Pick<VerifyOptions, 'directory' | 'on'>): Staff {
  if (directory === undefined || on === undefined) {
    const madeUp = (role: Name) => `${role}-1`;
    return {
      lackFor: () => undefined,
      votersFor: (requirements, contributors) =>
        votersIn(peopleFor(requirements, contributors.length), someDay, requirements, contributors),
      contributorOf: madeUp,
      onlyContributorOf: () => undefined,
    };
  }
  const holders = (role: Name) => peopleInRole(directory, role, { on });
  return {
    lackFor: (requirements, contributors) => {
      const { status, shortage } = assessed(directory, on, requirements, contributors, []);
      return status === 'unsatisfiable' ? { shortage } : undefined;
    },
    votersFor: (requirements, contributors) => votersIn(directory, on, requirements, contributors),
    contributorOf: (role) => holders(role).at(-1) ?? `${role}-1`,
    onlyContributorOf: (role) => {
      const [only, ...others] = holders(role);
      return others.length === 0 ? only : undefined;
    },
  };
}

const someDay = '2000-01-01' as Day;

function assessed(
  directory: Directory,
  on: Day,
  requirements: readonly Requirement[],
  contributors: readonly ExternalId[],
  votes: readonly ApprovalVote[],
) {
  const subject = { id: 'item', revision: '1', requester: '-', contributors };
  return assessApproval({ all: requirements.map(withoutExpiry) }, subject, votes, { directory, at: noon(on) });
}

function noon(on: Day) {
  return instant(`${on}T12:00:00Z`);
}

/** Asks one after another for what is still needed. */
function votersIn(
  directory: Directory,
  on: Day,
  requirements: readonly Requirement[],
  contributors: readonly ExternalId[],
): readonly Voter[] | undefined {
  const people = new Set<ExternalId>();
  for (;;) {
    const votes = [...people].map((by): ApprovalVote => ({ id: by, by, at: noon(on), vote: 'approve', revision: '1' }));
    const { status, stillNeeded } = assessed(directory, on, requirements, contributors, votes);
    if (status === 'approved' || status === 'not-applicable') break;
    const [needed] = stillNeeded;
    const next = needed?.candidates.filter((person) => !people.has(person)).slice(0, needed.number) ?? [];
    if (next.length === 0) return undefined;
    for (const person of next) people.add(person);
  }
  const asked = [...new Set(leavesOf(requirements).flatMap((leaf) => ('role' in leaf ? leaf.role : [])))];
  const holders = asked.map((role) => new Set(peopleInRole(directory, role, { on })));
  return [...people].map((person) => ({ person, roles: asked.filter((_, at) => holders[at]!.has(person)) }));
}

/** Those who are named, and as many people as it could take for each role, with some to spare for those who contributed. */
function peopleFor(requirements: readonly Requirement[], spare: number): Directory {
  const number = new Map<Name, number>();
  const named = new Set<ExternalId>();
  for (const leaf of leavesOf(requirements)) {
    if (!('role' in leaf)) {
      for (const person of leaf.people) named.add(person);
      continue;
    }
    const quorum = typeof leaf.quorum === 'number' ? leaf.quorum : 1;
    number.set(leaf.role, (number.get(leaf.role) ?? (leaf.exclude === undefined ? 0 : spare)) + quorum);
  }
  const assignments = [...number].flatMap(([role, people]) =>
    Array.from({ length: people }, (_, at) => ({ person: `${role}-${at + 1}`, role })),
  );
  const people = new Set([...named, ...assignments.map(({ person }) => person)]);
  return defineDirectory({
    people: [...people].map((id) => ({ id })),
    roles: [...number.keys()].map((id) => ({ id })),
    assignments,
  });
}

function leavesOf(requirements: readonly Requirement[]) {
  const leaves: Exclude<Requirement, { readonly all: unknown } | { readonly any: unknown }>[] = [];
  const open = [...requirements].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if ('all' in next) open.push(...[...next.all].reverse());
    else if ('any' in next) open.push(...[...next.any].reverse());
    else leaves.push(next);
  }
  return leaves;
}
