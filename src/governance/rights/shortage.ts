import { type Day, instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { Directory } from '../../organization/types.js';
import { assessApproval } from '../approvals/assess.js';
import type { Requirement } from '../types.js';

/** That fewer people may approve than must. */
export interface TooFew {
  /** The roles that are too much together; none where people are named. */
  readonly roles: readonly Name[];
  /** Who there is. */
  readonly people: readonly ExternalId[];
  readonly needed: number;
}

/** No id of anybody: ids have no control characters. */
const nobody = '\u0000';

/** Where people are too few for the requirements on a day, were nobody of them excluded; undefined where they are enough. */
export function tooFewOn(requirements: readonly Requirement[], directory: Directory, on: Day): TooFew | undefined {
  const all = requirements.map(withoutExpiry);
  const subject = { id: nobody, revision: nobody, requester: nobody };
  return assessApproval({ all }, subject, [], { directory, at: instant(`${on}T00:00:00Z`) }).shortage;
}

/** That approvals expire, which takes a calendar to say when, changes nothing about who may give them. */
export function withoutExpiry(requirement: Requirement): Requirement {
  if ('all' in requirement) return { all: requirement.all.map(withoutExpiry) };
  if ('any' in requirement) return { any: requirement.any.map(withoutExpiry) };
  const { expiresAfter: _, ...rest } = requirement;
  return rest;
}

/** The same of what is certain without a directory: more approvals of named people than there are names. */
export function tooFewNamed(requirements: readonly Requirement[]): TooFew | undefined {
  for (const requirement of requirements) {
    const found = tooFewIn(requirement);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tooFewIn(requirement: Requirement): TooFew | undefined {
  if ('all' in requirement) return tooFewNamed(requirement.all);
  if ('any' in requirement) {
    const found = requirement.any.map(tooFewIn);
    return found.includes(undefined) ? undefined : found[0];
  }
  if (!('people' in requirement) || typeof requirement.quorum !== 'number') return undefined;
  const people = [...new Set(requirement.people)];
  return people.length < requirement.quorum ? { roles: [], people, needed: requirement.quorum } : undefined;
}
