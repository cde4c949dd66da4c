import { keelsonError } from '../../foundation/error.js';
import { quote } from '../../foundation/shorten.js';
import { heading, margin } from '../heading.js';
import { legend, type Sign } from '../legend.js';
import { checkMarks } from '../options.js';
import type { Group, Mark, Scene } from '../scene.js';
import { plain } from '../text.js';
import { drawHeader } from './header.js';
import { measure } from './measure.js';
import { drawRows } from './rows.js';
import type { Matrix } from './types.js';

const betweenPanels = 20;

/** Returns the matrix laid out for a width. */
export function layOutMatrix(matrix: Matrix, width: number): Scene {
  checkMatrix(matrix);
  const { columns, rows, corner = '' } = matrix;
  const measures = measure(matrix, width);
  const title = heading(matrix.title, width);
  const parts: (Mark | Group)[] = [...title.parts];
  let bottom = title.bottom;
  for (let first = 0; first === 0 || first < columns.length; first += measures.perPanel) {
    const panel = { first, columns: columns.slice(first, first + measures.perPanel) };
    const header = drawHeader(panel.columns, corner, measures, bottom + (first === 0 ? 10 : betweenPanels));
    const body = drawRows(rows, panel, measures, header.bottom);
    parts.push({ kind: 'group', role: 'table', label: plain(matrix.title), parts: [...header.parts, ...body.parts] });
    bottom = body.bottom;
  }
  const meanings = legend(signsOf(matrix), bottom + 8, width);
  return {
    width,
    height: Math.ceil(meanings.bottom + margin),
    title: plain(matrix.title),
    description: descriptionOf(matrix),
    parts: [...parts, ...meanings.parts],
  };
}

function checkMatrix({ columns, rows }: Matrix): void {
  const cells = rows.length * columns.length;
  checkMarks(cells + rows.length + columns.length);
  const tooLong = rows.find((row) => row.cells.length > columns.length);
  if (tooLong === undefined) return;
  const message = `row ${quote(tooLong.label)} has ${tooLong.cells.length} cells, and there are ${columns.length} columns`;
  throw keelsonError('drawing/too-many-cells', message);
}

/** Tones that no cell has are left out. */
function signsOf({ legend: entries = [], rows }: Matrix): readonly Sign[] {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ tone }) => tone)));
  return entries
    .filter(({ tone }) => tone === undefined || used.has(tone))
    .map(({ text, ...entry }) => (text === undefined ? entry : { ...entry, letters: plain(text) }));
}

function descriptionOf({ description, columns, rows }: Matrix): string {
  const size = `A table of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} and ${columns.length} ${columns.length === 1 ? 'column' : 'columns'}.`;
  return description === undefined ? size : `${plain(description)} ${size}`;
}
