import type { Section } from '../heading.js';
import type { Group, Mark, TextMark } from '../scene.js';
import { widthOf } from '../text.js';
import { axisOf, type Scale, type Tick } from './axis.js';

const rowHeight = 17;
const gap = 6;

/** The labels of the axis; its lines are drawn by `drawGrid`. Times are said with each mark, so that it is only for the eye. */
export function drawAxis(scale: Scale, top: number): Section {
  const { ticks, above } = axisOf(scale);
  const rows = [above, ticks].filter((row) => row.length > 0);
  const texts = rows.flatMap((row, index) =>
    labelsOf(row, scale, top + index * rowHeight + 12, rows.length === 2 && index === 0),
  );
  return { parts: [{ kind: 'group', role: 'hidden', parts: texts }], bottom: top + rows.length * rowHeight + 3 };
}

export function drawGrid(scale: Scale, top: number, bottom: number): Group {
  const { ticks } = axisOf(scale);
  const lines = ticks.map(({ x }): Mark => ({ kind: 'line', from: [x, top], to: [x, bottom], paint: 'line' }));
  return { kind: 'group', role: 'hidden', parts: lines };
}

/** Those that have room; above, the first gives way to the second, since it may stand for the rest of a day only. */
function labelsOf(ticks: readonly Tick[], scale: Scale, y: number, isAbove: boolean): readonly TextMark[] {
  const kept: { readonly x: number; readonly end: number; readonly mark: TextMark }[] = [];
  for (const { x, label, middle } of ticks) {
    const width = widthOf(label, 11);
    const start = middle === undefined ? x + 3 : middle - width / 2;
    const end = start + width;
    if (start < x || end > scale.right + 12) continue;
    const last = kept.at(-1);
    const crowded = last !== undefined && start < last.end + gap;
    if (crowded && !(isAbove && last.x === scale.left)) continue;
    if (crowded) kept.pop();
    kept.push({ x, end, mark: { kind: 'text', x: start, y, text: label, size: 11, quiet: true } });
  }
  return kept.map(({ mark }) => mark);
}
