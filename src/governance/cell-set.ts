import type { CellSet } from './compiled.js';

/** The cells from one up to, not with, another; empty where there is none between. */
export function cellsBetween(from: number, to: number): CellSet {
  return from < to ? Int32Array.of(from, to) : new Int32Array(0);
}

/** The set of cells given in any order. */
export function cellsOf(cells: readonly number[]): CellSet {
  const ranges: number[] = [];
  for (const cell of [...cells].sort((a, b) => a - b)) {
    const end = ranges.length - 1;
    if (ranges[end] === cell) ranges[end] = cell + 1;
    else if (ranges.length === 0 || ranges[end]! < cell) ranges.push(cell, cell + 1);
  }
  return Int32Array.from(ranges);
}

export function hasCell(set: CellSet, cell: number): boolean {
  for (let i = 0; i < set.length; i += 2) if (cell < set[i + 1]!) return cell >= set[i]!;
  return false;
}

/** The cells of an axis of so many that a set has not. */
export function otherCells(set: CellSet, count: number): CellSet {
  const ends = [0, ...set, count];
  const ranges: number[] = [];
  for (let i = 0; i < ends.length; i += 2) if (ends[i]! < ends[i + 1]!) ranges.push(ends[i]!, ends[i + 1]!);
  return Int32Array.from(ranges);
}

export function commonCells(a: CellSet, b: CellSet): CellSet {
  const ranges: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from < to) ranges.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return Int32Array.from(ranges);
}

export function joinedCells(a: CellSet, b: CellSet): CellSet {
  const ranges: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const takeA = j >= b.length || (i < a.length && a[i]! <= b[j]!);
    const [from, to] = takeA ? [a[i]!, a[i + 1]!] : [b[j]!, b[j + 1]!];
    if (takeA) i += 2;
    else j += 2;
    const end = ranges.length - 1;
    if (end > 0 && from <= ranges[end]!) ranges[end] = Math.max(ranges[end]!, to);
    else ranges.push(from, to);
  }
  return Int32Array.from(ranges);
}

/** How one set lies to another, not an empty one: 0 where they share no cell, 2 where it is within, and 1 where it is in parts. */
export function relationOf(set: CellSet, other: CellSet): 0 | 1 | 2 {
  let shared = 0;
  let size = 0;
  for (let i = 0; i < set.length; i += 2) {
    size += set[i + 1]! - set[i]!;
    for (let j = 0; j < other.length && other[j]! < set[i + 1]!; j += 2) {
      const common = Math.min(set[i + 1]!, other[j + 1]!) - Math.max(set[i]!, other[j]!);
      if (common > 0) shared += common;
    }
  }
  if (shared === 0) return 0;
  return shared === size ? 2 : 1;
}
