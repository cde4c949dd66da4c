import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from '../../src/drawing/pack.js';

const extents = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 30 }))
    .map(([left, width]) => ({ left, right: left + width })),
  { maxLength: 40 },
);

describe('packRows', () => {
  it('takes the first row that is free, in turn', () => {
    const given = [
      { left: 0, right: 10 },
      { left: 5, right: 15 },
      { left: 12, right: 20 },
      { left: 30, right: 40 },
      { left: 21, right: 29 },
    ];
    expect(packRows(given, 1)).toEqual([0, 1, 0, 0, 0]);
    expect(packRows(given, 2)).toEqual([0, 1, 0, 0, 1]);
    expect(packRows([], 1)).toEqual([]);
  });

  it('keeps the gap in every row, and needs each row that it opens', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 0, max: 5 }), (given, gap) => {
        const rows = packRows(given, gap);
        const clash = (a: number, b: number) =>
          given[a]!.left < given[b]!.right + gap && given[b]!.left < given[a]!.right + gap;
        for (const [index, row] of rows.entries()) {
          const before = rows.slice(0, index).map((_, other) => other);
          expect(before.some((other) => rows[other] === row && clash(index, other))).toBe(false);
          for (let lower = 0; lower < row; lower++) {
            expect(before.some((other) => rows[other] === lower && clash(index, other))).toBe(true);
          }
        }
      }),
    );
  });
});
