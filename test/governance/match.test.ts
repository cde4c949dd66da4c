import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, hasCell } from '../../src/governance/cell-set.js';
import type { Axis, Box, MatchTables } from '../../src/governance/compiled.js';
import { allMatches, firstMatch, matchTables, openMatches, possibleBoxes } from '../../src/governance/match.js';

function axisOf(cells: number): Axis {
  return { kind: 'choice', fact: 0, cells, values: [], cellOf: new Map(), rest: 'any other text' };
}

const sizes = [2, 3, 5, 4];
const axes = sizes.map(axisOf);

const anyBox: fc.Arbitrary<Omit<Box, 'rule'>> = fc
  .tuple(...sizes.map((size) => fc.option(fc.array(fc.nat(size - 1), { maxLength: size }))))
  .map((sets) => {
    const spoken = sets.flatMap((set, axis) => (set === null ? [] : [{ axis, cells: cellsOf(set) }]));
    return { axes: spoken.map(({ axis }) => axis), cells: spoken.map(({ cells }) => cells) };
  });

/** Boxes of rules in order, one or more of each; often just as many as there are bits in a word. */
const anyBoxes = fc
  .tuple(fc.oneof(fc.nat(8), fc.constantFrom(31, 32, 33, 63, 64, 65)), fc.nat(3))
  .chain(([count, perRule]) =>
    fc
      .array(anyBox, { minLength: count, maxLength: count })
      .map((boxes) => boxes.map((box, index): Box => ({ rule: Math.floor(index / (perRule + 1)), ...box }))),
  );
const anyPlace = (least: -1 | 0) => fc.tuple(...sizes.map((size) => fc.integer({ min: least, max: size - 1 })));

/** Whether a box holds, looked at by itself: undefined where that is unknown. */
function holdsAt(box: Box, at: readonly number[]): boolean | undefined {
  const parts = box.axes.map((axis, index) => (at[axis] === -1 ? undefined : hasCell(box.cells[index]!, at[axis]!)));
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function rulesAt(boxes: readonly Box[], at: readonly number[]): readonly number[] {
  return [...new Set(boxes.filter((box) => holdsAt(box, at) === true).map(({ rule }) => rule))];
}

/** The masks that a request's values lead to, where each axis is a fact by itself. */
function rowsIn({ allowed, words }: MatchTables, at: readonly number[]): { masks: Int32Array; rows: number[] } {
  const masks = Int32Array.from(allowed!.flatMap((table) => [...table]));
  let begin = 0;
  const rows = at.map((cell, axis) => {
    const row = begin + cell * words;
    begin += sizes[axis]! * words;
    return row;
  });
  return { masks, rows };
}

describe('the matches of tables', () => {
  it('are those of looking at the boxes one by one', () => {
    fc.assert(
      fc.property(anyBoxes, anyPlace(0), (boxes, at) => {
        const tables = matchTables(axes, boxes);
        const { masks, rows } = rowsIn(tables, at);
        const rules = rulesAt(boxes, at);
        expect(allMatches(tables, masks, rows)).toEqual(rules);
        expect(firstMatch(tables, masks, rows)).toBe(rules[0] ?? -1);
      }),
      { numRuns: 500 },
    );
  });

  it('tell what is certain from what is open, where cells are unknown', () => {
    fc.assert(
      fc.property(anyBoxes, anyPlace(-1), (boxes, at) => {
        const certain = rulesAt(boxes, at);
        const open = boxes.filter((box) => holdsAt(box, at) === undefined && !certain.includes(box.rule));
        const tables = matchTables(axes, boxes);
        expect(openMatches(tables, at)).toEqual({ certain, open });
        expect(openMatches({ ...tables, allowed: undefined, free: [] }, at)).toEqual({ certain, open });
      }),
      { numRuns: 500 },
    );
  });

  it('leave possible every box that no known cell rules out', () => {
    fc.assert(
      fc.property(anyBoxes, anyPlace(-1), (boxes, at) => {
        const possible = boxes.filter((box) => holdsAt(box, at) !== false);
        const tables = matchTables(axes, boxes);
        expect(possibleBoxes(tables, at)).toEqual(possible);
        expect(possibleBoxes({ ...tables, allowed: undefined }, at)).toEqual(possible);
      }),
      { numRuns: 500 },
    );
  });

  it('are found without tables where those would fill the memory', () => {
    const many = [axisOf(2_000_000), axisOf(2)];
    const boxes = Array.from(
      { length: 300 },
      (_, rule): Box => ({ rule, axes: [0], cells: [cellsOf([rule, 1_999_999])] }),
    );
    const tables = matchTables(many, boxes);
    expect(tables.allowed).toBeUndefined();
    expect(openMatches(tables, [7, 0])).toEqual({ certain: [7], open: [] });
    expect(openMatches(tables, [1_999_999, -1]).certain).toHaveLength(300);
    expect(openMatches(tables, [-1, 0])).toEqual({ certain: [], open: boxes });
    expect(openMatches(tables, [500, 0])).toEqual({ certain: [], open: [] });
  });

  it('are none where there are no boxes', () => {
    const tables = matchTables(axes, []);
    expect(openMatches(tables, [-1, 0, 0, 0])).toEqual({ certain: [], open: [] });
    expect(allMatches(tables, new Int32Array(0), [])).toEqual([]);
    expect(firstMatch(tables, new Int32Array(0), [])).toBe(-1);
  });

  it('give the list of one rule without making it', () => {
    const tables = matchTables(axes, [{ rule: 0, axes: [], cells: [] }]);
    expect(allMatches(tables, new Int32Array(0), [])).toBe(allMatches(tables, new Int32Array(0), []));
  });
});
