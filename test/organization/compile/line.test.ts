import { describe, expect, it } from 'vitest';
import { aboveOf, lineAbove } from '../../../src/organization/compile/line.js';
import { numberIds } from '../../../src/organization/compile/numbering.js';

describe('aboveOf', () => {
  it('gives the number of the parent of each, and -1 where there is none that is known', () => {
    const teams = [
      { id: 'payments', parent: 'commerce' },
      { id: 'commerce' },
      { id: 'growth', parent: 'nobody knows' },
      { id: 'checkout', parent: 'payments' },
    ];
    const numbering = numberIds(teams.map(({ id }) => id));
    const above = aboveOf(numbering, teams, ({ parent }) => parent);
    const named = numbering.ids.map((id, index) => [id, numbering.ids[above[index]!] ?? null]);
    expect(named).toEqual([
      ['checkout', 'payments'],
      ['commerce', null],
      ['growth', null],
      ['payments', 'commerce'],
    ]);
    expect([...above]).toEqual([3, -1, -1, 1]);
  });
});

describe('lineAbove', () => {
  it.each([
    ['nothing above', [-1, 0], 0, []],
    ['a line, the nearest first', [-1, 0, 1, 2], 3, [2, 1, 0]],
    ['a circle that the place is in, without the place', [2, 0, 1], 0, [2, 1]],
    ['a circle above the place, each once', [1, 2, 1, 0], 3, [0, 1, 2]],
    ['what is above itself', [0], 0, []],
  ])('gives %s', (_, above, start, line) => {
    expect([...lineAbove(Int32Array.from(above), start)]).toEqual(line);
  });
});
