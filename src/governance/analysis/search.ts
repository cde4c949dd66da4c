import { apart, type Mask, part, partly, type Region, relation, type Space, sizeOf, within } from './space.js';

/** What a search may still spend: a step compares one box with a region. Below 0 the answer is not to be trusted. */
export interface Budget {
  steps: number;
}

/** A region with the boxes that matter there. */
export interface Place {
  readonly region: Region;
  /** Boxes that hold in a part of the region. */
  readonly open: Int32Array;
  /** Beside each open box on how many axes it holds in a part only. */
  readonly left: Int32Array;
  /** Boxes that hold everywhere in it. */
  readonly settled: readonly number[];
}

/** Sorts boxes into those that hold in a part of a region, those that hold in all of it, and the rest. */
export function placeOf(space: Space, region: Region, boxes: Iterable<number>, budget: Budget): Place {
  const open: number[] = [];
  const left: number[] = [];
  const settled: number[] = [];
  for (const box of boxes) {
    budget.steps--;
    const count = openAxes(space, region, box);
    if (count === 0) settled.push(box);
    if (count <= 0) continue;
    open.push(box);
    left.push(count);
  }
  return { region, open: Int32Array.from(open), left: Int32Array.from(left), settled };
}

/** On how many axes a box holds in a part of a region only; -1 where it holds nowhere. */
function openAxes(space: Space, region: Region, box: number): number {
  if (space.empty.size > 0 && space.empty.has(box)) return -1;
  let count = 0;
  for (let entry = space.starts[box]!; entry < space.starts[box + 1]!; entry++) {
    const found = relation(space, region[space.entryAxis[entry]!]!, entry);
    if (found === apart) return -1;
    if (found === partly) count++;
  }
  return count;
}

/** The same place with fewer cells on one axis. */
function narrow(space: Space, place: Place, axis: number, mask: Mask, budget: Budget): Place {
  const { starts, entryAxis } = space;
  const before = place.region[axis]!;
  const region = place.region.slice();
  region[axis] = mask;
  const size = place.open.length;
  const open = new Int32Array(size);
  const left = new Int32Array(size);
  let settled = place.settled;
  let kept = 0;
  budget.steps -= size;
  for (let index = 0; index < size; index++) {
    const box = place.open[index]!;
    let count = place.left[index]!;
    let entry = starts[box]!;
    const end = starts[box + 1]!;
    while (entry < end && entryAxis[entry] !== axis) entry++;
    if (entry < end) {
      const found = relation(space, mask, entry);
      if (found === apart) continue;
      if (found === within && relation(space, before, entry) === partly) count--;
    }
    if (count === 0) {
      settled = [...settled, box];
      continue;
    }
    open[kept] = box;
    left[kept] = count;
    kept++;
  }
  return { region, open: open.subarray(0, kept), left: left.subarray(0, kept), settled };
}

/** The parts of a place outside of an open box, which do not overlap and have the largest first, and the part inside. */
export function split(space: Space, place: Place, box: number, budget: Budget): { outside: Place[]; inside: Place } {
  const entries: { entry: number; axis: number; share: number }[] = [];
  for (let entry = space.starts[box]!; entry < space.starts[box + 1]!; entry++) {
    const axis = space.entryAxis[entry]!;
    const mask = place.region[axis]!;
    if (relation(space, mask, entry) !== partly) continue;
    entries.push({ entry, axis, share: sizeOf(part(space, mask, entry, 'inside')) / sizeOf(mask) });
  }
  entries.sort((a, b) => a.share - b.share || a.axis - b.axis);

  const outside: Place[] = [];
  let inside = place;
  for (const { entry, axis } of entries) {
    const mask = inside.region[axis]!;
    outside.push(narrow(space, inside, axis, part(space, mask, entry, 'outside'), budget));
    inside = narrow(space, inside, axis, part(space, mask, entry, 'inside'), budget);
  }
  return { outside, inside };
}

/** The open box that holds on the most axes already, by its place in `open`; the first of several; -1 where none will do. */
export function nearestToSettled(place: Place, mayBe: (box: number) => boolean = () => true): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < place.open.length; index++) {
    if (place.left[index]! >= least || !mayBe(place.open[index]!)) continue;
    best = index;
    least = place.left[index]!;
    if (least === 1) break;
  }
  return best;
}

/**
 * Yields the parts of a region in which none of the boxes holds, and which do not overlap; ends early when the budget does.
 * The boxes are subtracted one after the other: first one that is about to hold everywhere, so that what must be is decided
 * before what may be (as unit propagation does: Davis, Logemann and Loveland, 1962). `used` takes the boxes that covered
 * something: alone they leave no more of the region than all do.
 */
export function* uncovered(
  space: Space,
  region: Region,
  boxes: Iterable<number>,
  budget: Budget,
  used?: Set<number>,
): Generator<Region, void> {
  const stack = [placeOf(space, region, boxes, budget)];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (budget.steps < 0) return;
    if (place.settled.length > 0) {
      used?.add(place.settled[0]!);
      continue;
    }
    const next = nearestToSettled(place);
    if (next < 0) {
      yield place.region;
      continue;
    }
    used?.add(place.open[next]!);
    const { outside } = split(space, place, place.open[next]!, budget);
    stack.push(...outside.reverse());
  }
}

/** Largest first: what takes much away early leaves less to search. */
export function bySize(space: Space, boxes: Iterable<number>): number[] {
  return [...boxes].sort((a, b) => space.share[b]! - space.share[a]! || a - b);
}
