import { type Matrix, matrixToSvg } from 'keelson/drawing';
import { describe, expect, it } from 'vitest';
import { textsOf } from './xml.js';

const matrix: Matrix = {
  title: 'Who decides',
  corner: 'decision',
  columns: [{ label: 'director' }, { label: 'legal' }],
  rows: [
    { label: 'launch', group: 'customers see it', cells: [{ text: 'A', detail: 'approver' }, { text: 'C' }] },
    { label: 'price', group: 'customers see it', cells: [{ tone: 'bad', detail: 'nobody' }] },
    { label: 'incident', cells: [] },
    { label: 'outage', group: 'inside', cells: [{ tone: 'good' }, { text: 'I', tone: 'good' }] },
  ],
  legend: [
    { text: 'A', meaning: 'approver' },
    { tone: 'bad', meaning: 'a gap' },
    { tone: 'waiting', meaning: 'open' },
    { text: 'I', tone: 'good', meaning: 'informed' },
    { text: 'W', tone: 'waiting', meaning: 'waits' },
  ],
};

describe('matrixToSvg', () => {
  const svg = matrixToSvg(matrix);

  it('says of each cell what stands where', () => {
    expect(textsOf(svg, 'title')).toEqual([
      'Who decides',
      ...['decision', 'director', 'legal'],
      'customers see it',
      ...['launch', 'director: approver', 'legal: C'],
      ...['price', 'director: nobody', 'legal: nothing'],
      ...['incident', 'director: nothing', 'legal: nothing'],
      'inside',
      ...['outage', 'director: nothing', 'legal: I'],
      ...['A: approver', 'a gap', 'I: informed'],
    ]);
  });

  it('is read as a table', () => {
    const roles = [...svg.matchAll(/<g role="([a-z]+)"/g)].map(([, role]) => role);
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect(['table', 'row', 'columnheader', 'rowheader', 'cell'].map(count)).toEqual([1, 7, 3, 6, 8]);
    expect(svg).toContain('<g role="table" aria-label="Who decides">');
    expect(textsOf(svg, 'desc')).toEqual(['A table of 4 rows and 2 columns.']);
  });

  it('has a description that comes before its size', () => {
    const small: Matrix = {
      title: 'T',
      description: 'As of today.',
      columns: [{ label: 'a' }],
      rows: [{ label: 'b', cells: [] }],
    };
    expect(textsOf(matrixToSvg(small), 'desc')).toEqual(['As of today. A table of 1 row and 1 column.']);
  });

  it('leaves legend entries out whose tone no cell has', () => {
    expect(textsOf(svg, 'text').slice(-5)).toEqual(['A', 'approver', 'a gap', 'I', 'informed']);
  });

  it('refuses a row that is longer than the table', () => {
    const rows = [{ label: 'launch', cells: [{}, {}, {}] }];
    expect(() => matrixToSvg({ ...matrix, rows })).toThrow(
      expect.objectContaining({
        code: 'drawing/too-many-cells',
        message: 'row "launch" has 3 cells, and there are 2 columns',
      }),
    );
  });

  it('draws 10,000 cells and labels and refuses one more', () => {
    const columns = Array.from({ length: 99 }, () => ({ label: 'c' }));
    const rows = (count: number) => Array.from({ length: count }, () => ({ label: 'r', cells: [] }));
    expect(matrixToSvg({ title: 'T', columns, rows: rows(99) }).match(/role="cell"/g)).toHaveLength(99 * 99);
    expect(() => matrixToSvg({ title: 'T', columns, rows: rows(100) })).toThrow(
      expect.objectContaining({
        code: 'drawing/too-many-marks',
        message: 'there are 10099 marks to draw, and a picture has 10000 at most: draw a part of it',
      }),
    );
  });
});
