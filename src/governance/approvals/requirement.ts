import { keelsonError } from '../../foundation/error.js';
import type { PeopleRequirement, Requirement, RoleRequirement } from '../types.js';
import type { RequirementPath } from './types.js';

/** A part that asks for people, with its place. */
export interface Leaf {
  readonly path: RequirementPath;
  readonly asks: RoleRequirement | PeopleRequirement;
}

/** A leaf, by its index. */
export interface LeafPart {
  readonly kind: 'leaf';
  readonly leaf: number;
}

/** One of several has to be met. */
export interface Choice {
  readonly kind: 'any';
  readonly parts: readonly (LeafPart | Group)[];
}

/** Several have to be met together. */
export interface Group {
  readonly kind: 'all';
  readonly parts: readonly (LeafPart | Choice)[];
}

/** A part that asks for something; groups and choices alternate, and have two parts or more. */
export type Part = LeafPart | Choice | Group;

/** A requirement without what asks for nothing. */
export interface RequirementTree {
  /** In the order of the requirement. */
  readonly leaves: readonly Leaf[];
  /** Absent where nothing is asked for. */
  readonly root?: Part;
}

/** Twice as deep as what the door of policies lets through. */
const mostLevels = 256;

export function readRequirement(requirement: Requirement): RequirementTree {
  const leaves: Leaf[] = [];

  // Depth is limited, so that it may recurse.
  function read(part: Requirement, path: RequirementPath): Part | undefined {
    if (path.length > 2 * mostLevels) {
      throw keelsonError('governance/requirement-too-deep', `requirements are nested deeper than ${mostLevels} levels`);
    }
    if ('all' in part) {
      const parts = part.all.flatMap((each, index) => read(each, [...path, 'all', index]) ?? []);
      const flat = parts.flatMap((each) => (each.kind === 'all' ? each.parts : [each]));
      return flat.length < 2 ? flat[0] : { kind: 'all', parts: flat };
    }
    if ('any' in part) {
      const parts = part.any.flatMap((each, index) => read(each, [...path, 'any', index]) ?? []);
      const flat = parts.flatMap((each) => (each.kind === 'any' ? each.parts : [each]));
      return flat.length < 2 ? flat[0] : { kind: 'any', parts: flat };
    }
    leaves.push({ path, asks: part });
    return { kind: 'leaf', leaf: leaves.length - 1 };
  }

  const root = read(requirement, []);
  return { leaves, ...(root !== undefined && { root }) };
}
