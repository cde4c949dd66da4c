import { definitionOf } from '../../foundation/definition.js';
import { keelsonError } from '../../foundation/error.js';
import { plainText, quote } from '../../foundation/shorten.js';
import { checkMarks } from '../options.js';
import { plain } from '../text.js';
import { type Clock, createClock } from './clock.js';
import { daysOff } from './days-off.js';
import type { Item, Lane, Line, Shade } from './items.js';
import type { Moment, Timeline, TimelineLane } from './types.js';

/** A timeline with moments as numbers, cut to its axis. */
export interface ReadTimeline {
  readonly timeline: Timeline;
  readonly clock: Clock;
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly Lane[];
  readonly lines: readonly Line[];
  /** Named ones and those of the calendar. */
  readonly shades: readonly Shade[];
  readonly now?: number;
  /** How many marks lie outside of the axis. */
  readonly before: number;
  readonly after: number;
}

/** Throws a `KeelsonError` for what no timeline can be drawn of. */
export function readTimeline(timeline: Timeline): ReadTimeline {
  const { lanes, lines = [], shades = [], calendar } = timeline;
  const marks = lanes.map(({ spans = [], points = [] }) => 1 + spans.length + points.length);
  checkMarks(marks.reduce((sum, count) => sum + count, lines.length + shades.length));

  const clock = createClock(timeline.zone ?? (calendar === undefined ? 'UTC' : definitionOf(calendar).zone));
  const now = timeline.now === undefined ? undefined : clock.momentOf(timeline.now);
  const read = lanes.map((lane) => readLane(lane, clock));
  const readLines = lines.map(({ at, label }) => ({ at: clock.momentOf(at), label: plain(label) }));
  const readShades = shades.map(({ from, to, label = '' }) => ({ ...interval(clock, from, to), label: plain(label) }));

  const all = [
    ...read.flatMap(({ items }) => items.flatMap(({ from, to }) => [from, to].filter(Number.isFinite))),
    ...readLines.map(({ at }) => at),
    ...readShades.flatMap(({ from, to }) => [from, to]),
    ...(now === undefined ? [] : [now]),
  ];
  const { from, to } = axisOf(timeline, clock, all);
  const isBefore = (item: Item) => (item.kind === 'point' ? item.from < from : item.to <= from && item.from < from);
  const isAfter = (item: Item) => (item.kind === 'point' ? item.from > to : item.from >= to);
  const items = read.flatMap((lane) => lane.items);
  return {
    timeline,
    clock,
    from,
    to,
    lanes: read.map(({ label, items: own }) => ({
      label,
      items: own.filter((item) => !isBefore(item) && !isAfter(item)).map((item) => cut(item, from, to)),
    })),
    lines: readLines.filter(({ at }) => from <= at && at <= to),
    shades: [...readShades, ...(calendar === undefined ? [] : daysOff(calendar, clock, from, to))].filter(
      (shade) => shade.from < to && shade.to > from,
    ),
    ...(now !== undefined && from <= now && now <= to && { now }),
    before: items.filter(isBefore).length,
    after: items.filter(isAfter).length,
  };
}

const endless: number = Number.POSITIVE_INFINITY;
const unopened = { before: false, after: false };

function readLane({ label, spans = [], points = [] }: TimelineLane, clock: Clock): Lane {
  const items: Item[] = [];
  for (const { from: begin, to: end, label: text = '', tone = 'neutral', detail = text } of spans) {
    const { from, to } = interval(clock, begin, end);
    const times = [
      ...(begin === undefined ? [] : [`from ${clock.inWords(from)}`]),
      ...(end === undefined ? [] : [`to ${clock.inWords(to)}`]),
    ];
    const words = [plain(detail), times.join(' ')].filter((each) => each !== '').join(', ');
    items.push({ kind: 'span', from, to, open: unopened, label: plain(text), tone, words });
  }
  for (const { at: moment, label: text = '', tone = 'neutral', detail = text } of points) {
    const at = clock.momentOf(moment);
    const words = [plain(detail), clock.inWords(at)].filter((each) => each !== '').join(', ');
    items.push({ kind: 'point', from: at, to: at, open: unopened, label: plain(text), tone, words });
  }
  return { label: plain(label), items };
}

/** What has no beginning or no end is endless there. */
function interval(clock: Clock, begin: Moment | undefined, end: Moment | undefined) {
  const from = begin === undefined ? -endless : clock.momentOf(begin);
  const to = end === undefined ? endless : clock.momentOf(end);
  if (from <= to) return { from, to };
  throw keelsonError(
    'drawing/interval-backwards',
    `what begins at ${quote(plainText(begin))} cannot end at ${quote(plainText(end))}`,
  );
}

function axisOf({ from: begin, to: end }: Timeline, clock: Clock, all: readonly number[]) {
  let first = endless;
  let last = -endless;
  for (const at of all) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const from = begin === undefined ? startOfDay(clock, first) : clock.momentOf(begin);
  const to = end === undefined ? endOfDay(clock, last, from) : clock.momentOf(end);
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw keelsonError('drawing/no-time', 'nothing in the timeline has a time: say where the axis begins and ends');
  }
  if (from < to) return { from, to };
  throw keelsonError('drawing/interval-backwards', 'the axis of the timeline ends before it begins');
}

function startOfDay(clock: Clock, moment: number): number {
  return Number.isFinite(moment) ? clock.startOf(clock.dayNumberAt(moment)) : moment;
}

/** A day that only just began is not worth its width. */
function endOfDay(clock: Clock, last: number, from: number): number {
  if (!Number.isFinite(last)) return last;
  const dayNumber = clock.dayNumberAt(last);
  const start = clock.startOf(dayNumber);
  return start === last && start > from ? last : clock.startOf(dayNumber + 1);
}

function cut(item: Item, from: number, to: number): Item {
  if (item.kind === 'point') return item;
  const open = { before: item.from < from, after: item.to > to };
  return { ...item, from: Math.max(item.from, from), to: Math.min(item.to, to), open };
}
