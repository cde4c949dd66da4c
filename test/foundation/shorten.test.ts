import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWellFormed } from '../../src/foundation/names.js';
import { quote, shorten } from '../../src/foundation/shorten.js';

describe('shorten', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly 10', 10, 'exactly 10'],
    ['0123456789a', 10, '01234…789a'],
    ['line\nbreak\r\ttab', 80, 'line\\nbreak\\r\\ttab'],
    ['bell\u0007 del\u007f c1\u009b', 80, 'bell\\u0007 del\\u007f c1\\u009b'],
    ['turned\u202e around\u2066', 80, 'turned\\u202e around\\u2066'],
    ['half \ud83d', 80, 'half \\ud83d'],
    ['line\u2028sep', 80, 'line\\u2028sep'],
    ['whole 😀', 80, 'whole 😀'],
    // Both cuts would fall inside a pair: the pairs are left out whole.
    ['abcd😀xyzxyz😀abc', 10, 'abcd…abc'],
  ])('gives %j in %d as %j', (text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });

  it('keeps both ends of a text of 10 MB', () => {
    const text = shorten(`start${'x'.repeat(10_000_000)}end`);
    expect(text).toHaveLength(80);
    expect(text).toMatch(/^startx+…x+end$/);
  });

  it('gives printable, well-formed text of bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 3, max: 90 }), (text, max) => {
        const short = shorten(text, max);
        expect(isWellFormed(short)).toBe(true);
        expect(short).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
        expect(short.length).toBeLessThanOrEqual(6 * max);
      }),
    );
  });
});

describe('quote', () => {
  it('puts the shortened text in quotes', () => {
    expect(quote('a\u0000')).toBe('"a\\u0000"');
  });
});
