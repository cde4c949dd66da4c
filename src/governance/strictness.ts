import { canonicalJson } from '../foundation/canonical-json.js';
import type { Excluded, Outcome, Requirement, RoleRequirement } from './types.js';

/** How one outcome stands to another: it asks for more, for less, for the same, or for something else. */
export type Strictness = 'equal' | 'stricter' | 'laxer' | 'other';

const ranks: Readonly<Record<Outcome['kind'], number>> = { autonomous: 0, requires: 1, forbidden: 2 };

/** Where an outcome's kind stands: 0 for the laxest. */
export function rankOf(outcome: Outcome): number {
  return ranks[outcome.kind];
}

/**
 * Joins two outcomes to the laxest one that is as strict as both: forbidden where one is, else every requirement of both. Two
 * requirements of one role become one with the higher quorum, a veto where one has it and everybody excluded by either.
 */
export function joinOutcomes(a: Outcome, b: Outcome): Outcome {
  if (a.kind !== 'requires' || b.kind !== 'requires') return rankOf(a) >= rankOf(b) ? a : b;
  const joined: Requirement[] = [];
  for (const requirement of [...a.requirements, ...b.requirements]) {
    const at = joined.findIndex((other) => mergesWith(other, requirement));
    if (at === -1) joined.push(requirement);
    else joined[at] = merged(joined[at] as RoleRequirement, requirement as RoleRequirement);
  }
  return { kind: 'requires', requirements: joined };
}

/** Compares what two outcomes ask for: `stricter` where the first asks for all that the second asks for, and more. */
export function compareOutcomes(a: Outcome, b: Outcome): Strictness {
  const [first, second, both] = [outcomeKey(a), outcomeKey(b), outcomeKey(joinOutcomes(a, b))];
  if (first === second) return 'equal';
  if (both === first) return 'stricter';
  return both === second ? 'laxer' : 'other';
}

/** A text that is equal for equal outcomes, whatever the order of their requirements and of who is excluded. */
export function outcomeKey(outcome: Outcome): string {
  if (outcome.kind !== 'requires') return outcome.kind;
  return [...new Set(outcome.requirements.map(requirementKey))].sort().join();
}

function requirementKey(requirement: Requirement): string {
  if ('all' in requirement) return `all(${requirement.all.map(requirementKey).sort().join()})`;
  if ('any' in requirement) return `any(${requirement.any.map(requirementKey).sort().join()})`;
  const { veto, exclude, ...rest } = requirement;
  const people = 'people' in rest ? { people: [...new Set(rest.people)].sort() } : {};
  const excluded = exclude?.length ? { exclude: [...new Set(exclude)].sort() } : {};
  return canonicalJson({ ...rest, ...people, ...excluded, ...(veto && { veto }) });
}

/** Two requirements of one role whose quorums and terms can be compared. */
function mergesWith(a: Requirement, b: Requirement): boolean {
  if (!('role' in a && 'role' in b) || a.role !== b.role) return requirementKey(a) === requirementKey(b);
  const quorums = typeof a.quorum === typeof b.quorum;
  return quorums && canonicalJson(a.expiresAfter ?? null) === canonicalJson(b.expiresAfter ?? null);
}

function merged(a: RoleRequirement, b: RoleRequirement): RoleRequirement {
  if (!('role' in a)) return a;
  const exclude = [...new Set<Excluded>([...(a.exclude ?? []), ...(b.exclude ?? [])])];
  return {
    ...a,
    quorum: sizeOf(a.quorum) >= sizeOf(b.quorum) ? a.quorum : b.quorum,
    ...((a.veto || b.veto) && { veto: true }),
    ...(exclude.length > 0 && { exclude }),
  };
}

function sizeOf(quorum: RoleRequirement['quorum']): number {
  return typeof quorum === 'number' ? quorum : quorum.fraction;
}

/** Each outcome once, laxest first: by kind, then by how much is required. */
export function sortedOutcomes(outcomes: readonly Outcome[]): readonly Outcome[] {
  if (outcomes.length < 2) return outcomes;
  const byKey = new Map(outcomes.map((outcome) => [outcomeKey(outcome), outcome]));
  return [...byKey].sort(laxestFirst).map(([, outcome]) => outcome);
}

function laxestFirst(
  [key, outcome]: readonly [string, Outcome],
  [otherKey, other]: readonly [string, Outcome],
): number {
  const ranks = rankOf(outcome) - rankOf(other) || lengthOf(outcome) - lengthOf(other);
  if (ranks !== 0 || key === otherKey) return ranks;
  return key < otherKey ? -1 : 1;
}

function lengthOf(outcome: Outcome): number {
  return outcome.kind === 'requires' ? outcome.requirements.length : 0;
}
