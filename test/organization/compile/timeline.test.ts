import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeline, entriesOn } from '../../../src/organization/compile/timeline.js';

describe('entriesOn', () => {
  it('finds what a filter finds in long rows, which are searched, and in short ones, which are read', () => {
    const number = fc.integer({ min: 0, max: 40 });
    const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), number, number), {
      minLength: 1,
      maxLength: 600,
      size: 'max',
    });
    fc.assert(
      fc.property(entries, number, (rows, day) => {
        const [key, from, to] = [0, 1, 2].map((column) => Int32Array.from(rows, (row) => row[column]!));
        const timeline = createTimeline(2, key!, { from: from!, to: to! });
        for (const asked of [0, 1]) {
          const found = rows.flatMap(([of, start, end], at) => (of === asked && start <= day && day < end ? [at] : []));
          expect(entriesOn(timeline, asked, day).sort((a, b) => a - b)).toEqual(found);
        }
      }),
      { numRuns: 300 },
    );
  });
});
