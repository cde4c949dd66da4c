import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutTimeline } from '../../../src/drawing/timeline/layout.js';
import type { Timeline } from '../../../src/drawing/timeline/types.js';
import type { Tone } from '../../../src/drawing/types.js';
import { defineCalendar } from '../../../src/foundation/calendar/define.js';
import { day, instantFromMilliseconds } from '../../../src/foundation/instant.js';
import { boxesOf, faultsOfLayout, marksOf } from '../boxes.js';

const start = Date.UTC(2026, 9, 20);
const hour = 3_600_000;
const calendar = defineCalendar({
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-11-18', name: 'Day of Repentance and Prayer' }],
});

const moment = fc.integer({ min: 0, max: 1_500 }).map((hours) => instantFromMilliseconds(start + hours * hour));
const words = fc.string({ unit: fc.constantFrom(...'abc WM.@é界'), maxLength: 50 });
const tone = fc.constantFrom<Tone>('neutral', 'good', 'bad', 'waiting', 'muted');
const span = fc.tuple(moment, moment, words, tone).map(([a, b, label, of]) => {
  const [from, to] = [a, b].sort();
  return { from: from!, to: to!, label, tone: of };
});
const lane = fc.record({
  label: words,
  spans: fc.array(span, { maxLength: 4 }),
  points: fc.array(fc.record({ at: moment, label: words, tone }), { maxLength: 6 }),
});
const timelines: fc.Arbitrary<Timeline> = fc.record({
  title: words,
  lanes: fc.array(lane, { maxLength: 4 }),
  lines: fc.array(fc.record({ at: moment, label: words }), { maxLength: 4 }),
  shades: fc.array(span, { maxLength: 2 }),
  now: moment,
  calendar: fc.constant(calendar),
  legend: fc.array(fc.record({ tone, meaning: words }), { maxLength: 5 }),
});
const widths = fc.integer({ min: 320, max: 1_400 });

describe('the layout of a timeline', () => {
  it('lays nothing over each other and cuts nothing, at any width', () => {
    fc.assert(
      fc.property(timelines, widths, (timeline, width) => {
        const scene = layOutTimeline(timeline, width);
        expect(scene.width).toBe(width);
        expect(faultsOfLayout(scene)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps bars in the picture and in rows of their own', () => {
    fc.assert(
      fc.property(timelines, widths, (timeline, width) => {
        const bars = marksOf(layOutTimeline(timeline, width)).flatMap((mark) =>
          mark.kind === 'rect' && mark.paint !== 'shade' ? [mark] : [],
        );
        for (const [index, bar] of bars.entries()) {
          expect(bar.x).toBeGreaterThanOrEqual(16);
          expect(bar.x + bar.width).toBeLessThanOrEqual(width - 16 + 0.01);
          expect(bar.width).toBeGreaterThanOrEqual(3 - 0.01);
          for (const other of bars.slice(0, index)) {
            if (other.y === bar.y) {
              expect(bar.x >= other.x + other.width || other.x >= bar.x + bar.width).toBe(true);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  const labelled = (from: string, to: string, label: string): Timeline => ({
    title: 'T',
    from: day('2026-11-01'),
    to: day('2026-11-11'),
    lanes: [{ label: 'Ana', spans: [{ from: day(from), to: day(to), label }] }],
  });

  /** Where the words and the glyph of the only bar are, in pixels from its beginning. */
  function offsets(timeline: Timeline): readonly number[] {
    const scene = layOutTimeline(timeline, 600);
    const bar = marksOf(scene).find((mark) => mark.kind === 'rect')!;
    const { label } = timeline.lanes[0]!.spans![0]!;
    const text = boxesOf(scene).find(({ name }) => name !== '' && label!.startsWith(name.replace('…', '')))!;
    const glyph = marksOf(scene).find((mark) => mark.kind === 'glyph')!;
    return [text.x, (glyph as { x: number }).x].map((x) => Math.round(x - (bar as { x: number }).x));
  }

  it.each([
    ['in the bar', labelled('2026-11-03', '2026-11-06', 'counts'), [23, 12]],
    ['right of it', labelled('2026-11-03', '2026-11-04', 'counts for legal'), [74, 63]],
    ['left of it', labelled('2026-11-10', '2026-11-11', 'counts for legal'), [-111, -12]],
  ])('puts the words %s', (_, timeline, expected) => {
    expect(offsets(timeline)).toEqual(expected);
  });

  it('puts the names of lanes above them where it is narrow, and beside them where it is not', () => {
    const timeline = { ...labelled('2026-11-03', '2026-11-06', 'counts') };
    const [above, beside] = [599, 600].map((width) => {
      const boxes = boxesOf(layOutTimeline(timeline, width));
      return boxes.find(({ name }) => name === 'counts')!.y - boxes.find(({ name }) => name === 'Ana')!.y;
    });
    expect(above).toBeGreaterThan(16);
    expect(Math.abs(beside!)).toBeLessThan(6);
  });
});
