import type { ApprovalSubject, ApprovalVote, Delegation, Requirement } from 'keelson/governance';
import type { DirectoryDefinition } from 'keelson/organization';
import { naive as naiveDirectory } from './organization.js';

type Leaf = Exclude<Requirement, { all: unknown } | { any: unknown }>;

/** What is known of an approval by trying everything. Time is real time: `expiresAfter` is read in minutes. */
export interface NaiveApproval {
  readonly status: string;
  /** What becomes of each vote; approvals that are good are `stands`, wherever they are counted, if at all. */
  readonly fates: ReadonlyMap<string, string>;
}

export function naiveApproval(
  requirement: Requirement,
  subject: ApprovalSubject,
  votes: readonly ApprovalVote[],
  given: { stored: DirectoryDefinition; delegations: readonly Delegation[]; at: string },
): NaiveApproval {
  const { stored, delegations, at } = given;
  const directory = naiveDirectory(stored);
  const on = at.slice(0, 10);
  const leaves = leavesOf(requirement);
  const fates = new Map<string, string>();

  const holders = (leaf: Leaf) =>
    'role' in leaf
      ? directory.peopleInRole(leaf.role, on, subject.team)
      : [...new Set(leaf.people)].filter((person) => directory.isPresent(person, on));
  const isExcluded = (leaf: Leaf, person: string) =>
    (leaf.exclude ?? []).some(
      (group) =>
        (group === 'requester' && person === subject.requester) ||
        (group === 'owner' && person === subject.owner) ||
        (group === 'contributors' && (subject.contributors ?? []).includes(person)),
    );
  const eligible = (leaf: Leaf) => holders(leaf).filter((person) => !isExcluded(leaf, person));
  const needOf = ({ quorum }: Leaf, people: number) => {
    if (typeof quorum === 'number') return quorum;
    for (let need = 1; ; need++) if (need >= quorum.fraction * people - 1e-9) return need;
  };

  /** All ways of handing on, one by one. */
  function mayAct(by: string, principal: string, role: string | undefined, day: string, steps: number): boolean {
    if (by === principal) return true;
    if (steps === 0) return false;
    return delegations.some(
      (one) =>
        one.from === principal &&
        (one.role === undefined || one.role === role) &&
        (one.fromDay === undefined || one.fromDay <= day) &&
        (one.toDay === undefined || day < one.toDay) &&
        one.to !== subject.requester &&
        directory.isPresent(one.to, on) &&
        mayAct(by, one.to, role, day, steps - 1),
    );
  }

  const sorted = [...votes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  const personOf = (vote: ApprovalVote) => vote.onBehalfOf ?? vote.by;
  const speaksFor = new Map<ApprovalVote, readonly Leaf[]>();
  let live: ApprovalVote[] = [];
  for (const vote of sorted) {
    const person = personOf(vote);
    const roleOf = (leaf: Leaf) => ('role' in leaf ? leaf.role : undefined);
    const held = leaves.filter(
      (leaf) => (vote.role === undefined || vote.role === roleOf(leaf)) && holders(leaf).includes(person),
    );
    const acted = held.filter((leaf) => mayAct(vote.by, person, roleOf(leaf), vote.at.slice(0, 10), 3));
    const free = acted.filter((leaf) => !isExcluded(leaf, person) && !isExcluded(leaf, vote.by));
    const refusals: readonly (readonly [boolean, string])[] = [
      [Date.parse(vote.at) > Date.parse(at), 'from-the-future'],
      [vote.revision !== subject.revision, 'older-revision'],
      [held.length === 0 || !directory.isPresent(vote.by, on), 'not-eligible'],
      [acted.length === 0, 'delegation-not-valid'],
      [free.length === 0, 'own-request'],
    ];
    const refusal = refusals.find(([applies]) => applies);
    if (refusal !== undefined) fates.set(vote.id, refusal[1]);
    else if (vote.vote === 'withdraw') {
      const own = live.filter((one) => personOf(one) === person && (!vote.role || one.role === vote.role));
      const last = own.at(-1);
      fates.set(vote.id, last === undefined ? 'nothing-to-withdraw' : 'stands');
      if (last !== undefined) fates.set(last.id, 'withdrawn');
      live = live.filter((one) => one !== last);
    } else {
      speaksFor.set(vote, free);
      live.push(vote);
    }
  }

  const latestFor = (leaf: Leaf, person: string) =>
    live.filter((vote) => personOf(vote) === person && speaksFor.get(vote)!.includes(leaf)).at(-1);
  const standsFor = (vote: ApprovalVote) => leaves.filter((leaf) => latestFor(leaf, personOf(vote)) === vote);
  const standing = live.filter((vote) => standsFor(vote).length > 0);
  const expires = (vote: ApprovalVote, leaf: Leaf) =>
    leaf.expiresAfter !== undefined &&
    Date.parse(at) >= Date.parse(vote.at) + leaf.expiresAfter.workingMinutes! * 60_000;
  for (const vote of live) {
    if (!standing.includes(vote)) fates.set(vote.id, 'duplicate');
    else if (vote.vote === 'approve' && standsFor(vote).every((leaf) => expires(vote, leaf)))
      fates.set(vote.id, 'expired');
    else fates.set(vote.id, 'stands');
  }

  const approving = standing.filter(({ vote }) => vote === 'approve');
  const rejects = (person: string, leaf: Leaf) =>
    standing.some((vote) => vote.vote === 'reject' && personOf(vote) === person && standsFor(vote).includes(leaf));
  const vetoed = (leaf: Leaf) => leaf.veto === true && eligible(leaf).some((person) => rejects(person, leaf));

  /** Whoever is tied to a person by a vote for another, again and again. */
  function tiedTo(person: string): string[] {
    const tied = [person];
    for (const one of tied) {
      for (const vote of approving) {
        const both = [vote.by, personOf(vote)];
        if (both.includes(one)) tied.push(...both.filter((other) => !tied.includes(other)));
      }
    }
    return [...new Set(tied)].sort();
  }

  const approvers = (leaf: Leaf, withExpired: boolean) =>
    vetoed(leaf)
      ? []
      : approving
          .filter((vote) => standsFor(vote).includes(leaf) && (withExpired || !expires(vote, leaf)))
          .map((vote) => tiedTo(personOf(vote)).join());
  const open = (leaf: Leaf) => (vetoed(leaf) ? [] : eligible(leaf).filter((person) => !rejects(person, leaf)));

  function met(fillers: (leaf: Leaf) => readonly string[]): boolean | undefined {
    const able = leaves.map(fillers);
    const everybody = [...new Set(able.flat())];
    const need = (leaf: Leaf) => needOf(leaf, eligible(leaf).length);
    const tryFrom = (index: number, got: readonly number[]): boolean | undefined => {
      if (index === everybody.length) return holds(requirement, (leaf) => got[leaves.indexOf(leaf)]! >= need(leaf));
      const results = [tryFrom(index + 1, got)];
      for (const [leaf, people] of able.entries()) {
        if (people.includes(everybody[index]!)) {
          results.push(
            tryFrom(
              index + 1,
              got.map((count, at) => (at === leaf ? count + 1 : count)),
            ),
          );
        }
      }
      return results.includes(true) ? true : results[0];
    };
    return tryFrom(
      0,
      leaves.map(() => 0),
    );
  }

  const ladder = [
    ['approved', (leaf: Leaf) => approvers(leaf, false)],
    ['expired', (leaf: Leaf) => approvers(leaf, true)],
    ['pending', open],
    ['rejected', eligible],
  ] as const;
  const asksForNothing = holds(requirement, () => true) === undefined;
  const reached = ladder.find(([, fillers]) => met(fillers) === true)?.[0] ?? 'unsatisfiable';
  return { status: asksForNothing ? 'not-applicable' : reached, fates };
}

function leavesOf(requirement: Requirement): Leaf[] {
  if ('all' in requirement) return requirement.all.flatMap(leavesOf);
  if ('any' in requirement) return requirement.any.flatMap(leavesOf);
  return [requirement];
}

/** Undefined where nothing is asked for. */
function holds(requirement: Requirement, leafHolds: (leaf: Leaf) => boolean): boolean | undefined {
  if (!('all' in requirement || 'any' in requirement)) return leafHolds(requirement);
  const parts = ('all' in requirement ? requirement.all : requirement.any)
    .map((part) => holds(part, leafHolds))
    .filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return 'all' in requirement ? !parts.includes(false) : parts.includes(true);
}
