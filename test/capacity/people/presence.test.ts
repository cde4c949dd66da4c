import fc from 'fast-check';
import type { Day } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { presenceIn } from '../../../src/capacity/people/presence.js';

/** The days of January 2027 by their number there, from 1. */
const first = Date.UTC(2026, 11, 31) / 86_400_000;
const dayOf = (at: number): Day => new Date((first + at) * 86_400_000).toISOString().slice(0, 10) as Day;
type Span = readonly [from: number | undefined, to: number | undefined];
const spanOf = ([from, to]: Span) => ({
  ...(from !== undefined && { from: dayOf(from) }),
  ...(to !== undefined && { to: dayOf(to) }),
});

function presence(engagements: readonly Span[] | undefined, absences?: readonly Span[]): readonly number[][] {
  const found = presenceIn([first + 1, first + 11], engagements?.map(spanOf), absences?.map(spanOf));
  return found.map(([from, to]) => [from - first, to - first]);
}

describe('presenceIn', () => {
  it.each<readonly [string, readonly Span[] | undefined, readonly Span[] | undefined, readonly number[][]]>([
    ['every day where nothing is said', undefined, undefined, [[1, 11]]],
    ['no day without an engagement', [], [], []],
    ['the days of an engagement', [[3, 5]], [], [[3, 5]]],
    [
      'what of engagements is in the horizon',
      [
        [-4, 3],
        [9, 40],
      ],
      [],
      [
        [1, 3],
        [9, 11],
      ],
    ],
    [
      'no day outside of it',
      [
        [-4, 1],
        [11, 40],
      ],
      [],
      [],
    ],
    ['no day of a span that ends as it begins', [[4, 4]], [], []],
    ['no day of a span that ends before it begins', [[6, 4]], [], []],
    [
      'engagements that touch or overlap as one',
      [
        [5, 8],
        [3, 5],
        [4, 6],
      ],
      [],
      [[3, 8]],
    ],
    [
      'the longer of two that begin together',
      [
        [3, 8],
        [3, 5],
      ],
      [],
      [[3, 8]],
    ],
    [
      'the days around an absence',
      undefined,
      [[4, 6]],
      [
        [1, 4],
        [6, 11],
      ],
    ],
    ['nothing before an absence that begins with the horizon', undefined, [[-2, 3]], [[3, 11]]],
    ['nothing after an absence that ends with it', undefined, [[8, undefined]], [[1, 8]]],
    ['nothing where all are absences', [[2, 9]], [[undefined, undefined]], []],
    [
      'absences of several engagements',
      [
        [1, 4],
        [6, 9],
      ],
      [
        [2, 3],
        [3, 7],
        [8, 20],
      ],
      [
        [1, 2],
        [7, 8],
      ],
    ],
    [
      'one absence over several engagements',
      [
        [1, 3],
        [4, 6],
        [7, 11],
      ],
      [[2, 8]],
      [
        [1, 2],
        [8, 11],
      ],
    ],
    [
      'engagements after absences that are over',
      [
        [5, 7],
        [9, 10],
      ],
      [
        [1, 2],
        [3, 5],
        [7, 9],
      ],
      [
        [5, 7],
        [9, 10],
      ],
    ],
  ])('gives %s', (_, engagements, absences, expected) => {
    expect(presence(engagements, absences)).toEqual(expected);
  });

  it('is what looking at day by day gives', () => {
    const end = fc.option(fc.integer({ min: -2, max: 14 }), { nil: undefined });
    const spans = fc.array(fc.tuple(end, end), { maxLength: 4 });
    const holds = (list: readonly Span[], day: number) => list.some(([from = -99, to = 99]) => from <= day && day < to);
    fc.assert(
      fc.property(fc.option(spans, { nil: undefined }), spans, (engagements, absences) => {
        const days = Array.from({ length: 10 }, (_, at) => at + 1);
        const there = days.filter(
          (day) => holds(engagements ?? [[undefined, undefined]], day) && !holds(absences, day),
        );
        const found = presence(engagements, absences);
        expect(found.flatMap(([from, to]) => days.filter((day) => from! <= day && day < to!))).toEqual(there);
        // Apart from each other, and none empty.
        for (const [at, [from, to]] of found.entries()) {
          expect(from).toBeLessThan(to!);
          if (at > 0) expect(found[at - 1]![1]).toBeLessThan(from!);
        }
      }),
    );
  });
});
