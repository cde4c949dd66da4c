import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsBetween,
  cellsOf,
  commonCells,
  hasCell,
  joinedCells,
  otherCells,
  relationOf,
} from '../../src/governance/cell-set.js';
import type { CellSet } from '../../src/governance/compiled.js';

const count = 12;
const all = Array.from({ length: count }, (_, cell) => cell);
const anyCells = fc.array(fc.nat(count - 1), { maxLength: 10 });

function members(set: CellSet): readonly number[] {
  return all.filter((cell) => hasCell(set, cell));
}

/** Ranges that ascend, are not empty, and do not touch: equal sets are equal arrays. */
function expectNormal(set: CellSet): void {
  for (let i = 1; i < set.length; i++) expect(set[i]!).toBeGreaterThan(set[i - 1]!);
  expect(set.length % 2).toBe(0);
}

describe('cell sets', () => {
  it('have the cells that they are made of, in any order and however often', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const set = cellsOf(cells);
        expect(members(set)).toEqual([...new Set(cells)].sort((a, b) => a - b));
        expectNormal(set);
      }),
    );
  });

  it('have the cells between two ends, without the second', () => {
    fc.assert(
      fc.property(fc.nat(count), fc.nat(count), (from, to) => {
        const set = cellsBetween(from, to);
        expect(members(set)).toEqual(all.filter((cell) => from <= cell && cell < to));
        expectNormal(set);
      }),
    );
  });

  it.each<[name: string, operation: (a: CellSet, b: CellSet) => CellSet, has: (inA: boolean, inB: boolean) => boolean]>(
    [
      ['commonCells', commonCells, (inA, inB) => inA && inB],
      ['joinedCells', joinedCells, (inA, inB) => inA || inB],
      ['otherCells', (a) => otherCells(a, count), (inA) => !inA],
    ],
  )('%s is what it is of sets of numbers', (_, operation, has) => {
    fc.assert(
      fc.property(anyCells, anyCells, (a, b) => {
        const set = operation(cellsOf(a), cellsOf(b));
        expect(members(set)).toEqual(all.filter((cell) => has(a.includes(cell), b.includes(cell))));
        expectNormal(set);
      }),
      { numRuns: 500 },
    );
  });

  it('have no cell beyond their ends', () => {
    expect([-1, 0, 1, 4, 5, 6, 7, 8, 100].filter((cell) => hasCell(Int32Array.of(1, 5, 7, 8), cell))).toEqual([
      1, 4, 7,
    ]);
  });

  it('lie apart from another, within it, or across its border', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(count - 1), { minLength: 1, maxLength: 10 }), anyCells, (cells, others) => {
        const isOther = cells.map((cell) => others.includes(cell));
        const within = isOther.includes(false) ? 1 : 2;
        expect(relationOf(cellsOf(cells), cellsOf(others))).toBe(isOther.includes(true) ? within : 0);
      }),
      { numRuns: 500 },
    );
    expect(relationOf(cellsBetween(2, 5), cellsOf([0, 1, 2, 3, 4, 7]))).toBe(2);
    expect(relationOf(cellsOf([2, 3, 4, 7]), cellsBetween(2, 5))).toBe(1);
    expect(relationOf(cellsOf([2, 3, 7]), cellsOf([1, 4, 5, 6, 8]))).toBe(0);
  });
});
