import { cellsBetween, commonCells, otherCells, relationOf } from '../cell-set.js';
import type { Box, CompiledPolicy } from '../compiled.js';
import { possibleBoxes } from '../match.js';
import { compareOutcomes, joinOutcomes } from '../strictness.js';
import type { Outcome } from '../types.js';
import type { Domains } from './costs.js';
import type { Goal, Wanted } from './goal.js';
import type { Budget } from './search.js';

/** What is left of the rules when some axes are free and the others stay at their cells. */
export interface Field {
  readonly goal: Goal;
  readonly spoilers: readonly Box[];
  readonly helpers: readonly Box[];
  /** Takes the spoilers that left nothing of some part, so that it is known why there is nothing. */
  readonly stuck: Set<Box>;
}

/** A part of the requests that a search still has to look at. */
export interface Part {
  readonly field: Field;
  readonly domains: Domains;
  /** Boxes that may spoil it, those of rules from one on left aside. */
  readonly spoilers: readonly Box[];
  readonly until: number;
  /** The join of the helpers that the part is in, and where in the list of helpers further ones begin. */
  readonly joined: Outcome | undefined;
  readonly next: number;
}

/** Lays out the requests in which some axes have any of their cells and the others the request's own (-1 where unknown). */
export function createField(
  { tables, axes, definition }: CompiledPolicy,
  goal: Goal,
  current: readonly number[],
  free: readonly boolean[],
  stuck: Set<Box>,
): Part {
  const possible = possibleBoxes(
    tables,
    current.map((cell, axis) => (free[axis] ? -1 : cell)),
  );
  const spoilers = possible.filter(({ rule }) => goal.spoils[rule]);
  // What hangs on a fact that stays absent may spoil, but is not sure to help.
  const isSure = ({ axes, cells }: Box): boolean =>
    axes.every((axis, place) => cells[place]!.length > 0 && (free[axis] || current[axis]! >= 0));
  const isFirst = definition.hit === 'first' && goal.helps !== undefined;
  const stop = isFirst ? spoilers.find(({ axes }) => !axes.some((axis) => free[axis])) : undefined;
  if (stop !== undefined) stuck.add(stop);
  const last = stop?.rule ?? Number.POSITIVE_INFINITY;
  const helpers = possible.filter((box) => goal.helps?.[box.rule] && box.rule < last && isSure(box));
  const domains = axes.map(({ cells }, axis) => (free[axis] ? cellsBetween(0, cells) : undefined));
  const field = { goal, spoilers, helpers, stuck };
  // Where the first match decides, what spoils hangs on the rule that helps.
  return {
    field,
    domains,
    spoilers,
    until: isFirst ? 0 : Number.POSITIVE_INFINITY,
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
  return {
    parts: [inside, outside].map((cells) => {
      const narrower = [...domains];
      narrower[axis] = cells;
      return { ...part, domains: narrower, spoilers: open };
    }),
  };
}

/** The parts in which one helper more holds. */
function byHelper(
  { definition, rules }: CompiledPolicy,
  part: Part,
  domains: Domains,
  open: readonly Box[],
  budget: Budget,
): readonly Part[] {
  const { field, joined, until } = part;
  const parts: Part[] = [];
  budget.steps -= field.helpers.length - part.next;
  for (let next = part.next; next < field.helpers.length; next++) {
    const helper = field.helpers[next]!;
    const met = meet(domains, helper);
    if (met === undefined) continue;
    const outcome = rules[helper.rule]!.definition.then;
    const both = joinOutcomes(joined ?? outcome, outcome);
    if (joined !== undefined && compareOutcomes(both, joined) === 'equal') continue;
    const left =
      definition.hit === 'first' ? { spoilers: field.spoilers, until: helper.rule } : { spoilers: open, until };
    parts.push({ field, domains: met, ...left, joined: both, next: next + 1 });
  }
  return parts;
}

/** The cells that domains share with a box; undefined where they share none. */
function meet(domains: Domains, { axes, cells }: Box): Domains | undefined {
  const met = [...domains];
  for (const [place, axis] of axes.entries()) {
    const domain = met[axis];
    if (domain === undefined) continue;
    const common = commonCells(domain, cells[place]!);
    if (common.length === 0) return undefined;
    met[axis] = common;
  }
  return met;
}

/** Domains without what one spoiler alone rules out, and the spoilers that are left; undefined where nothing is left. */
function settle(
  { field, domains: before, spoilers, until }: Part,
  budget: Budget,
): { readonly domains: Domains; readonly open: readonly Box[] } | undefined {
  const domains = [...before];
  let boxes = spoilers;
  for (let isNarrower = true; isNarrower; ) {
    isNarrower = false;
    budget.steps -= boxes.length;
    const open: Box[] = [];
    for (const box of boxes) {
      if (box.rule >= until) break;
      const place = openPlace(domains, box);
      if (place === apart) continue;
      if (place === several) {
        open.push(box);
        continue;
      }
      field.stuck.add(box);
      if (place === none) return undefined;
      const axis = box.axes[place]!;
      domains[axis] = commonCells(domains[axis]!, otherCells(box.cells[place]!, 2 ** 31 - 1));
      isNarrower = true;
    }
    boxes = open;
  }
  return { domains, open: boxes };
}

const none = -1;
const several = -2;
const apart = -3;

/** The place of the only axis on which a box holds in some of the domain's cells and not in others. */
function openPlace(domains: Domains, { axes, cells }: Box): number {
  let found = none;
  for (let place = 0; place < axes.length; place++) {
    const domain = domains[axes[place]!];
    if (domain === undefined) continue;
    const relation = relationOf(domain, cells[place]!);
    if (relation === 0) return apart;
    if (relation === 1) found = found === none ? place : several;
  }
  return found;
}

/** How many proofs are kept with a policy. */
const mostKept = 64;

/**
 * Whether some request gets what is wanted; true as well where the budget ends first. What is found is kept with the policy,
 * and so is what it took: finding it again costs the budget as much as the first time, so that no call's answer hangs on others.
 */
export function isAnywhere(policy: CompiledPolicy, wanted: Wanted, goals: readonly Goal[], budget: Budget): boolean {
  const kept = policy.proofs.get(wanted.key);
  if (kept !== undefined) {
    budget.steps -= kept.steps;
    return budget.steps < 0 || kept.isFound;
  }
  const before = budget.steps;
  const free = policy.axes.map(() => true);
  const stack = goals.map((goal) => createField(policy, goal, [], free, new Set()));
  let isFound = false;
  for (let part = stack.pop(); part !== undefined && !isFound; part = stack.pop()) {
    const { done, parts } = searchPart(policy, wanted, part, budget);
    if (budget.steps < 0) return true;
    isFound = done !== undefined;
    stack.push(...parts);
  }
  if (policy.proofs.size < mostKept) policy.proofs.set(wanted.key, { isFound, steps: before - budget.steps });
  return isFound;
}
