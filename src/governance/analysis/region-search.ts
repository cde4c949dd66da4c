import { cellsBetween, commonCells, otherCells, relationOf } from '../cell-set.js';
import type { Box, CompiledPolicy } from '../compiled.js';
import { possibleBoxes } from '../match.js';
import { joinOutcomes } from '../strictness.js';
import type { Outcome } from '../types.js';
import type { Domains } from './costs.js';
import type { Goal, Wanted } from './goal.js';
import type { Budget } from './search.js';

/** What is left of the rules when some axes are free and the others stay at their cells. */
export interface Field {
  readonly goal: Goal;
  readonly spoilers: readonly Box[];
  readonly helpers: readonly Box[];
  /** Takes the boxes that left nothing of some part, so that it is known why there is nothing. */
  readonly blame: (box: Box) => void;
}

/** A part of the requests that a search still has to look at. */
export interface Part {
  readonly field: Field;
  readonly domains: Domains;
  /** Boxes that may spoil it. */
  readonly spoilers: readonly Box[];
  /** The join of the helpers that the part is in, and where in the list of helpers further ones begin. */
  readonly joined: Outcome | undefined;
  readonly next: number;
}

/** Lays out the requests in which some axes have any of their cells and the others the request's own (-1 where unknown). */
export function createField(
  { tables, axes, definition }: CompiledPolicy,
  goal: Goal,
  current: readonly number[],
  isFree: (axis: number) => boolean,
  blame: (box: Box) => void,
): Part {
  const free = axes.map((_, axis) => isFree(axis));
  const possible = possibleBoxes(
    tables,
    current.map((cell, axis) => (free[axis] ? -1 : cell)),
  );
  const spoilers = possible.filter(({ rule }) => goal.spoils[rule]);
  // What hangs on a fact that stays absent may spoil, but is not sure to help.
  const isSure = ({ axes, cells }: Box): boolean =>
    axes.every((axis, place) => cells[place]!.length > 0 && (free[axis] || current[axis]! >= 0));
  const helpers = goal.helps ? possible.filter((box) => goal.helps![box.rule] && isSure(box)) : [];
  const domains = axes.map(({ cells }, axis) => (free[axis] ? cellsBetween(0, cells) : undefined));
  const field = { goal, spoilers, helpers, blame };
  // Where the first match decides, what spoils hangs on the rule that helps.
  return {
    field,
    domains,
    spoilers: definition.hit === 'first' && goal.helps ? [] : spoilers,
    joined: undefined,
    next: 0,
  };
}

/**
 * Narrows a part to what no single spoiler rules out (unit propagation: Davis, Logemann and Loveland, 1962) and splits it, by the
 * helpers as long as one is lacking, then by a spoiler; `done` where nothing spoils it any more.
 */
export function searchPart(
  policy: CompiledPolicy,
  wanted: Wanted,
  part: Part,
  budget: Budget,
): { readonly done?: Domains; readonly parts: readonly Part[] } {
  const settled = settle(part, budget);
  if (settled === undefined) return { parts: [] };
  const { domains, open } = settled;
  const { field, joined } = part;
  if (field.goal.helps !== undefined && (joined === undefined || !wanted.isMet(joined))) {
    return { parts: byHelper(policy, part, domains, open, budget) };
  }
  const [first] = open;
  if (first === undefined) return { done: domains, parts: [] };
  const place = first.axes.findIndex(
    (axis, index) => domains[axis] && relationOf(domains[axis], first.cells[index]!) === 1,
  );
  const axis = first.axes[place]!;
  const own = first.cells[place]!;
  const outside = commonCells(domains[axis]!, otherCells(own, policy.axes[axis]!.cells));
  const inside = commonCells(domains[axis]!, own);
  return { parts: [inside, outside].map((cells) => ({ ...part, domains: domains.with(axis, cells), spoilers: open })) };
}
