import { parseExpression, printExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';

function faultsOf(text: string) {
  const result = parseExpression(text);
  return result.ok ? [] : result.faults;
}

function recovered(text: string): string {
  const result = parseExpression(text);
  return result.ok || !result.recovered ? '' : printExpression(result.recovered);
}

describe('an operator of another notation', () => {
  it.each([
    ['===', '=='],
    ['!==', '!='],
    ['<>', '!='],
    ['=<', '<='],
    ['=>', '>='],
    ['&', '&&'],
    ['|', '||'],
    ['×', '*'],
    ['·', '*'],
    ['⋅', '*'],
    ['∗', '*'],
    ['÷', '/'],
    ['∕', '/'],
    ['⁄', '/'],
    ['−', '-'],
    ['–', '-'],
    ['—', '-'],
    ['≤', '<='],
    ['≥', '>='],
    ['≠', '!='],
    ['∧', '&&'],
    ['∨', '||'],
  ])('%s is read as %s', (written, meant) => {
    for (const text of [`a ${written} b`, `a${written}b`]) {
      const at = text.indexOf(written);
      expect(faultsOf(text)).toEqual([
        {
          code: 'expression/foreign-operator',
          message: `"${written}" is not an operator here`,
          span: [at, at + written.length],
          hint: `write ${meant}`,
        },
      ]);
      expect(recovered(text)).toBe(`a ${meant} b`);
    }
  });

  it('may stand before a value', () => {
    expect(recovered('¬a')).toBe('!a');
    expect(faultsOf('¬a')[0]?.hint).toBe('write !');
    expect(recovered('−a')).toBe('-a');
  });

  it.each([
    ['a ^ b', 'pow(a, b)', 2, 3],
    ['a ** b', 'pow(a, b)', 2, 4],
    ['a ^ b ^ c', 'pow(a, pow(b, c))', 2, 3],
    ['-a ^ 2', '-pow(a, 2)', 3, 4],
    ['a ^ -b * c', 'pow(a, -b) * c', 2, 3],
    ['2 * a ^ b', '2 * pow(a, b)', 6, 7],
    ['a b ^ c', 'pow(a, c)', 4, 5],
  ])('%s is read as %s', (text, tree, start, end) => {
    const fault = faultsOf(text).find(({ code }) => code === 'expression/foreign-operator');
    expect(fault).toMatchObject({ span: [start, end], hint: 'write pow(a, b)' });
    expect(recovered(text)).toBe(tree);
  });

  it('gives the power the span of its text', () => {
    const result = parseExpression(' (a) ^ 2');
    expect(!result.ok && result.recovered).toMatchObject({ kind: 'call', name: 'pow', span: [1, 8] });
  });
});

describe('a name of another notation', () => {
  it.each([
    ['größe', 5],
    ['Ñu_1', 4],
    ['売上', 2],
    ['été2', 4],
    ['e\u0301', 2],
  ])('%s is one word and one fault', (word, length) => {
    if (word === 'e\u0301') {
      // A combining mark without a letter beyond ASCII before it is a stray character.
      expect(faultsOf(word).map(({ code, span }) => [code, span])).toEqual([['expression/unknown-character', [1, 2]]]);
      return;
    }
    expect(faultsOf(`${word} * 2`)).toEqual([
      {
        code: 'expression/invalid-name',
        message: `"${word}" is not a name`,
        span: [0, length],
        hint: 'a name is made of the letters A to Z and a to z, digits and _',
      },
    ]);
    expect(recovered(`${word} * 2`)).toBe(`${word} * 2`);
  });

  it('may stand in backticks', () => {
    expect(faultsOf('2 * `a b`')).toEqual([
      {
        code: 'expression/invalid-name',
        message: '"`a b`" is not a name',
        span: [4, 9],
        hint: 'write the name without backticks',
      },
    ]);
    expect(recovered('2 * `orders`')).toBe('2 * orders');
  });

  it.each(['`a', '``', '`a\n`'])('is none in %j', (text) => {
    expect(faultsOf(text)[0]?.code).toBe('expression/unknown-character');
  });
});

describe('a character that means nothing', () => {
  it.each([
    ['$', 'expression/currency-sign', 'the currency sign "$" is no part of an expression'],
    ['€', 'expression/currency-sign', 'the currency sign "€" is no part of an expression'],
    ['#', 'expression/unknown-character', '"#" is no part of an expression'],
    ['\\', 'expression/unknown-character', '"\\" is no part of an expression'],
    ['²', 'expression/unknown-character', '"²" (U+00B2) is no part of an expression'],
    ['\0', 'expression/unknown-character', '"\\u0000" is no part of an expression'],
    ['\ud800', 'expression/unknown-character', '"\\ud800" (U+D800) is no part of an expression'],
    ['😀', 'expression/unknown-character', '"😀" (U+1F600) is no part of an expression'],
    ['⚠\ufe0f', 'expression/unknown-character', '"⚠\ufe0f" (U+26A0) is no part of an expression'],
    ['???', 'expression/unknown-character', '"???" is no part of an expression'],
    ['\u007f', 'expression/unknown-character', '"\\u007f" is no part of an expression'],
    ['\u0080', 'expression/unknown-character', '"\\u0080" (U+0080) is no part of an expression'],
  ])('%j is passed over', (character, code, message) => {
    const text = `a ${character} + b`;
    const end = 2 + character.length;
    const hint = code.endsWith('currency-sign') ? 'leave it out: numbers carry no unit, names no sign' : 'leave it out';
    expect(faultsOf(text)).toEqual([{ code, message, span: [2, end], hint }]);
    expect(recovered(text)).toBe('a + b');
  });

  it.each(['\u00a0', '\u2003', '\u200b', '\ufeff', '\u00a0\u00a0'])('%j is a blank that is none', (blank) => {
    const [fault, ...more] = faultsOf(`a +${blank}b`);
    expect(fault).toMatchObject({ span: [3, 3 + blank.length], hint: 'replace it by a plain space' });
    expect(fault?.message).toContain(`(U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`);
    expect(more).toEqual([]);
  });

  it.each([
    ['😀×b', ['unknown-character', 'foreign-operator']],
    ['😀“b”', ['unknown-character', 'curly-quotes']],
    ['😀ö', ['unknown-character', 'invalid-name']],
    ['😀€', ['unknown-character', 'currency-sign']],
    ['#?', ['unknown-character', 'unknown-character']],
    ['$$', ['currency-sign', 'currency-sign']],
  ])('%s: a run ends where something else begins', (text, codes) => {
    expect(faultsOf(text).map(({ code }) => code.replace('expression/', ''))).toEqual(expect.arrayContaining(codes));
  });
});
