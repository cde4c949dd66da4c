import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutMatrix } from '../../../src/drawing/matrix/layout.js';
import { measure } from '../../../src/drawing/matrix/measure.js';
import type { Matrix } from '../../../src/drawing/matrix/types.js';
import type { Group, Mark, Scene } from '../../../src/drawing/scene.js';
import type { Tone } from '../../../src/drawing/types.js';
import { faultsOfLayout, marksOf } from '../boxes.js';

const words = fc.string({ unit: fc.constantFrom(...'abc WM.@é界'), maxLength: 40 });
const tone = fc.constantFrom<Tone>('neutral', 'good', 'bad', 'waiting', 'muted');
const cell = fc.record(
  { text: fc.string({ unit: fc.constantFrom(...'AW '), maxLength: 5 }), tone },
  { requiredKeys: [] },
);
const matrices: fc.Arbitrary<Matrix> = fc.array(fc.record({ label: words }), { maxLength: 12 }).chain((columns) =>
  fc.record({
    title: words,
    corner: words,
    columns: fc.constant(columns),
    rows: fc.array(
      fc.record(
        { label: words, group: words, cells: fc.array(cell, { maxLength: columns.length }) },
        { requiredKeys: ['label', 'cells'] },
      ),
      { maxLength: 5 },
    ),
    legend: fc.array(fc.record({ text: words, tone, meaning: words }, { requiredKeys: ['meaning'] }), { maxLength: 4 }),
  }),
);

function cellsOf({ parts }: Pick<Scene, 'parts'>): number {
  return parts.reduce((sum, part: Mark | Group) => {
    if (part.kind !== 'group') return sum;
    return sum + (part.role === 'cell' ? 1 : cellsOf(part));
  }, 0);
}

describe('the layout of a matrix', () => {
  it('lays nothing over each other and cuts nothing, at any width', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 320, max: 1_400 }), (matrix, width) => {
        const scene = layOutMatrix(matrix, width);
        expect(scene.width).toBe(width);
        expect(faultsOfLayout(scene)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has every cell once, in however many panels', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 320, max: 1_400 }), (matrix, width) => {
        expect(cellsOf(layOutMatrix(matrix, width))).toBe(matrix.rows.length * matrix.columns.length);
      }),
      { numRuns: 100 },
    );
  });

  const wide = (count: number, label: string, text = 'A'): Matrix => ({
    title: 'T',
    columns: Array.from({ length: count }, () => ({ label })),
    rows: [{ label: 'launch', cells: [{ text }] }],
  });

  it.each([
    ['across where they fit', wide(4, 'legal'), 800, { upright: false, perPanel: 4 }],
    ['upright where they do not', wide(8, 'engineering'), 400, { upright: true, perPanel: 8 }],
    ['in panels of about one width', wide(9, 'engineering'), 400, { upright: true, perPanel: 5 }],
    ['in panels where cells are wide', wide(4, 'legal', 'approves'), 320, { upright: true, perPanel: 2 }],
  ])('puts columns %s', (_, matrix, width, expected) => {
    expect(measure(matrix, width)).toMatchObject(expected);
  });

  it('names a group once for rows that follow each other', () => {
    const row = (group: string | undefined) => ({ label: 'r', cells: [], ...(group !== undefined && { group }) });
    const groups = ['a', 'a', undefined, 'a', 'b'].map(row);
    const scene = layOutMatrix({ title: 'T', columns: [], rows: groups }, 400);
    const named = marksOf(scene).flatMap((mark) =>
      mark.kind === 'text' && mark.quiet && mark.bold ? [mark.text] : [],
    );
    expect(named).toEqual(['a', 'a', 'b']);
  });
});
