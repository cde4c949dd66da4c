import type { Outcome, Requirement } from '../types.js';

/** Says whether one approval of a role is all that an outcome asks for, or nothing at all. */
export function isAlone(outcome: Outcome, role: string): boolean {
  if (outcome.kind !== 'requires') return outcome.kind === 'autonomous';
  const [only, ...others] = outcome.requirements;
  return only !== undefined && others.length === 0 && isGivenBy(only, role);
}

/** A fraction of those who hold a role may be more than one of them, named people need not hold it. */
function isGivenBy(requirement: Requirement, role: string): boolean {
  if ('any' in requirement) return requirement.any.some((one) => isGivenBy(one, role));
  if ('all' in requirement) return requirement.all.length === 1 && isGivenBy(requirement.all[0]!, role);
  return 'role' in requirement && requirement.role === role && requirement.quorum === 1;
}
