import { parseExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';

function meaningOf(text: string): string {
  const result = parseExpression(text);
  if (!result.ok || result.expression.kind !== 'string') throw new Error(`${text} is not read as a text`);
  expect(result.expression.span).toEqual([0, text.length]);
  return result.expression.value;
}

function faultsOf(text: string) {
  const result = parseExpression(text);
  return result.ok ? [] : result.faults;
}

function recovered(text: string) {
  const result = parseExpression(text);
  return result.ok ? undefined : result.recovered;
}

describe('a text', () => {
  it.each([
    ["''", ''],
    ['""', ''],
    ["'EU'", 'EU'],
    ['"it\'s"', "it's"],
    ['\'say "hi"\'', 'say "hi"'],
    ["'“x”'", '“x”'],
    ["'a\tb'", 'a\tb'],
    [String.raw`'\\ \' \" \? ${'\\`'}'`, '\\ \' " ? `'],
    [String.raw`'\n\r\t\b\f\a\v'`, '\n\r\t\b\f\x07\v'],
    [String.raw`'\x41\X7a\u00e9\u20AC\U0001F600'`, 'Azé€😀'],
    [String.raw`'\U0010ffff'`, '\u{10ffff}'],
    [String.raw`'\000\101\377'`, '\0Aÿ'],
    [String.raw`'\1012'`, 'A2'],
    [String.raw`'\x412'`, 'A2'],
    [String.raw`'\ud7ff\ue000'`, '\ud7ff\ue000'],
    [String.raw`'a\\'`, 'a\\'],
    ["'😀'", '😀'],
  ])('%s means %j', (text, value) => {
    expect(meaningOf(text)).toBe(value);
  });

  it.each<readonly [text: string, spans: readonly (readonly [number, number])[]]>([
    [String.raw`'\q'`, [[1, 3]]],
    [
      String.raw`'a\d \w'`,
      [
        [2, 4],
        [5, 7],
      ],
    ],
    [String.raw`'\N'`, [[1, 3]]],
    [String.raw`'\x4'`, [[1, 4]]],
    [String.raw`'\x'`, [[1, 3]]],
    [String.raw`'\u12'`, [[1, 5]]],
    [String.raw`'\u123g'`, [[1, 6]]],
    [String.raw`'\U0001F60'`, [[1, 10]]],
    [String.raw`'\U00110000'`, [[1, 11]]],
    [String.raw`'\400'`, [[1, 5]]],
    [String.raw`'\12'`, [[1, 4]]],
    [String.raw`'\18'`, [[1, 3]]],
    [String.raw`'\8'`, [[1, 3]]],
    ["'\\😀'", [[1, 4]]],
  ])('%s has an escape that is none', (text, spans) => {
    const faults = faultsOf(text);
    expect(faults.map(({ span }) => span)).toEqual(spans);
    for (const { code, message, hint, span } of faults) {
      expect(code).toBe('expression/invalid-escape');
      expect(message).toBe(`"${text.slice(...span)}" is not an escape`);
      expect(hint).toBe(
        'write \\\\ for a backslash; the escapes are \\n \\r \\t \\\' \\" \\\\ \\uHHHH and those of CEL',
      );
    }
  });

  it('keeps what is around an escape that is none', () => {
    expect(recovered(String.raw`'a\qb'`)).toEqual({ kind: 'string', value: 'ab', span: [0, 6] });
  });

  it.each([
    ["'a\ud800'", 2, 3, '"\\ud800"'],
    ["'\udc00a'", 1, 2, '"\\udc00"'],
    ["'\ud800\ud800'", 1, 2, '"\\ud800"'],
    ["'\udc00\udc00'", 1, 2, '"\\udc00"'],
    ["'\udfff'", 1, 2, '"\\udfff"'],
    ["'\ud800\ue000'", 1, 2, '"\\ud800"'],
    [String.raw`'\ud83d'`, 1, 7, String.raw`"\ud83d"`],
    [String.raw`'\ud800'`, 1, 7, String.raw`"\ud800"`],
    [String.raw`'\uDFFF'`, 1, 7, String.raw`"\uDFFF"`],
    [String.raw`'\U0000dc00'`, 1, 11, String.raw`"\U0000dc00"`],
  ])('%j has half of a character', (text, start, end, quoted) => {
    expect(faultsOf(text)[0]).toEqual({
      code: 'expression/lone-surrogate',
      message: `${quoted} is half of a surrogate pair`,
      span: [start, end],
      hint: 'write the whole character, or \\UHHHHHHHH with its code point',
    });
  });

  it('refuses each half where two escapes are meant as a pair, as CEL does', () => {
    const text = String.raw`'\ud83d\ude00'`;
    expect(faultsOf(text).map(({ span }) => span)).toEqual([
      [1, 7],
      [7, 13],
    ]);
    expect(recovered(text)).toMatchObject({ value: '' });
  });

  it.each<readonly [text: string, end: number, value: string, quote: string]>([
    ["'abc", 4, 'abc', "'"],
    ['"abc', 4, 'abc', '"'],
    ["'", 1, '', "'"],
    ["'abc\\", 5, 'abc', "'"],
    ["'abc\\'", 6, "abc'", "'"],
    ['\'a"', 3, 'a"', "'"],
    ["'abc\n", 4, 'abc', "'"],
    ["'abc\r\n", 4, 'abc', "'"],
    ["'abc\\\n", 5, 'abc', "'"],
    ["'abc\\\r", 5, 'abc', "'"],
    ['“abc', 4, 'abc', '"'],
    ['‘abc', 4, 'abc', "'"],
  ])('%j is not closed', (text, end, value, quote) => {
    expect(faultsOf(text)).toEqual([
      {
        code: 'expression/unterminated-string',
        message: `the text "${text.slice(0, end)}" is not closed`,
        span: [0, end],
        hint: `close it with ${quote} on the same line; inside a text write \\${quote} for the quote itself`,
      },
    ]);
    expect(recovered(text)).toEqual({ kind: 'string', value, span: [0, end] });
  });

  it.each<readonly [text: string, value: string, plain: string]>([
    ['“EU”', 'EU', '"..."'],
    ['”EU”', 'EU', '"..."'],
    ['„EU“', 'EU', '"..."'],
    ['“EU"', 'EU', '"..."'],
    ['“it’s”', 'it’s', '"..."'],
    ['‘EU’', 'EU', "'...'"],
    ['’EU’', 'EU', "'...'"],
    ['‚EU‘', 'EU', "'...'"],
    ["‘EU'", 'EU', "'...'"],
    ['“a\\nb”', 'a\nb', '"..."'],
  ])('%s stands in curly quotes', (text, value, plain) => {
    expect(faultsOf(text)).toEqual([
      {
        code: 'expression/curly-quotes',
        message: expect.stringMatching(/^".*" stands in curly quotes$/),
        span: [0, text.length],
        hint: `put it in plain quotes: ${plain}`,
      },
    ]);
    expect(recovered(text)).toEqual({ kind: 'string', value, span: [0, text.length] });
  });

  it('quotes the text alone that stands in curly quotes', () => {
    expect(faultsOf('a == “EU” && b')[0]?.message).toBe('"“EU”" stands in curly quotes');
  });

  it('takes the last of the high and low halves as a character', () => {
    expect(faultsOf("'\udbff\udfff'")).toEqual([]);
  });
});
