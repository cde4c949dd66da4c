import { margin, type Section } from '../heading.js';
import type { Group, TextMark } from '../scene.js';
import { fitted, plain, widthOf, wrap } from '../text.js';
import { cellPadding, type Measures } from './measure.js';
import type { MatrixColumn } from './types.js';

const lineHeight = 15;
const linesAcross = 4;
const tallest = 150;

/** The labels of a panel's columns: across in a few lines, or upright; they end just above the cells. */
export function drawHeader(columns: readonly MatrixColumn[], corner: string, measures: Measures, top: number): Section {
  const { upright, label: labelWidth, column: width } = measures;
  const labels = columns.map(({ label }) => plain(label));
  const across = labels.map((label) => wrap(label, width - 6, 12, linesAcross, true));
  const lines = across.reduce((most, each) => Math.max(most, each.length), 1);
  const tall = labels.reduce((most, label) => Math.max(most, widthOf(label, 12, true)), 0);
  const height = upright ? Math.min(tall, tallest) + 12 : lines * lineHeight + 8;
  const bottom = top + height;
  const headers = labels.map((label, index): Group => {
    const middle = margin + labelWidth + (index + 0.5) * width;
    const parts = upright
      ? [uprightText(label, middle, bottom)]
      : across[index]!.map((text, line) =>
          acrossText(text, middle, bottom - 7 - (across[index]!.length - 1 - line) * lineHeight),
        );
    return { kind: 'group', role: 'columnheader', label, parts };
  });
  const cornerText: TextMark = {
    kind: 'text',
    x: margin,
    y: bottom - 7,
    text: fitted(plain(corner), labelWidth - cellPadding, 12),
    size: 12,
    quiet: true,
  };
  const cornerHeader: Group = { kind: 'group', role: 'columnheader', label: plain(corner), parts: [cornerText] };
  const row: Group = { kind: 'group', role: 'row', parts: [cornerHeader, ...headers] };
  return { parts: [row], bottom };
}

function acrossText(text: string, x: number, y: number): TextMark {
  return { kind: 'text', x, y, text, size: 12, anchor: 'middle', bold: true };
}

function uprightText(label: string, x: number, bottom: number): TextMark {
  const text = fitted(label, tallest, 12, true);
  return { kind: 'text', x: x + 4, y: bottom - 6, text, size: 12, bold: true, upright: true };
}
