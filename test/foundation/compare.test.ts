import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../src/foundation/compare.js';

describe('compareTexts', () => {
  it('orders as sort does by default', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect([...texts].sort(compareTexts)).toEqual([...texts].sort());
      }),
    );
    expect(compareTexts('a', 'a')).toBe(0);
    expect(['ä', 'z', 'Z', 'a'].sort(compareTexts)).toEqual(['Z', 'a', 'z', 'ä']);
  });
});
