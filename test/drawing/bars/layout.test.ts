import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutBars } from '../../../src/drawing/bars/layout.js';
import type { BarChart } from '../../../src/drawing/bars/types.js';
import { faultsOfLayout, marksOf } from '../boxes.js';

const words = fc.string({ unit: fc.constantFrom(...'abc WM.@é界'), maxLength: 50 });
const tone = fc.constantFrom('neutral', 'good', 'bad', 'waiting', 'muted');
const place = fc.oneof(fc.double(), fc.double({ min: 0, max: 1, noNaN: true }));
const bar = fc.record(
  { from: place, to: place, height: place, tone, detail: words },
  { requiredKeys: ['from', 'to', 'tone', 'detail'] },
);
const row = fc.record(
  { label: words, tone, value: words, detail: words, bars: fc.array(bar, { maxLength: 5 }), tick: place },
  { requiredKeys: ['label', 'value', 'detail', 'bars'] },
);
const charts = fc.record({
  title: words,
  description: words,
  sections: fc.array(fc.record({ label: words, note: words, rows: fc.array(row, { maxLength: 5 }) }), { maxLength: 4 }),
  legend: fc.array(fc.record({ tone, meaning: words }), { maxLength: 4 }),
}) as fc.Arbitrary<BarChart>;

describe('the layout of bars', () => {
  it('lays no text over another and cuts none, at any width', () => {
    fc.assert(
      fc.property(charts, fc.integer({ min: 320, max: 1_400 }), (chart, width) => {
        expect(faultsOfLayout(layOutBars(chart, width))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps bars between the labels and the values, whatever numbers they have', () => {
    fc.assert(
      fc.property(charts, fc.integer({ min: 320, max: 1_400 }), (chart, width) => {
        for (const mark of marksOf(layOutBars(chart, width))) {
          if (mark.kind !== 'rect') continue;
          expect(mark.x).toBeGreaterThanOrEqual(16);
          expect(mark.x + mark.width).toBeLessThanOrEqual(width - 16 + 1e-6);
          expect(mark.height).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
