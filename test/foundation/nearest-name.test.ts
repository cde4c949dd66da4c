import fc from 'fast-check';
import { createNameIndex, nearestName } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { naiveNearestName } from '../oracle/nearest-name.js';

describe('nearestName', () => {
  it.each([
    ['descriptionn', ['id', 'description'], 'description'],
    ['revneue', ['revenue', 'reserve'], 'revenue'],
    ['Revenue', ['revenue', 'Revenu'], 'revenue'],
    ['revenue', ['Revenue', 'revenue'], 'revenue'],
    ['cost', ['most', 'lost'], 'lost'],
    ['ab', ['cd'], undefined],
    ['abcd', ['abxy'], undefined],
    ['abcde', ['abxye'], 'abxye'],
    ['x', ['y', ''], undefined],
    ['x', ['X'], 'X'],
    ['', ['a'], undefined],
    ['a', [], undefined],
    ['revenue', ['orders', 'sessions'], undefined],
    ['constructor', ['constructr'], 'constructr'],
    ['x'.repeat(65), ['x'.repeat(64)], undefined],
    ['x'.repeat(64), ['x'.repeat(65)], undefined],
  ])('takes %s among %j for %s', (text, candidates, expected) => {
    expect(nearestName(text, candidates)).toBe(expected);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A'), maxLength: 12 });

  it('agrees with its naive twin', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 30 }), (text, candidates) => {
        expect(nearestName(text, candidates)).toBe(naiveNearestName(text, candidates));
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with its naive twin around names that differ by a few edits', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', '_'), minLength: 3, maxLength: 20 });
    const edited = fc.tuple(name, fc.array(fc.tuple(fc.nat(20), fc.constantFrom('', 'a', 'zz')), { maxLength: 3 }));
    fc.assert(
      fc.property(edited, fc.array(name, { maxLength: 20 }), ([wanted, edits], others) => {
        let text = wanted;
        for (const [at, letters] of edits) text = text.slice(0, at) + letters + text.slice(at + 1);
        const candidates = [...others, wanted, `${wanted}a`, [...wanted].reverse().join('')];
        expect(nearestName(text, candidates)).toBe(naiveNearestName(text, candidates));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same whatever the order of the candidates', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 10 }), (text, candidates) => {
        expect(nearestName(text, [...candidates].reverse())).toBe(nearestName(text, candidates));
      }),
    );
  });
});

describe('createNameIndex', () => {
  it('answers a thousand questions about 100,000 names', () => {
    const index = createNameIndex(Array.from({ length: 100_000 }, (_, i) => `metric_${i}`));
    let found = 0;
    for (let i = 0; i < 1_000; i++) if (index.nearest(`metrik_${i * 100}`) === `metric_${i * 100}`) found++;
    expect(found).toBe(1_000);
  });
});
