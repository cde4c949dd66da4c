import { margin, type Section } from '../heading.js';
import type { Group, Mark, TextMark } from '../scene.js';
import { fitted, plain, widthOf, wrap } from '../text.js';
import { besideText, cellPadding, type Measures } from './measure.js';
import type { MatrixCell, MatrixColumn, MatrixRow } from './types.js';

const lineHeight = 15;
const mostLines = 6;
const shortest = 28;
const inset = 2;

/** The columns of one panel. */
export interface Panel {
  readonly first: number;
  readonly columns: readonly MatrixColumn[];
}

/** The rows of a panel, with the names of groups between them. */
export function drawRows(rows: readonly MatrixRow[], panel: Panel, measures: Measures, top: number): Section {
  const right = margin + measures.label + panel.columns.length * measures.column;
  const parts: (Mark | Group)[] = [line(top, right)];
  let y = top;
  let group: string | undefined;
  for (const row of rows) {
    if (row.group !== undefined && row.group !== group) {
      parts.push(groupName(row.group, y, right), line(y + shortest, right));
      y += shortest;
    }
    group = row.group;
    const drawn = drawRow(row, panel, measures, y);
    parts.push(...drawn.parts, line(drawn.bottom, right));
    y = drawn.bottom;
  }
  return { parts, bottom: y };
}

function drawRow(row: MatrixRow, { first, columns }: Panel, measures: Measures, top: number): Section {
  const label = plain(row.label);
  const lines = wrap(label, measures.label - cellPadding, 12, mostLines);
  const height = Math.max(shortest, lines.length * lineHeight + 10);
  const texts = lines.map((text, index): TextMark => {
    const y = top + height / 2 + 4 + (index - (lines.length - 1) / 2) * lineHeight;
    return { kind: 'text', x: margin, y, text, size: 12 };
  });
  const cells = columns.map((column, index) => {
    const box = { x: margin + measures.label + index * measures.column, y: top, width: measures.column, height };
    return drawCell(row.cells[first + index] ?? {}, plain(column.label), box);
  });
  const header: Group = { kind: 'group', role: 'rowheader', label, parts: texts };
  return { parts: [{ kind: 'group', role: 'row', parts: [header, ...cells] }], bottom: top + height };
}

function drawCell(
  { text = '', tone, detail }: MatrixCell,
  column: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Group {
  const letters = plain(text);
  const beside = tone === undefined || letters === '' ? 0 : besideText;
  const short = fitted(letters, width - beside - cellPadding, 12, true);
  const middle = { x: x + width / 2, y: y + height / 2 };
  const ofText = widthOf(short, 12, true);
  const parts: Mark[] = [];
  if (tone !== undefined) {
    const box = { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset };
    const glyphX = short === '' ? middle.x : middle.x - (ofText + besideText) / 2 + 7;
    parts.push({ kind: 'rect', ...box, paint: tone, radius: 4 }, { kind: 'glyph', x: glyphX, y: middle.y, tone });
  }
  if (short !== '') {
    const textX = middle.x + beside / 2;
    parts.push({ kind: 'text', x: textX, y: middle.y + 4, text: short, size: 12, anchor: 'middle', bold: true });
  }
  const words = plain(detail ?? text);
  return { kind: 'group', role: 'cell', label: words === '' ? `${column}: nothing` : `${column}: ${words}`, parts };
}

function groupName(name: string, top: number, right: number): Group {
  const label = plain(name);
  const text = fitted(label, right - margin, 12, true);
  const mark: TextMark = { kind: 'text', x: margin, y: top + 19, text, size: 12, bold: true, quiet: true };
  const header: Group = { kind: 'group', role: 'rowheader', label, parts: [mark] };
  return { kind: 'group', role: 'row', parts: [header] };
}

function line(y: number, right: number): Group {
  const mark: Mark = { kind: 'line', from: [margin, y], to: [right, y], paint: 'line' };
  return { kind: 'group', role: 'hidden', parts: [mark] };
}
