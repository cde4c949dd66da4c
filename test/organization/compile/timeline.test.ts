import fc from 'fast-check';
import type { Day } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import {
  beginning,
  countOf,
  createTimeline,
  end,
  entriesOn,
  spansOf,
} from '../../../src/organization/compile/timeline.js';

describe('spansOf', () => {
  it('numbers days from 1970, and takes an open side for all the days there are', () => {
    const { from, to } = spansOf([
      { from: '1970-01-02' as Day, to: '1970-02-01' as Day },
      { from: '1969-12-31' as Day },
      { to: '2027-01-01' as Day },
      {},
    ]);
    expect([...from]).toEqual([1, -1, beginning, beginning]);
    expect([...to]).toEqual([31, end, 20_819, end]);
    expect([beginning, end]).toEqual([-(2 ** 31), 2 ** 31 - 1]);
  });
});

describe('countOf', () => {
  it('counts the entries of a key on whatever days', () => {
    const none = spansOf([{}, {}, {}, {}]);
    const timeline = createTimeline(3, Int32Array.of(2, 0, 2, 2), none);
    expect([0, 1, 2].map((key) => countOf(timeline, key))).toEqual([1, 0, 3]);
  });
});

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
