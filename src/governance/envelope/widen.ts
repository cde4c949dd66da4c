import { type Budget, uncovered } from '../analysis/search.js';
import { cellSetOf, createSpace, hasCell, type Mask, type Region, sameMask, sizeOf } from '../analysis/space.js';
import type { PolicyView } from '../analysis/view.js';
import { isThroughout, type Part } from './outcomes.js';

/**
 * The parts as few wide regions, which may overlap: each is grown as far as the outcome holds, and what others cover together
 * is left out (as two-level logic minimization does: Brayton, Hachtel, McMullen and Sangiovanni-Vincentelli, 1984). The same
 * requests, whatever the budget: where it ends regions are narrower and more.
 */
export function widened(view: PolicyView, parts: readonly Part[], budget: Budget): readonly Part[] {
  const wide: Part[] = [];
  for (const part of widestFirst(view, parts)) {
    const isIn = wide.some(({ region, outcome }) => outcome === part.outcome && isWithin(part.region, region));
    if (!isIn) wide.push({ ...part, region: grown(view, part, budget) });
  }
  return irredundant(view, widestFirst(view, wide), budget);
}

/** How many axes a region leaves free, then what share of their cells it has on the others. */
function widestFirst({ space }: PolicyView, parts: readonly Part[]): readonly Part[] {
  const weighed = parts.map((part) => {
    const shares = part.region.map((mask, axis) => sizeOf(mask) / space.cells[axis]!);
    return { part, held: shares.filter((share) => share < 1).length, share: shares.reduce((a, b) => a * b, 1) };
  });
  return weighed.sort((a, b) => a.held - b.held || b.share - a.share).map(({ part }) => part);
}

/** The last axes first: opaque tests and elements of sets are what people would rather not read of. */
function grown(view: PolicyView, { region, outcome }: Part, budget: Budget): Region {
  const { full } = view.space;
  const grow = (from: Region, axis: number, mask: Mask): Region | undefined => {
    const wider = from.map((known, index) => (index === axis ? mask : known));
    return isThroughout(view, wider, outcome, budget) ? wider : undefined;
  };
  let found = region;
  for (let axis = full.length - 1; axis >= 0; axis--) {
    if (sameMask(found[axis]!, full[axis]!)) continue;
    found = grow(found, axis, full[axis]!) ?? found;
  }
  for (let axis = 0; axis < full.length; axis++) {
    if (sameMask(found[axis]!, full[axis]!)) continue;
    for (let cell = 0; cell < view.space.cells[axis]! && budget.steps >= 0; cell++) {
      if (!hasCell(found[axis]!, cell)) found = grow(found, axis, withCell(found[axis]!, cell)) ?? found;
    }
  }
  return found;
}

function withCell(mask: Mask, cell: number): Mask {
  const wider = mask.slice();
  wider[cell >>> 5]! |= 1 << (cell & 31);
  return wider;
}

function isWithin(inner: Region, outer: Region): boolean {
  return inner.every((mask, axis) => mask.every((word, index) => (word & ~outer[axis]![index]!) === 0));
}

/** Without the regions, narrowest first, that others of the same outcome cover. */
function irredundant({ space }: PolicyView, parts: readonly Part[], budget: Budget): readonly Part[] {
  const boxes = parts.map(({ region }) => ({ axes: region.map((_, axis) => axis), cells: region.map(cellSetOf) }));
  const regions = createSpace(space.cells, boxes);
  const kept = new Set(parts.keys());
  for (let index = parts.length - 1; index >= 0; index--) {
    const { region, outcome } = parts[index]!;
    const others = [...kept].filter((other) => other !== index && parts[other]!.outcome === outcome);
    const left = uncovered(regions, region, others, budget).next();
    if (left.done === true && budget.steps >= 0) kept.delete(index);
  }
  return parts.filter((_, index) => kept.has(index));
}
