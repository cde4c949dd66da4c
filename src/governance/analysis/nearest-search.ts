import { commonCells, hasCell, otherCells } from '../cell-set.js';
import type { Box, CompiledPolicy } from '../compiled.js';
import { openMatches } from '../match.js';
import { compareOutcomes, joinOutcomes, rankOf } from '../strictness.js';
import type { Outcome } from '../types.js';
import type { Held, Pricing } from './costs.js';
import { createQueue } from './queue.js';
import type { Budget } from './search.js';

/** Cells at which a policy decides as wanted, and what it costs at least to be there. */
export interface NearestPoint {
  readonly cells: readonly number[];
  readonly cost: number;
}

/** What is wanted of an outcome. */
export interface Wanted {
  /** The outcome will do as it is. */
  readonly isMet: (outcome: Outcome) => boolean;
  /** Joined with others, the outcome may still do. */
  readonly allows: (outcome: Outcome) => boolean;
}

export function wantedOf(wanted: Outcome['kind'] | Outcome): Wanted {
  if (typeof wanted !== 'string') {
    const isAtMost = (outcome: Outcome): boolean => ['equal', 'laxer'].includes(compareOutcomes(outcome, wanted));
    return { isMet: (outcome) => compareOutcomes(outcome, wanted) === 'equal', allows: isAtMost };
  }
  const rank = { autonomous: 0, requires: 1, forbidden: 2 }[wanted];
  return { isMet: ({ kind }) => kind === wanted, allows: (outcome) => rankOf(outcome) <= rank };
}

interface Open {
  readonly held: Held;
  /** No rule may hold: what is wanted comes from `otherwise`. */
  readonly bare: boolean;
}

/**
 * Yields points at which the policy decides as wanted, the cheapest first, ending early when the budget does. Best first (Hart,
 * Nilsson and Raphael, 1968): of the regions left, the one whose cheapest point costs least is looked at there; if a rule is in
 * the way, the region is split by how that rule can be left, and if one is lacking, by which rule can be entered.
 */
export function* nearestPoints(
  policy: CompiledPolicy,
  wanted: Wanted,
  current: readonly number[],
  pricing: Pricing,
  budget: Budget,
): Generator<NearestPoint, void> {
  const { boxes, definition } = policy;
  const goal: Goal = {
    ...wanted,
    // Asked of thousands of boxes, so once an outcome.
    metBy: memo(policy, wanted.isMet),
    allowedBy: memo(policy, wanted.allows),
  };
  const queue = createQueue<Open>();
  const add = (held: Held | undefined, bare: boolean): void => {
    if (held === undefined) return;
    const cost = pricing.least(held);
    if (cost < Number.POSITIVE_INFINITY) queue.add({ held, bare }, cost);
  };

  if (wanted.isMet(definition.otherwise)) add({ axes: [], cells: [] }, true);
  const mayBegin = definition.hit === 'first' ? goal.metBy : goal.allowedBy;
  for (const box of boxes) {
    if (mayBegin(box.rule) && box.cells.every((cells) => cells.length > 0)) add(box, false);
  }
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    // A look at a point reads a word for each axis and 32 boxes, and costs as much again.
    budget.steps -= 100 + (boxes.length >> 5) * current.length;
    if (budget.steps < 0) return;
    const { held, bare } = next.item;
    const cells = pointOf(held, current, pricing);
    const { met, blocker, joined } = standing(policy, goal, cells, bare);
    if (met) yield { cells, cost: next.cost };
    else if (blocker !== undefined) for (const part of outside(policy, held, blocker, current)) add(part, bare);
    else if (joined !== undefined) for (const box of lacking(policy, goal, joined)) add(inside(held, box), bare);
  }
}

interface Goal extends Wanted {
  readonly metBy: (rule: number) => boolean;
  readonly allowedBy: (rule: number) => boolean;
}

/** How things are at a point: as wanted, or a rule is in the way, or what holds asks for too little. */
function standing(
  policy: CompiledPolicy,
  { isMet, metBy, allowedBy }: Goal,
  cells: readonly number[],
  bare: boolean,
): { readonly met: boolean; readonly blocker?: Box | undefined; readonly joined?: Outcome | undefined } {
  const { rules, definition, tables } = policy;
  const isFirst = definition.hit === 'first';
  const found = openMatches(tables, cells);
  const certain = isFirst ? found.certain.slice(0, 1) : found.certain;
  const head = certain[0] ?? rules.length;
  const inTheWay = (rule: number): boolean => (isFirst ? rule <= head && !metBy(rule) : bare || !allowedBy(rule));
  const blocking = certain.find(inTheWay);
  if (blocking !== undefined) return { met: false, blocker: boxAt(policy, blocking, cells) };
  const blocker = found.open.find(({ rule }) => inTheWay(rule));
  if (blocker !== undefined) return { met: false, blocker };
  const joined = certain.map((rule) => rules[rule]!.definition.then).reduce<Outcome | undefined>(joinMaybe, undefined);
  return { met: isMet(joined ?? definition.otherwise) && (bare || joined !== undefined), joined };
}

/** The boxes of rules that would ask for more than this, and for nothing that is not wanted. */
function lacking({ boxes, rules }: CompiledPolicy, { allowedBy }: Goal, joined: Outcome): readonly Box[] {
  return boxes.filter(
    ({ rule }) =>
      allowedBy(rule) && compareOutcomes(joinOutcomes(joined, rules[rule]!.definition.then), joined) !== 'equal',
  );
}

function joinMaybe(joined: Outcome | undefined, outcome: Outcome): Outcome {
  return joined === undefined ? joinOutcomes(outcome, outcome) : joinOutcomes(joined, outcome);
}

function memo({ rules }: CompiledPolicy, says: (outcome: Outcome) => boolean): (rule: number) => boolean {
  const known = new Map<number, boolean>();
  return (rule) => {
    const { outcome, definition } = rules[rule]!;
    const answer = known.get(outcome) ?? says(joinOutcomes(definition.then, definition.then));
    known.set(outcome, answer);
    return answer;
  };
}

/** The cheapest point of a region: the request's own cell wherever that is in it. */
function pointOf({ axes, cells }: Held, current: readonly number[], pricing: Pricing): number[] {
  const point = [...current];
  for (const [place, axis] of axes.entries()) {
    const own = current[axis]!;
    if (own < 0 || !hasCell(cells[place]!, own)) point[axis] = pricing.nearestCell(axis, cells[place]!);
  }
  return point;
}

/** A box of a rule that holds at a point. */
function boxAt({ boxes }: CompiledPolicy, rule: number, point: readonly number[]): Box | undefined {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (boxes[middle]!.rule < rule) low = middle + 1;
    else high = middle;
  }
  for (let index = low; boxes[index]?.rule === rule; index++) {
    const { axes, cells } = boxes[index]!;
    if (axes.every((axis, place) => hasCell(cells[place]!, point[axis]!))) return boxes[index];
  }
  return undefined;
}

/** The parts of a region that a box leaves; they overlap only where a fact is absent. */
function outside(policy: CompiledPolicy, held: Held, box: Box, current: readonly number[]): readonly Held[] {
  const parts: Held[] = [];
  let rest: Held | undefined = held;
  for (const [place, axis] of box.axes.entries()) {
    if (rest === undefined) break;
    const others = otherCells(box.cells[place]!, policy.axes[axis]!.cells);
    const part = inside(rest, { axes: [axis], cells: [others] });
    if (part !== undefined) parts.push(part);
    if (current[axis]! >= 0) rest = inside(rest, { axes: [axis], cells: [box.cells[place]!] });
  }
  return parts;
}

/** The part of a region in a box, or undefined where there is none. */
function inside(held: Held, box: Held): Held | undefined {
  const axes = [...held.axes];
  const cells = [...held.cells];
  for (const [place, axis] of box.axes.entries()) {
    const at = axes.indexOf(axis);
    const met = at < 0 ? box.cells[place]! : commonCells(cells[at]!, box.cells[place]!);
    if (met.length === 0) return undefined;
    if (at < 0) {
      axes.push(axis);
      cells.push(met);
    } else cells[at] = met;
  }
  return { axes, cells };
}
