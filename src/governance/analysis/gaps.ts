import type { PolicyDecision } from '../types.js';
import { type Budget, uncovered } from './search.js';
import { type Mask, meet, type Region, type Space, sameMask, sizeOf, touches } from './space.js';
import type { Found } from './types.js';
import { evidence, type PolicyView } from './view.js';

/** Requests that no rule speaks of, as regions that cannot be made larger. */
export function* findGaps(view: PolicyView, budget: Budget): Generator<Found, void> {
  const isAlone = view.outcomes.at(view.otherwise).kind === 'autonomous';
  for (const region of gapRegions(view.space, view.boxes, budget)) {
    const spell: Found['spell'] = () => {
      const found = evidence(view, region, isUncovered);
      return {
        message: `no rule speaks of: ${found.region}`,
        path: ['otherwise'],
        hint: isAlone
          ? 'such requests go ahead alone: let otherwise ask for an approval, or add a rule for them'
          : 'add a rule, unless what otherwise says is meant for them',
        ...found,
      };
    };
    if (isAlone) yield { code: 'governance/permissive-gap', severity: 'warning', spell };
    else yield { code: 'governance/gap', severity: 'info', spell };
  }
}

function isUncovered({ status, rules }: PolicyDecision): boolean {
  return status === 'decided' && rules.length === 0;
}

/** Maximal regions that no box touches; each has requests that those before lack, and together they have all. */
export function* gapRegions(space: Space, boxes: readonly number[], budget: Budget): Generator<Region, void> {
  const known: Region[] = [];
  for (const found of uncovered(space, space.full, boxes, budget)) {
    let rest: readonly Region[] = [found];
    for (const one of known) rest = rest.flatMap((region) => without(region, one));
    for (let next = rest[0]; next !== undefined; next = rest[0]) {
      const region = grown(space, next, boxes);
      budget.steps -= boxes.length;
      known.push(region);
      yield region;
      rest = rest.flatMap((other) => without(other, region));
    }
  }
}

/** A region made as large as it can be without touching a box, axis by axis. */
function grown(space: Space, region: Region, boxes: readonly number[]): Region {
  const result = [...region];
  // Boxes that touch the region but for one axis are few, and are looked for once an axis.
  for (const [axis, all] of space.full.entries()) {
    if (sameMask(result[axis]!, all)) continue;
    const free = all.slice();
    for (const box of boxes) {
      if (!touches(space, result, box, axis)) continue;
      const taken = meet(space, space.full, box)?.[axis];
      if (taken !== undefined) remove(free, taken);
    }
    result[axis] = free;
  }
  return result;
}

function remove(mask: Mask, taken: Mask): void {
  for (const [word, bits] of taken.entries()) mask[word]! &= ~bits;
}

/** The parts of one region outside of another, which do not overlap. */
function without(region: Region, other: Region): readonly Region[] {
  const parts: Region[] = [];
  const inside = [...region];
  for (const [axis, mask] of region.entries()) {
    const shared = mask.map((word, index) => word & other[axis]![index]!);
    if (sizeOf(shared) === 0) return [region];
    const outside = mask.map((word, index) => word & ~other[axis]![index]!);
    if (sizeOf(outside) > 0) parts.push(inside.map((own, index) => (index === axis ? outside : own)));
    inside[axis] = shared;
  }
  return parts;
}
