import { footnote, heading, margin } from '../heading.js';
import { legend } from '../legend.js';
import type { Scene } from '../scene.js';
import { plain, widthOf } from '../text.js';
import type { Scale } from './axis.js';
import { drawBands, drawLines, drawShades } from './bands.js';
import { drawAxis, drawGrid } from './draw-axis.js';
import { drawLanes, type LabelPlace } from './lanes.js';
import { type ReadTimeline, readTimeline } from './read.js';
import type { Timeline } from './types.js';

/** Below this width the names of lanes stand above them. */
const narrow = 600;
const columnGap = 18;

/** Returns the timeline laid out for a width. */
export function layOutTimeline(timeline: Timeline, width: number): Scene {
  const read = readTimeline(timeline);
  const labels = labelPlace(read, width);
  const left = labels.kind === 'column' ? margin + labels.width + columnGap : margin;
  const scale: Scale = { clock: read.clock, from: read.from, to: read.to, left, right: width - margin };

  const title = heading(timeline.title, width);
  const axis = drawAxis(scale, title.bottom + 8);
  const bands = drawBands(read, scale, axis.bottom);
  const lanes = drawLanes(read.lanes, scale, bands.bottom, labels);
  const signs = (timeline.legend ?? []).filter(({ tone }) => isDrawn(read, tone));
  const meanings = legend(signs, lanes.bottom + 8, width);
  const notes = footnote(notesOf(read), meanings.bottom, width);
  return {
    width,
    height: Math.ceil(notes.bottom + margin),
    title: plain(timeline.title),
    description: descriptionOf(read),
    parts: [
      ...title.parts,
      drawShades(read, scale, axis.bottom, lanes.bottom),
      drawGrid(scale, axis.bottom, lanes.bottom),
      ...axis.parts,
      drawLines(read, scale, axis.bottom, lanes.bottom),
      ...bands.parts,
      ...lanes.parts,
      ...meanings.parts,
      ...notes.parts,
    ],
  };
}

function labelPlace({ lanes }: ReadTimeline, width: number): LabelPlace {
  if (width < narrow) return { kind: 'above' };
  const widest = lanes.reduce((most, { label }) => Math.max(most, widthOf(label, 12, true)), 40);
  return { kind: 'column', width: Math.ceil(Math.min(widest, width * 0.2)) };
}

function isDrawn({ lanes }: ReadTimeline, tone: string): boolean {
  return lanes.some(({ items }) => items.some((item) => item.tone === tone));
}

function notesOf({ clock, timeline, shades, before, after }: ReadTimeline): readonly string[] {
  const outside = [...(before > 0 ? [`${before} before it`] : []), ...(after > 0 ? [`${after} after it`] : [])].join(
    ' and ',
  );
  return [
    `Days in ${clock.zone}.`,
    ...(timeline.calendar !== undefined && shades.length > 0 ? ['Shaded: no working days.'] : []),
    ...(outside === '' ? [] : [`Outside of the axis: ${outside}.`]),
  ];
}

function descriptionOf({ timeline, clock, from, to, lanes, before, after }: ReadTimeline): string {
  const marks = lanes.reduce((sum, { items }) => sum + items.length, 0);
  return [
    ...(timeline.description === undefined ? [] : [plain(timeline.description)]),
    `A timeline from ${clock.inWords(from)} to ${clock.inWords(to)} by the clocks of ${clock.zone},`,
    `with ${count(lanes.length, 'lane')} and ${count(marks, 'mark')}.`,
    ...(before + after === 0 ? [] : [`${count(before + after, 'mark')} outside of it not shown.`]),
  ].join(' ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
