import type { Group, Mark } from '../scene.js';
import { fitted, plain, type TextSize, widthOf, wrap } from '../text.js';
import type { Card, CardRow } from './types.js';

const padding = { side: 10, end: 8, field: 7, betweenRows: 4 };
const ofGlyph = 18;
const narrowest = 56;

/** A row with its lines, from the top of the card. */
interface MeasuredRow {
  readonly row: CardRow;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

export interface MeasuredCard {
  readonly card: Card;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly MeasuredRow[];
}

/** Returns the card at most as wide as that, or just as wide where it is stretched. */
export function measureCard(card: Card, widest: number, stretched: boolean): MeasuredCard {
  const inset = (row: CardRow) => padding.side * 2 + (row.field ? padding.field : 0) + (row.glyph ? ofGlyph : 0);
  const rows: MeasuredRow[] = [];
  let wanted = narrowest;
  let top = padding.end;
  for (const row of card.rows) {
    const { bold = false, mostLines = 2 } = row;
    const lines = wrap(plain(row.text), widest - inset(row), sizeOf(row), mostLines, bold);
    const height = lines.length * lineHeightOf(row) + (row.field ? padding.field : 0);
    rows.push({ row, lines, top, height });
    for (const line of lines) wanted = Math.max(wanted, widthOf(line, sizeOf(row), bold) + inset(row));
    top += height + padding.betweenRows;
  }
  const width = stretched ? widest : Math.ceil(Math.min(widest, wanted));
  return { card, width, height: top - padding.betweenRows + padding.end, rows };
}

/** Returns the card with its top left corner at a point. */
export function drawCard({ card, width, height, rows }: MeasuredCard, x: number, y: number): Group {
  const { paint, dashed } = card;
  const radius = card.round ? Math.min(18, height / 2) : 5;
  const parts: Mark[] = [{ kind: 'rect', x, y, width, height, paint, radius, ...(dashed && { dashed }) }];
  for (const { row, lines, top, height: rowHeight } of rows) {
    const { field, glyph, bold, quiet } = row;
    const left = x + padding.side;
    const center = x + width / 2;
    if (field !== undefined) {
      const box = { x: left - 4, y: y + top, width: width - 2 * padding.side + 8, height: rowHeight };
      parts.push({ kind: 'rect', ...box, paint: field, radius: 4 });
    }
    if (glyph !== undefined) parts.push({ kind: 'glyph', x: left + 9, y: y + top + rowHeight / 2, tone: glyph });
    for (const [index, text] of lines.entries()) {
      const base = y + top + (field ? padding.field / 2 : 0) + index * lineHeightOf(row) + 11;
      const place = card.round
        ? ({ x: center, anchor: 'middle' } as const)
        : { x: left + (field ? padding.field / 2 : 0) + (glyph ? ofGlyph : 0) };
      parts.push({
        kind: 'text',
        ...place,
        y: base,
        text,
        size: sizeOf(row),
        ...(bold && { bold }),
        ...(quiet && { quiet }),
      });
    }
  }
  return { kind: 'group', role: 'symbol', label: plain(card.label), parts };
}

/** The words of an edge: one line, and what it takes. */
export interface EdgeText {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

export function measureEdgeText(text: string, widest: number): EdgeText {
  const line = fitted(plain(text), widest, 11);
  return { text: line, width: widthOf(line, 11) + 12, height: 16 };
}

function sizeOf({ bold }: CardRow): TextSize {
  return bold ? 12 : 11;
}

function lineHeightOf({ bold }: CardRow): number {
  return bold ? 15 : 14;
}
