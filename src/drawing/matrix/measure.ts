import { margin } from '../heading.js';
import { plain, widthOf } from '../text.js';
import type { Matrix } from './types.js';

/** How wide everything is. Columns that do not fit beside each other go below, in panels that repeat the rows' labels. */
export interface Measures {
  readonly width: number;
  /** Of the labels of rows. */
  readonly label: number;
  readonly column: number;
  /** How many columns a panel has at most. */
  readonly perPanel: number;
  /** Whether the labels of columns read upward, since they do not fit across. */
  readonly upright: boolean;
}

/** What a cell leaves free beside its text, on both sides together. */
export const cellPadding = 10;
/** What the shape of a tone takes beside a text. */
export const besideText = 17;

const narrowest = { column: 34, label: 72 };
const widest = { column: 150, labelShare: 0.36 };

export function measure({ columns, rows, corner = '' }: Matrix, width: number): Measures {
  const space = width - 2 * margin;
  const labels = [plain(corner), ...rows.map(({ label }) => plain(label))];
  const wantedLabel = Math.max(narrowest.label, most(labels.map((label) => widthOf(label, 12, true))) + cellPadding);
  const label = Math.ceil(Math.min(wantedLabel, space * widest.labelShare));

  const ofCells = most(
    rows.flatMap(({ cells }) =>
      cells.map(({ text = '', tone }) => widthOf(plain(text), 12, true) + (tone === undefined ? 0 : besideText)),
    ),
  );
  const ofWords = most(
    columns.flatMap((column) =>
      plain(column.label)
        .split(' ')
        .map((word) => widthOf(word, 12, true)),
    ),
  );
  const needed = Math.min(Math.max(narrowest.column, ofCells + cellPadding), space - label);
  const across = Math.max(needed, Math.min(ofWords + cellPadding, widest.column));
  // Across where all of them fit so, upright where they do not.
  const upright = across * columns.length > space - label;
  const minimum = upright ? needed : across;
  const fitting = Math.max(1, Math.min(columns.length, Math.floor((space - label) / minimum)));
  // Panels of about one width, instead of a last one with a single column.
  const perPanel = Math.max(1, Math.ceil(columns.length / Math.max(1, Math.ceil(columns.length / fitting))));
  const column = Math.min((space - label) / perPanel, upright ? Math.max(needed, 72) : widest.column);
  return { width, label, column, perPanel, upright };
}

function most(values: readonly number[]): number {
  return values.reduce((greatest, value) => Math.max(greatest, value), 0);
}
