import { keelsonError } from '../../foundation/error.js';
import type { PeopleRequirement, Requirement, RoleRequirement } from '../types.js';
import type { RequirementPath } from './types.js';

/** A part that asks for people, with its place. */
export interface Leaf {
  readonly path: RequirementPath;
  readonly asks: RoleRequirement | PeopleRequirement;
}

/** A requirement as the ways to meet it: each a list of leaves, by their index, that have to be met together. */
export interface Ways {
  readonly leaves: readonly Leaf[];
  readonly ways: readonly (readonly number[])[];
}

const most = { depth: 64, ways: 1_000 };

/**
 * Lists the ways to meet a requirement, in its own order. What asks for nothing is in none of them, and where that is all
 * there is, there is no way. To give different people to the parts of several alternatives is as hard as packing sets, so
 * that the ways are listed and counted, and too many are refused.
 */
export function waysToMeet(requirement: Requirement): Ways {
  const leaves: Leaf[] = [];

  // Depth is limited, so that it may recurse.
  function expand(part: Requirement, path: RequirementPath): readonly (readonly number[])[] {
    if (path.length > 2 * most.depth) {
      throw keelsonError('governance/requirement-too-deep', `requirements are nested deeper than ${most.depth}`);
    }
    if ('all' in part) {
      const parts = part.all.map((each, index) => expand(each, [...path, 'all', index]));
      return parts.filter((ways) => ways.length > 0).reduce(joined, []);
    }
    if ('any' in part) return limited(part.any.flatMap((each, index) => expand(each, [...path, 'any', index])));
    leaves.push({ path, asks: part });
    return [[leaves.length - 1]];
  }

  const ways = expand(requirement, []);
  return { leaves, ways };
}

function joined(
  ways: readonly (readonly number[])[],
  more: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  if (ways.length === 0) return more;
  checkCount(ways.length * more.length);
  return ways.flatMap((way) => more.map((next) => [...way, ...next]));
}

function limited(ways: readonly (readonly number[])[]): readonly (readonly number[])[] {
  checkCount(ways.length);
  return ways;
}

function checkCount(count: number): void {
  if (count <= most.ways) return;
  const message = `there are more than ${most.ways} ways to meet the requirement; ask for fewer alternatives at once`;
  throw keelsonError('governance/requirement-too-wide', message);
}
