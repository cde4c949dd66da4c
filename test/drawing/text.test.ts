import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, plain, widthOf, wrap } from '../../src/drawing/text.js';

const texts = fc.string({ unit: fc.constantFrom(...'abcWil .-@é界🙂\u0301 '), maxLength: 60 }).map(plain);
const spaces = fc.integer({ min: 20, max: 300 });

describe('plain', () => {
  it.each([
    ['white space in one', ' a\n\t b ', 'a b'],
    ['control characters written out', 'a\u0000b\u0007', 'a\\u0000b\\u0007'],
    ['marks that turn text around written out', 'a\u202eb', 'a\\u202eb'],
    ['half a surrogate pair written out', 'a\ud83d', 'a\\ud83d'],
    ['what is no character replaced', 'a\ufffe\uffff', 'a\ufffd\ufffd'],
    ['other scripts as they are', 'Ärger 界 🙂', 'Ärger 界 🙂'],
  ])('gives %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('gives what it gave once more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plain(plain(text)) === plain(text)));
  });
});

describe('widthOf', () => {
  it.each([
    ['iiii', 4 * 222],
    ['WWWW', 4 * 1015],
    ['0123', 4 * 556],
    ['é', 800],
    ['e\u0301', 556],
    ['界', 1050],
    ['🙂', 1400],
  ])('estimates %s', (text, thousandths) => {
    expect(widthOf(text, 12)).toBeCloseTo((thousandths / 1000) * 12 * 1.08, 9);
    expect(widthOf(text, 12, true)).toBeCloseTo((thousandths / 1000) * 12 * 1.08 * 1.08, 9);
  });

  it('knows every character of ASCII that is printed', () => {
    const printed = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    expect(
      printed.filter((one) => widthOf(one, 12) > widthOf('W', 12) || widthOf(one, 12) === widthOf('é', 12)),
    ).toEqual([]);
  });
});

describe('fitted', () => {
  it.each([
    ['a text that fits', 'approve', 100, 'approve'],
    ['a text that does not', 'approve', 40, 'appr…'],
    ['no space before the dots', 'ab cdefgh', 36, 'ab…'],
    ['dots alone', 'WWW', 14, '…'],
    ['nothing without room', 'WWW', 5, ''],
    ['no half of a joined picture', '👩‍🚀👩‍🚀👩‍🚀', 60, '👩‍🚀…'],
  ])('gives %s', (_, text, space, expected) => {
    expect(fitted(text, space, 12)).toBe(expected);
  });

  it('never takes more than there is, and is a beginning of the text', () => {
    fc.assert(
      fc.property(texts, spaces, fc.boolean(), (text, space, bold) => {
        const result = fitted(text, space, 12, bold);
        expect(widthOf(result, 12, bold)).toBeLessThanOrEqual(space);
        if (result !== text) expect(text.startsWith(result.replace(/…$/, ''))).toBe(true);
        if (widthOf(text, 12, bold) <= space) expect(result).toBe(text);
      }),
    );
  });
});

describe('wrap', () => {
  it.each([
    ['one line', 'one two', 100, ['one two']],
    ['lines between words', 'one two three', 50, ['one two', 'three']],
    ['pieces of a long word', 'ana@example.com', 50, ['ana@ex', 'ample.c', 'om']],
    ['dots at the end of the last line', 'one two three four five six seven', 50, ['one two', 'three', 'four fi…']],
    ['an empty line of nothing', '', 50, ['']],
  ])('gives %s', (_, text, space, expected) => {
    expect(wrap(text, space, 12, 3)).toEqual(expected);
  });

  it('never takes more than there is, and loses nothing before the last line', () => {
    fc.assert(
      fc.property(texts, spaces, fc.integer({ min: 1, max: 5 }), (text, space, most) => {
        const lines = wrap(text, space, 12, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(space);
        const kept = lines.join('').replace(/…$/, '').replaceAll(' ', '');
        expect(text.replaceAll(' ', '').startsWith(kept)).toBe(true);
        if (!lines.at(-1)!.endsWith('…')) expect(kept).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
