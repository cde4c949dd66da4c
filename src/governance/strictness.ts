import { canonicalJson } from '../foundation/canonical-json.js';
import { compareTexts } from '../foundation/compare.js';
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
 * requirements of one role become one with the higher quorum, a veto where one has it and everybody excluded by either, but
 * for fractions of people who are not the same: those stand side by side.
 */
export function joinOutcomes(a: Outcome, b: Outcome): Outcome {
  if (a.kind !== 'requires' || b.kind !== 'requires') return rankOf(a) >= rankOf(b) ? a : b;
  return { kind: 'requires', requirements: joinedRequirements([...a.requirements, ...b.requirements]) };
}

/** Joins any number of outcomes, in time that grows with what they ask; undefined where there are none. */
export function joinAll(outcomes: readonly Outcome[]): Outcome | undefined {
  const [first, ...rest] = outcomes;
  const strictest = first && rest.reduce((a, b) => (rankOf(a) >= rankOf(b) ? a : b), first);
  if (strictest?.kind !== 'requires') return strictest;
  const asking = outcomes.filter((outcome) => outcome.kind === 'requires');
  if (asking.length === 1) return strictest;
  return { kind: 'requires', requirements: joinedRequirements(asking.flatMap(({ requirements }) => requirements)) };
}

function joinedRequirements(requirements: readonly Requirement[]): readonly Requirement[] {
  const joined = new Map<string, Requirement>();
  for (const requirement of requirements) {
    const key = mergeKey(requirement);
    const other = joined.get(key);
    joined.set(key, other === undefined ? requirement : merged(other, requirement));
  }
  return [...joined.values()];
}

/** The outcome with each role asked once: a list that names a role twice is as one that names it once. */
export function normal(outcome: Outcome): Outcome {
  return joinOutcomes(outcome, outcome);
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
  return joinedRequirements(outcome.requirements).map(requirementKey).sort().join();
}

function requirementKey(requirement: Requirement): string {
  if ('all' in requirement) return `all(${requirement.all.map(requirementKey).sort().join()})`;
  if ('any' in requirement) return `any(${requirement.any.map(requirementKey).sort().join()})`;
  const { veto, exclude, ...rest } = requirement;
  const people = 'people' in rest ? { people: [...new Set(rest.people)].sort() } : {};
  const excluded = exclude?.length ? { exclude: [...new Set(exclude)].sort() } : {};
  return canonicalJson({ ...rest, ...people, ...excluded, ...(veto && { veto }) });
}

/** Shared by requirements that become one: equal ones, and those of one role whose quorums and terms can be compared. */
function mergeKey(requirement: Requirement): string {
  if (!('role' in requirement)) return requirementKey(requirement);
  const { role, quorum, expiresAfter = null, exclude = [] } = requirement;
  if (typeof quorum === 'number' && expiresAfter === null) return role;
  // A fraction is of those who may approve: where fewer may, the same fraction asks for fewer.
  const fractionWithout = typeof quorum === 'number' ? null : [...new Set(exclude)].sort();
  return canonicalJson({ role, expiresAfter, fractionWithout });
}

function merged(a: Requirement, b: Requirement): Requirement {
  if (!('role' in a && 'role' in b)) return a;
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
  return rankOf(outcome) - rankOf(other) || lengthOf(outcome) - lengthOf(other) || compareTexts(key, otherKey);
}

function lengthOf(outcome: Outcome): number {
  return outcome.kind === 'requires' ? outcome.requirements.length : 0;
}
