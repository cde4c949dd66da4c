import { normal } from '../strictness.js';
import type { Outcome, Requirement } from '../types.js';
import type { Approver } from './types.js';

/** What an outcome asks for; nothing where it asks nobody. */
export function requirementsOf(outcome: Outcome): readonly Requirement[] {
  const asked = normal(outcome);
  return asked.kind === 'requires' ? asked.requirements : [];
}

/** Everybody whom requirements name, in their order. Depth is limited by the door of policies, so that it may recurse. */
export function approversIn(requirements: readonly Requirement[], alternative = false): readonly Approver[] {
  return requirements.flatMap((requirement) => {
    if ('all' in requirement) return approversIn(requirement.all, alternative);
    if ('any' in requirement) return approversIn(requirement.any, alternative || requirement.any.length > 1);
    const { quorum, veto } = requirement;
    const who = 'role' in requirement ? { role: requirement.role } : { people: requirement.people };
    return { ...who, quorum, ...(veto && { veto }), ...(alternative && { alternative: true as const }) };
  });
}

/** How many parts decide on one way to meet a requirement, and how many more hold a veto; 2 stands for all that is more. */
type Way = readonly [deciders: number, vetoes: number];

/**
 * Whether whatever way is taken leaves the decision to more than one part, so that none has the last word. Parts with a veto
 * agree and leave the decision to the others, if there are any.
 */
export function isShared(requirements: readonly Requirement[]): boolean {
  const ways = waysOfAll(requirements);
  return ways.every(([deciders, vetoes]) => (deciders === 0 ? vetoes : deciders) > 1);
}

function waysOf(requirement: Requirement): readonly Way[] {
  if ('all' in requirement) return waysOfAll(requirement.all);
  if ('any' in requirement) return distinct(requirement.any.flatMap(waysOf));
  return [requirement.veto ? [0, 1] : [1, 0]];
}

function waysOfAll(requirements: readonly Requirement[]): readonly Way[] {
  return requirements.reduce<readonly Way[]>(
    (ways, requirement) => {
      const more = waysOf(requirement);
      return distinct(ways.flatMap(([a, b]) => more.map(([c, d]): Way => [Math.min(2, a + c), Math.min(2, b + d)])));
    },
    [[0, 0]],
  );
}

/** Numbers end at 2, so that there are nine ways at most. */
function distinct(ways: readonly Way[]): readonly Way[] {
  return [...new Map(ways.map((way) => [way.join(), way])).values()];
}
