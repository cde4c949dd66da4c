import * as fc from 'fast-check';
import { createRandom } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { xoshiro128 } from '../../src/foundation/random.js';

describe('xoshiro128', () => {
  it('gives the numbers of the authors own program (version 1.1, state 1, 2, 3, 4)', () => {
    const next = xoshiro128(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('createRandom', () => {
  it('gives the same numbers in every release', () => {
    const random = createRandom(42);
    expect(Array.from({ length: 5 }, random.next)).toMatchInlineSnapshot(`
      [
        0.6075347297550263,
        0.03335966560147374,
        0.12892363564555276,
        0.5555892998662741,
        0.7484669730569592,
      ]
    `);
    expect(Array.from({ length: 10 }, () => random.integer(100))).toMatchInlineSnapshot(`
      [
        12,
        18,
        49,
        18,
        67,
        64,
        61,
        0,
        13,
        22,
      ]
    `);
    expect(createRandom('quarter 3').shuffle(['a', 'b', 'c', 'd', 'e', 'f'])).toMatchInlineSnapshot(`
      [
        "c",
        "d",
        "a",
        "f",
        "b",
        "e",
      ]
    `);
  });

  it('tells seeds apart, a number from a text too', () => {
    const firsts = [0, 1, -1, 0.5, 2 ** 53, '', '0', '1', 'one'].map((seed) => createRandom(seed).next());
    expect(new Set(firsts).size).toBe(9);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a seed', (seed) => {
    expect(() => createRandom(seed)).toThrow(expect.objectContaining({ code: 'foundation/random' }));
  });

  it.each([0, -1, 1.5, 2 ** 53 + 2, Number.NaN, Number.POSITIVE_INFINITY])('refuses an integer below %d', (below) => {
    expect(() => createRandom(1).integer(below)).toThrow(expect.objectContaining({ code: 'foundation/random' }));
  });

  it('draws integers within the range, however large', () => {
    const range = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }));
    fc.assert(
      fc.property(fc.integer(), range, (seed, below) => {
        const drawn = createRandom(seed).integer(below);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
      }),
    );
  });

  it('draws beyond 32 bits in full', () => {
    const random = createRandom(7);
    const drawn = Array.from({ length: 200 }, () => random.integer(2 ** 53));
    expect(Math.max(...drawn)).toBeGreaterThan(2 ** 52);
    expect(drawn.some((value) => value % 2 === 1)).toBe(true);
  });

  // 3 * 2^30 does not divide 2^32: taking the remainder alone would draw the lower third twice as often.
  it('favors no number where the range does not divide', () => {
    const random = createRandom('bias');
    const thirds = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw++) thirds[Math.floor(random.integer(3 * 2 ** 30) / 2 ** 30)]!++;
    for (const count of thirds) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('draws every face of a die, and each half of the unit interval, about equally often', () => {
    const random = createRandom('die');
    const faces = new Array<number>(6).fill(0);
    let low = 0;
    for (let draw = 0; draw < 60_000; draw++) {
      faces[random.integer(6)]!++;
      if (random.next() < 0.5) low++;
    }
    for (const count of faces) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    expect(Math.abs(low - 30_000)).toBeLessThan(600);
  });

  it('shuffles into every order about equally often, and leaves the list given as it is', () => {
    const random = createRandom('cards');
    const cards = Object.freeze(['a', 'b', 'c']);
    const counts = new Map<string, number>();
    for (let round = 0; round < 12_000; round++) {
      const order = random.shuffle(cards).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(220);
  });
});
