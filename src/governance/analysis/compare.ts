import type { HitPolicy } from '../types.js';
import type { OutcomeTable } from './outcome-table.js';
import { type Budget, nearestToSettled, type Place, placeOf, split } from './search.js';
import type { Region, Space } from './space.js';

/** One of two policies over the same boxes. */
export interface Side {
  readonly hit: HitPolicy;
  /** Of each box the place of its rule, or -1 for one that this policy lacks. */
  readonly order: Int32Array;
  /** Of each box its outcome. */
  readonly outcome: Int32Array;
  readonly otherwise: number;
}

export interface Comparison {
  readonly space: Space;
  readonly outcomes: OutcomeTable;
  readonly before: Side;
  readonly after: Side;
  /**
   * Says of a box whether the two policies treat it differently. The others are in both, with one outcome and, where the first
   * match decides, in the same order among themselves: where only they hold, the policies agree.
   */
  readonly differs: (box: number) => boolean;
}

/** A region in which one policy decides throughout one thing, and the other one throughout another. */
export interface Difference {
  readonly region: Region;
  readonly before: number;
  readonly after: number;
}

/** What a policy makes of a place, as far as it is known there. */
interface Standing {
  /** The outcome of the rules that hold everywhere; -1 for none. */
  readonly joined: number;
  /** The outcome where no other rule holds. */
  readonly value: number;
  /** Where the first match decides, the place of the first rule that holds everywhere. */
  readonly head: number;
  readonly matters: (box: number) => boolean;
  readonly decided: boolean;
}

const nobody = Number.POSITIVE_INFINITY;

/** Yields where in a region the policies decide differently, in parts that do not overlap; ends early when the budget does. */
export function* differences(
  comparison: Comparison,
  region: Region,
  boxes: Iterable<number>,
  budget: Budget,
  /** Says of outcomes that nobody need hear of another region between them. */
  isKnown: (before: number, after: number) => boolean = () => false,
): Generator<Difference, void> {
  const { space } = comparison;
  const stack = [placeOf(space, region, boxes, budget)];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (budget.steps < 0) return;
    const before = standing(comparison, comparison.before, place);
    const after = standing(comparison, comparison.after, place);
    if (before.decided && after.decided) {
      if (before.value !== after.value) yield { region: place.region, before: before.value, after: after.value };
      continue;
    }
    if (agree(comparison, place, before, after) || allKnown(comparison, place, before, after, isKnown)) continue;
    const { outside, inside } = split(space, place, next(comparison, place, before, after), budget);
    stack.push(...outside.reverse(), inside);
  }
}

function standing(comparison: Comparison, side: Side, place: Place): Standing {
  return side.hit === 'first' ? standingOfFirst(side, place) : standingOfJoin(comparison.outcomes, side, place);
}

function standingOfFirst({ order, outcome, otherwise }: Side, { open, settled }: Place): Standing {
  let head = nobody;
  let joined = -1;
  for (const box of settled) {
    if (order[box]! < 0 || order[box]! >= head) continue;
    head = order[box]!;
    joined = outcome[box]!;
  }
  const value = joined < 0 ? otherwise : joined;
  const matters = (box: number): boolean => order[box]! >= 0 && order[box]! < head;
  return { joined, value, head, matters, decided: open.every((box) => !matters(box) || outcome[box] === value) };
}

function standingOfJoin(table: OutcomeTable, { order, outcome, otherwise }: Side, { open, settled }: Place): Standing {
  let joined = -1;
  for (const box of settled) {
    if (order[box]! >= 0) joined = joined < 0 ? outcome[box]! : table.join(joined, outcome[box]!);
  }
  const matters = (box: number): boolean =>
    order[box]! >= 0 && (joined < 0 || table.join(joined, outcome[box]!) !== joined);
  const value = joined < 0 ? otherwise : joined;
  const decided = open.every((box) => !matters(box) || (joined < 0 && outcome[box] === otherwise));
  return { joined, value, head: nobody, matters, decided };
}

/** Whether the policies agree everywhere in a place although neither is decided: the same boxes decide on both sides. */
function agree({ before, after, differs }: Comparison, { open }: Place, first: Standing, second: Standing): boolean {
  if (first.value !== second.value || before.hit !== after.hit) return false;
  if (before.hit !== 'first' && first.joined < 0 !== second.joined < 0) return false;
  return open.every((box) => {
    const matters = first.matters(box);
    return matters === second.matters(box) && !(matters && differs(box));
  });
}

/** Whether all that a place could still bring is known. Joins may bring anything, so nobody asks for those. */
function allKnown(
  { before, after }: Comparison,
  { open }: Place,
  first: Standing,
  second: Standing,
  isKnown: (before: number, after: number) => boolean,
): boolean {
  if (before.hit !== 'first' || after.hit !== 'first') return false;
  const ofFirst = new Set([first.value]);
  const ofSecond = new Set([second.value]);
  for (const box of open) {
    if (first.matters(box)) ofFirst.add(before.outcome[box]!);
    if (second.matters(box)) ofSecond.add(after.outcome[box]!);
  }
  return [...ofFirst].every((from) => [...ofSecond].every((to) => from === to || isKnown(from, to)));
}

/** The box to split a place by: what makes the policies differ, then what makes them agree, then what leaves a side undecided. */
function next(comparison: Comparison, place: Place, first: Standing, second: Standing): number {
  const { before, after, differs } = comparison;
  const undecided = (box: number): boolean =>
    (!first.decided && first.matters(box)) || (!second.decided && second.matters(box));
  const mayDiffer = before.otherwise !== after.otherwise || place.settled.some(differs);
  const order = mayDiffer
    ? [levels(comparison, place, first, second), undecided]
    : [(box: number) => differs(box) && (first.matters(box) || second.matters(box)), undecided];
  for (const mayBe of order) {
    const found = nearestToSettled(place, mayBe);
    if (found >= 0) return place.open[found]!;
  }
  return place.open[0]!;
}

/** Which boxes would make the policies agree wherever they hold. */
function levels(
  { before, after, differs, outcomes }: Comparison,
  place: Place,
  first: Standing,
  second: Standing,
): (box: number) => boolean {
  if (before.hit !== after.hit) return () => false;
  if (before.hit !== 'first') {
    const joinedWith = (joined: number, outcome: number): number =>
      joined < 0 ? outcome : outcomes.join(joined, outcome);
    return (box) =>
      !differs(box) &&
      joinedWith(first.joined, before.outcome[box]!) === joinedWith(second.joined, after.outcome[box]!);
  }
  let leastBefore = first.head;
  let leastAfter = second.head;
  for (const box of place.open) {
    if (!differs(box)) continue;
    if (first.matters(box)) leastBefore = Math.min(leastBefore, before.order[box]!);
    if (second.matters(box)) leastAfter = Math.min(leastAfter, after.order[box]!);
  }
  return (box) => !differs(box) && before.order[box]! < leastBefore && after.order[box]! < leastAfter;
}
