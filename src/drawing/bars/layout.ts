import { heading, margin, type Section } from '../heading.js';
import { legend } from '../legend.js';
import { checkMarks } from '../options.js';
import type { Group, Mark, Scene, TextMark } from '../scene.js';
import { plain, widthOf, wrap } from '../text.js';
import { drawRow, type Measures, rowHeight, trackOf } from './row.js';
import type { BarChart, BarSection } from './types.js';

const lineHeight = 15;
const gap = 12;
/** Numbers come before names where there is little room: those are whole when they are pointed at. */
const mostOfWidth = { wide: { label: 0.34, value: 0.34 }, narrow: { label: 0.28, value: 0.52 } };
const narrow = 600;

/** Returns the chart laid out for a width. */
export function layOutBars(chart: BarChart, width: number): Scene {
  const rows = chart.sections.flatMap((section) => section.rows);
  checkMarks(rows.reduce((sum, { bars }) => sum + bars.length, rows.length));
  const measures = measure(chart, width);
  const title = heading(chart.title, width);
  const parts: (Mark | Group)[] = [...title.parts];
  let bottom = title.bottom;
  for (const section of chart.sections) {
    const drawn = drawSection(section, measures, bottom + 10);
    parts.push(...drawn.parts);
    bottom = drawn.bottom;
  }
  const meanings = legend(chart.legend, bottom + 8, width);
  return {
    width,
    height: Math.ceil(meanings.bottom + margin),
    title: plain(chart.title),
    description: plain(chart.description),
    parts: [...parts, ...meanings.parts],
  };
}

function measure({ sections }: BarChart, width: number): Measures {
  const space = width - 2 * margin;
  const rows = sections.flatMap((section) => section.rows);
  const longest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, widthOf(text, 12)), 0);
  const ofGlyph = rows.some(({ tone }) => tone !== undefined) ? 20 : 0;
  const label = longest(rows.map((row) => plain(row.label))) + ofGlyph + gap;
  const value = longest(rows.map((row) => plain(row.value))) + gap;
  const most = width < narrow ? mostOfWidth.narrow : mostOfWidth.wide;
  return {
    width,
    glyph: ofGlyph,
    label: Math.ceil(Math.min(label, space * most.label)),
    value: Math.ceil(Math.min(value, space * most.value)),
  };
}

function drawSection(section: BarSection, measures: Measures, top: number): Section {
  const space = measures.width - 2 * margin;
  const names = wrap(plain(section.label), space, 12, 2, true);
  const notes = section.note === '' ? [] : wrap(plain(section.note), space, 11, 6);
  const texts = [
    ...names.map((text, index): TextMark => ({ ...at(top, index), text, size: 12, bold: true })),
    ...notes.map((text, index): TextMark => ({ ...at(top, names.length + index), text, size: 11, quiet: true })),
  ];
  const first = top + texts.length * lineHeight + 6;
  const parts: (Mark | Group)[] = [...texts];
  section.rows.forEach((row, index) => {
    parts.push(drawRow(row, measures, first + index * rowHeight));
  });
  const bottom = first + section.rows.length * rowHeight;
  if (section.cut !== undefined && section.rows.length > 0) {
    const { x, width } = trackOf(measures);
    const place = x + section.cut * width;
    const line: Mark = { kind: 'line', from: [place, first], to: [place, bottom], paint: 'now', dashed: true };
    parts.push({ kind: 'group', role: 'hidden', parts: [line] });
  }
  return { parts: [{ kind: 'group', role: 'group', label: plain(section.label), parts }], bottom };
}

function at(top: number, line: number): { kind: 'text'; x: number; y: number } {
  return { kind: 'text', x: margin, y: top + 12 + line * lineHeight };
}
