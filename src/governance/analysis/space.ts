import { cellsOf as rangesOf } from '../cell-set.js';
import type { CellSet } from '../compiled.js';

/** Cells of one axis, a bit each. */
export type Mask = Uint32Array;

/** Beside each axis the cells that are in. */
export type Region = readonly Mask[];

/** Boxes over axes of cells, laid out for search: an entry for each axis that a box holds to fewer than all cells. */
export interface Space {
  readonly cells: readonly number[];
  /** Every cell of every axis. */
  readonly full: Region;
  /** Where the entries of each box begin; one more for the end. */
  readonly starts: Int32Array;
  readonly entryAxis: Int32Array;
  /** Where the bits of each entry begin. */
  readonly entryBits: Int32Array;
  readonly bits: Uint32Array;
  /** Boxes that hold some axis to no cell at all, so that they never hold. */
  readonly empty: ReadonlySet<number>;
  /** What share of all cells each box takes. */
  readonly share: Float64Array;
}

export interface SpaceBox {
  readonly axes: readonly number[];
  readonly cells: readonly CellSet[];
}

/** Lays boxes out; entries that hold an axis to nothing less than all its cells are left out. */
export function createSpace(cells: readonly number[], boxes: readonly SpaceBox[]): Space {
  const starts = new Int32Array(boxes.length + 1);
  const entryAxis: number[] = [];
  const entryBits: number[] = [];
  const empty = new Set<number>();
  const share = new Float64Array(boxes.length).fill(1);
  const words: number[] = [];
  for (const [index, box] of boxes.entries()) {
    starts[index] = entryAxis.length;
    for (const [place, axis] of box.axes.entries()) {
      const size = cells[axis]!;
      const set = box.cells[place]!;
      const count = countOf(set);
      if (count === size) continue;
      if (count === 0) empty.add(index);
      share[index]! *= count / size;
      entryAxis.push(axis);
      entryBits.push(words.length);
      for (const word of maskOf(size, set)) words.push(word);
    }
  }
  starts[boxes.length] = entryAxis.length;
  return {
    cells,
    full: cells.map((size) => maskOf(size, Int32Array.of(0, size))),
    starts,
    entryAxis: Int32Array.from(entryAxis),
    entryBits: Int32Array.from(entryBits),
    bits: Uint32Array.from(words),
    empty,
    share,
  };
}

function countOf(set: CellSet): number {
  let count = 0;
  for (let at = 0; at < set.length; at += 2) count += set[at + 1]! - set[at]!;
  return count;
}

/** The bits of half-open ranges of cells. */
export function maskOf(size: number, set: CellSet): Mask {
  const mask = new Uint32Array((size + 31) >>> 5);
  for (let at = 0; at < set.length; at += 2) {
    for (let cell = set[at]!; cell < set[at + 1]!; cell++) mask[cell >>> 5]! |= 1 << (cell & 31);
  }
  return mask;
}

export function hasCell(mask: Mask, cell: number): boolean {
  return ((mask[cell >>> 5]! >>> (cell & 31)) & 1) === 1;
}

/** The cells of a mask, ascending. */
export function cellsOf(mask: Mask): number[] {
  const cells: number[] = [];
  for (const [word, bits] of mask.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) cells.push(word * 32 + 31 - Math.clz32(rest & -rest));
  }
  return cells;
}

/** The cells of a mask as ranges: the way back from `maskOf`. */
export function cellSetOf(mask: Mask): CellSet {
  return rangesOf(cellsOf(mask));
}

export function sizeOf(mask: Mask): number {
  let size = 0;
  for (const word of mask) {
    let bits = word - ((word >>> 1) & 0x55555555);
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    size += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return size;
}

export function sameMask(a: Mask, b: Mask): boolean {
  return a.every((word, index) => word === b[index]);
}

/** The part of a mask that an entry of a box has in it, or has not. */
export function part(space: Space, mask: Mask, entry: number, side: 'inside' | 'outside'): Mask {
  const from = space.entryBits[entry]!;
  return mask.map((word, index) => {
    const own = space.bits[from + index]!;
    return side === 'inside' ? word & own : word & ~own;
  });
}

/** The cells that a box and a region share, or undefined where they share none. */
export function meet(space: Space, region: Region, box: number): Region | undefined {
  if (space.empty.has(box)) return undefined;
  const met = [...region];
  for (let entry = space.starts[box]!; entry < space.starts[box + 1]!; entry++) {
    const axis = space.entryAxis[entry]!;
    const mask = part(space, met[axis]!, entry, 'inside');
    if (mask.every((word) => word === 0)) return undefined;
    met[axis] = mask;
  }
  return met;
}

/** Says whether a box and a region share a cell, but for one axis that is left aside (-1 for none). */
export function touches(space: Space, region: Region, box: number, aside = -1): boolean {
  if (space.empty.size > 0 && space.empty.has(box)) return false;
  for (let entry = space.starts[box]!; entry < space.starts[box + 1]!; entry++) {
    const axis = space.entryAxis[entry]!;
    if (axis !== aside && relation(space, region[axis]!, entry) === apart) return false;
  }
  return true;
}

export const apart = 0;
export const partly = 1;
export const within = 2;

/** How a mask lies to an entry of a box: `apart`, `partly` in it, or wholly `within` it. */
export function relation(space: Space, mask: Mask, entry: number): number {
  const from = space.entryBits[entry]!;
  const bits = space.bits;
  let inside = 0;
  let outside = 0;
  for (let index = 0; index < mask.length; index++) {
    const word = mask[index]!;
    const own = bits[from + index]!;
    inside |= word & own;
    outside |= word & ~own;
  }
  if (inside === 0) return apart;
  return outside === 0 ? within : partly;
}
