import { margin } from '../heading.js';
import type { Group, Mark } from '../scene.js';
import { fitted, plain } from '../text.js';
import type { Bar, BarRow } from './types.js';

/** How wide the columns are: labels with their shapes on the left, values on the right, and the tracks between them. */
export interface Measures {
  readonly width: number;
  readonly glyph: number;
  readonly label: number;
  readonly value: number;
}

export const rowHeight = 24;
const ofTrack = 18;
const ofBar = 12;
const padding = 12;

export function trackOf({ width, label, value }: Measures): { readonly x: number; readonly width: number } {
  return { x: margin + label, width: width - 2 * margin - label - value };
}

export function drawRow(row: BarRow, measures: Measures, top: number): Group {
  const middle = top + rowHeight / 2;
  const right = measures.width - margin;
  const track = trackOf(measures);
  const name: Mark[] = [];
  if (row.tone !== undefined) name.push({ kind: 'glyph', x: margin + 7, y: middle, tone: row.tone });
  const space = measures.label - measures.glyph - padding;
  const label = fitted(plain(row.label), space, 12);
  name.push({ kind: 'text', x: margin + measures.glyph, y: middle + 4, text: label, size: 12 });
  const value = fitted(plain(row.value), measures.value - padding, 12);
  name.push({ kind: 'text', x: right, y: middle + 4, text: value, size: 12, anchor: 'end' });

  const whole: Mark = {
    ...{ kind: 'rect', paint: 'shade', radius: 2 },
    ...{ x: track.x, y: middle - ofBar / 2, width: track.width, height: ofBar },
  };
  const parts: (Mark | Group)[] = row.isOfWhole ? [{ kind: 'group', role: 'hidden', parts: [whole] }] : [];
  parts.push({ kind: 'group', role: 'symbol', label: plain(row.detail), parts: name });
  for (const bar of row.bars) parts.push(drawBar(bar, track, middle));
  const lines: Mark[] = [];
  if (row.tick !== undefined) {
    const x = track.x + within(row.tick) * track.width;
    lines.push({ kind: 'line', from: [x, middle - 10], to: [x, middle + 10], paint: 'now' });
  }
  if (row.isLast) {
    const y = top + rowHeight;
    lines.push({ kind: 'line', from: [margin, y], to: [right, y], paint: 'now', dashed: true });
  }
  if (lines.length > 0) parts.push({ kind: 'group', role: 'hidden', parts: lines });
  return { kind: 'group', role: 'group', label: plain(row.label), parts };
}

/** Full bars stand in the middle, those with a height of their own on the ground. */
function drawBar({ from, to, height, tone, detail }: Bar, track: { x: number; width: number }, middle: number): Group {
  const left = within(from) * track.width;
  const width = Math.max(1, within(to) * track.width - left);
  const tall = height === undefined ? ofBar : Math.max(1, within(height) * ofTrack);
  const y = height === undefined ? middle - ofBar / 2 : middle + ofTrack / 2 - tall;
  const x = track.x + Math.min(left, track.width - width);
  const mark: Mark = { kind: 'rect', paint: tone, x, y, width, height: tall };
  return { kind: 'group', role: 'symbol', label: plain(detail), parts: [mark] };
}

/** A number that is none draws nothing, instead of breaking the picture. */
function within(fraction: number): number {
  return fraction > 0 ? Math.min(fraction, 1) : 0;
}
