import fc from 'fast-check';
import { type Diagnostic, type JsonText, type JsonTextLimits, type Path, readJson } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { jsonValues } from './json-values.js';

/** Each fault as `code line:column-line:column`. */
function faultsOf(text: string, limits?: Partial<JsonTextLimits>): string[] {
  const read = readJson(text, limits);
  return read.diagnostics.map((diagnostic) => `${diagnostic.code} ${formatPlace(read, diagnostic)}`);
}

function formatPlace(read: JsonText, diagnostic: Diagnostic): string {
  const { line, column, endLine, endColumn } = read.locateDiagnostic(diagnostic);
  return `${line}:${column}-${endLine}:${endColumn}`;
}

function valueIn(text: string): unknown {
  const read = readJson(text);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text at a path, cut out by what `locate` says. */
function cutOut(text: string, path: Path): string {
  const { offset, endOffset } = readJson(text).locate(path);
  return text.slice(offset, endOffset);
}

describe('readJson', () => {
  const indents = fc.constantFrom(undefined, 1, '\t', '\r\n  ');

  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(jsonValues, indents, (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(valueIn(text)).toStrictEqual(JSON.parse(text));
      }),
    );
  });

  it('gives what JSON.parse gives for texts with every character escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const escapes = value.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        expect(valueIn(`{"${escapes}":"${escapes}"}`)).toStrictEqual({ [value]: value });
      }),
    );
  });

  it('refuses what JSON.parse refuses, and takes what it takes but for the stricter rules', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-0.5e+3',
      'true',
      'null',
      ' ',
      '\n',
      '01',
      "'",
      '"',
      '\\',
      'x',
      '-',
      '.',
      '/**/',
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
    const stricter = ['json/duplicate-key', 'json/number-out-of-range'];
    fc.assert(
      fc.property(texts, (text) => {
        const { ok, diagnostics } = readJson(text);
        expect(ok).toBe(diagnostics.length === 0);
        expect(diagnostics.every(({ code }) => stricter.includes(code))).toBe(parses(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('agrees with JSON.parse on texts that one change has damaged', () => {
    const changes = fc.tuple(fc.nat(), fc.constantFrom('', '"', ',', '{', ']', '\\', '0', '\u0000', '-', 'e'));
    fc.assert(
      fc.property(jsonValues, changes, (value, [at, piece]) => {
        const text = JSON.stringify({ value });
        const place = at % text.length;
        const damaged = text.slice(0, place) + piece + text.slice(place + 1);
        const read = readJson(damaged);
        const onlyStricter = read.diagnostics.every(({ code }) => /duplicate-key|out-of-range|ill-formed/.test(code));
        expect(onlyStricter).toBe(parses(damaged));
        if (read.ok) expect(read.value).toStrictEqual(JSON.parse(damaged));
        for (const diagnostic of read.diagnostics) expect(read.locateDiagnostic(diagnostic).line).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives a frozen value', () => {
    const value = valueIn('{"a":[{}]}') as { a: readonly object[] };
    expect([value, value.a, value.a[0]].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('makes __proto__ a property like any other', () => {
    const value = valueIn('{"__proto__":{"polluted":true},"a":1}') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'a']);
    expect('polluted' in value).toBe(false);
    expect(faultsOf('{"__proto__":1,"__proto__":2}')).toEqual(['json/duplicate-key 1:16-1:27']);
  });

  it.each([
    ['', ['json/unexpected-end 1:1-1:1']],
    [' \n ', ['json/unexpected-end 2:2-2:2']],
    ['{', ['json/unexpected-end 1:2-1:2']],
    ['[1,', ['json/unexpected-end 1:4-1:4']],
    ['{"a"', ['json/unexpected-end 1:5-1:5']],
    ['[1', ['json/unexpected-end 1:3-1:3']],
    ['[1}', ['json/syntax 1:3-1:4']],
    ['[,1]', ['json/syntax 1:2-1:3']],
    ['[1,,2]', ['json/syntax 1:4-1:5']],
    ['{"a" 1}', ['json/syntax 1:6-1:7']],
    ['{"a":}', ['json/syntax 1:6-1:7']],
    ['{[]:1}', ['json/syntax 1:2-1:3']],
    ['1 2', ['json/syntax 1:3-1:4']],
    ['@', ['json/syntax 1:1-1:2']],
    ['[1,]', ['json/trailing-comma 1:3-1:4']],
    ['{"a":1,\n}', ['json/trailing-comma 1:7-1:8']],
    ['[1 2]', ['json/missing-comma 1:4-1:4']],
    ['{"a":1 "b":2}', ['json/missing-comma 1:8-1:8']],
    ['{"a":1 2}', ['json/syntax 1:8-1:9']],
    ['// one\n[1] /* two\n */', ['json/comment 1:1-1:7', 'json/comment 2:5-3:4']],
    ['/* open', ['json/syntax 1:1-1:2']],
    ['[\'a\', "b"]', ['json/quotes 1:2-1:5']],
    ["{'a':1, b:2}", ['json/quotes 1:2-1:5', 'json/quotes 1:9-1:10']],
    ["['a]", ['json/unclosed-text 1:2-1:3']],
    ['["a\n"]', ['json/unclosed-text 1:2-1:3']],
    ['["a', ['json/unclosed-text 1:2-1:3']],
    ['{"a', ['json/unclosed-text 1:2-1:3']],
    ['["a\tb"]', ['json/control-character 1:4-1:5']],
    ['["\\x", "\\u12g4"]', ['json/bad-escape 1:3-1:5', 'json/bad-escape 1:9-1:11']],
    [
      '["\\ud800", "\\ude00\\ud83d", "\ud83d"]',
      ['json/ill-formed-text 1:2-1:10', 'json/ill-formed-text 1:12-1:26', 'json/ill-formed-text 1:28-1:31'],
    ],
    ['["\\ud83d\\ude00"]', []],
    ['[1e400, -1e400]', ['json/number-out-of-range 1:2-1:7', 'json/number-out-of-range 1:9-1:15']],
    ['[1e-400]', []],
    ['\ufeff[1,]', ['json/trailing-comma 1:3-1:4']],
    ['{"a":1,"\\u0061":2}', ['json/duplicate-key 1:8-1:16']],
    [
      '{"a":1,"b":2,"b":3,"a":4,"c":5,"c":6}',
      ['json/duplicate-key 1:14-1:17', 'json/duplicate-key 1:20-1:23', 'json/duplicate-key 1:32-1:35'],
    ],
    ['[{"a":1},{"a":2}]', []],
  ])('says of %j: %j', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([
    ['NaN', 'json/unknown-word', 'use null, or leave the key out'],
    ['-Infinity', 'json/unknown-word', 'use null, or leave the key out'],
    ['undefined', 'json/unknown-word', 'use null, or leave the key out'],
    ['True', 'json/unknown-word', 'write true'],
    ['None', 'json/unknown-word', 'write null'],
    ['revenue', 'json/unknown-word', 'put texts in double quotes'],
    ['+1', 'json/bad-number', 'leave the plus sign out'],
    ['-01', 'json/bad-number', 'leave leading zeros out'],
    ['.5', 'json/bad-number', 'a decimal point has digits on both sides'],
    ['1.', 'json/bad-number', 'a decimal point has digits on both sides'],
    ['0xff', 'json/bad-number', 'write it in plain decimal digits'],
    ['1_000', 'json/bad-number', 'write it in plain decimal digits'],
    ['1e', 'json/bad-number', 'a number ends with a digit'],
    ['-', 'json/bad-number', 'a number ends with a digit'],
    ['12px', 'json/bad-number', 'put texts in double quotes'],
    ["'a'", 'json/quotes', 'use double quotes'],
  ])('gives %s a hint of its own, and reads on', (word, code, hint) => {
    const { diagnostics } = readJson(`[${word}, ${word}]`);
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.hint])).toEqual([
      [code, hint],
      [code, hint],
    ]);
  });

  it('names both places of a key that stands twice', () => {
    const { diagnostics } = readJson('{ "metrics": [\n  { "unit": "USD",\n    "unit": "EUR" }\n] }');
    expect(diagnostics).toEqual([
      {
        code: 'json/duplicate-key',
        severity: 'error',
        path: ['metrics', 0, 'unit'],
        message: 'the key "unit" stands twice in metrics[0]: on line 2 and on line 3',
        hint: 'remove one of them: readers of JSON disagree on which one counts',
        span: [38, 44],
        related: [{ path: ['metrics', 0, 'unit'], message: 'first on line 2, column 5' }],
      },
    ]);
  });

  it('gives the path of what is wrong', () => {
    expect(readJson('{"a":[1,{"b":NaN}]}').diagnostics[0]?.path).toEqual(['a', 1, 'b']);
    expect(readJson('{"a":1,"\\x":2}').diagnostics[0]?.path).toEqual([]);
  });
});

describe('the limits of readJson', () => {
  it.each([
    ['depth', '[[1]]', { depth: 2 }, []],
    ['depth', '[[[1]]]', { depth: 2 }, ['json/too-deep 1:3-1:4']],
    ['length', '[1]', { length: 3 }, []],
    ['length', '[12]', { length: 3 }, ['json/too-long 1:1-1:1']],
    ['values', '[1,2]', { values: 3 }, []],
    ['values', '[1,2]', { values: 2 }, ['json/too-many-values 1:4-1:5']],
  ])('hold for %s: %s with %j', (_, text, limits, faults) => {
    expect(faultsOf(text, limits)).toEqual(faults);
  });

  it.each(['[', '{"a":', '[{"a":'])('refuse 100,000 times %s', (piece) => {
    expect(readJson(piece.repeat(100_000)).diagnostics.map(({ code }) => code)).toEqual(['json/too-deep']);
  });

  it('hold against 100,000 keys that stand twice', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `"k${i}":0`).join(',');
    const { diagnostics } = readJson(`{${keys},${keys}}`);
    expect(diagnostics).toHaveLength(1_001);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'json/too-many-faults',
      message: '99000 further faults are not listed',
    });
  });

  it('never print a name of 10 MB whole', () => {
    const name = 'n'.repeat(10_000_000);
    expect(valueIn(`{"${name}":"${name}"}`)).toStrictEqual({ [name]: name });
    const { diagnostics } = readJson(`{"${name}":1,"${name}":2}`);
    expect(diagnostics[0]?.message.length).toBeLessThan(300);
    expect(readJson(`[${name}]`).diagnostics[0]?.message.length).toBeLessThan(300);
  });
});

describe('locate', () => {
  it('finds every value of a text', () => {
    const keys = (value: unknown, path: Path): Path[] => {
      if (typeof value !== 'object' || value === null) return [path];
      const steps = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
      const inner = steps.flatMap((step) => keys((value as Record<string | number, unknown>)[step], [...path, step]));
      return [path, ...inner];
    };
    fc.assert(
      fc.property(jsonValues, fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        for (const path of keys(value, [])) {
          let expected: unknown = JSON.parse(text);
          for (const step of path) expected = (expected as Record<string | number, unknown>)[step];
          expect(JSON.parse(cutOut(text, path))).toStrictEqual(expected);
        }
      }),
      { numRuns: 50 },
    );
  });

  const text = '{\n  "metrics": [\r\n    { "id": "a",\r      "f\\u006frmula": "x\\n+ \\u0079" }\n  ]\n}';

  it.each([
    [['metrics', 0, 'id'], '3:13-3:16', '"a"'],
    [['metrics', 0, 'formula'], '4:23-4:36', '"x\\n+ \\u0079"'],
    [['metrics'], '2:14-5:4', undefined],
    [[], '1:1-6:2', text],
    // What is not there is found at what is around it.
    [['metrics', 0, 'unit'], '3:5-4:38', undefined],
    [['metrics', 7, 'unit'], '2:14-5:4', undefined],
    [['metrics', 'id'], '2:14-5:4', undefined],
    [['metrics', 0, 'id', 'deeper'], '3:13-3:16', '"a"'],
    [[0], '1:1-6:2', text],
    [['goals'], '1:1-6:2', text],
  ])('finds %j at %s', (path, place, written) => {
    const { line, column, endLine, endColumn } = readJson(text).locate(path);
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(place);
    if (written !== undefined) expect(cutOut(text, path)).toBe(written);
  });

  it('tells keys apart by what they mean, not by how they are written', () => {
    expect(cutOut('{"a\\n":1,"a\\\\n":2}', ['a\n'])).toBe('1');
    expect(cutOut('{"a\\n":1,"a\\\\n":2}', ['a\\n'])).toBe('2');
    expect(cutOut('{"\\"":1,"\\u0022\\u0022":2}', ['""'])).toBe('2');
    expect(cutOut('{"ab":1,"a":2}', ['a'])).toBe('2');
  });

  it('works on what could be read of a broken text', () => {
    expect(cutOut('{"a":[1,{"b":2', ['a', 1, 'b'])).toBe('2');
    expect(cutOut('{"a":[1,{"b":2', ['a', 1])).toBe('{"b":2');
    expect(cutOut('', ['a'])).toBe('');
  });

  it('finds the last of 100,000 metrics a thousand times', () => {
    const many = JSON.stringify(
      { metrics: Array.from({ length: 100_000 }, (_, i) => ({ id: `m${i}`, unit: '1' })) },
      null,
      1,
    );
    const read = readJson(many);
    for (let i = 99_000; i < 100_000; i++) {
      const { offset, endOffset } = read.locate(['metrics', i, 'id']);
      expect(many.slice(offset, endOffset)).toBe(`"m${i}"`);
    }
  });
});

describe('locateDiagnostic', () => {
  const text = '{"metrics":[{"formula":"a\\n+ \\u0062c * d","unitt":"x"}]}';
  const read = readJson(text);
  const cut = (diagnostic: Partial<Diagnostic>): string => {
    const { offset, endOffset } = read.locateDiagnostic({
      code: 'metrics/x',
      severity: 'error',
      message: '',
      path: [],
      ...diagnostic,
    });
    return text.slice(offset, endOffset);
  };

  it.each([
    ['a span in a text, past its escapes', { path: ['metrics', 0, 'formula'], span: [4, 6] }, '\\u0062c'],
    ['a span that is an escape', { path: ['metrics', 0, 'formula'], span: [1, 2] }, '\\n'],
    ['a span at the end of a text', { path: ['metrics', 0, 'formula'], span: [10, 10] }, ''],
    ['a span beyond the end of a text', { path: ['metrics', 0, 'formula'], span: [9, 99] }, 'd'],
    ['no span', { path: ['metrics', 0, 'unitt'] }, '"x"'],
    [
      'a span that no text is at',
      { path: ['metrics'], span: [0, 1] },
      '[{"formula":"a\\n+ \\u0062c * d","unitt":"x"}]',
    ],
    ['a key that is not known', { code: 'shape/unknown-key', path: ['metrics', 0, 'unitt'] }, '"unitt"'],
    [
      'a key that is missing',
      { code: 'shape/missing-key', path: ['metrics', 0, 'id'] },
      '{"formula":"a\\n+ \\u0062c * d","unitt":"x"}',
    ],
    [
      'a span at what is missing',
      { path: ['metrics', 0, 'id'], span: [0, 1] },
      '{"formula":"a\\n+ \\u0062c * d","unitt":"x"}',
    ],
    ['a fault of the text itself', { code: 'json/comment', span: [1, 10] }, '"metrics"'],
  ] as const)('finds %s', (_, diagnostic, expected) => {
    expect(cut(diagnostic)).toBe(expected);
  });

  it('agrees with the value on every span of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (value, a, b) => {
        const source = JSON.stringify([value]);
        const start = a % (value.length + 1);
        const end = start + (b % (value.length - start + 1));
        const found = readJson(source).locateDiagnostic({
          code: 'x/y',
          severity: 'error',
          message: '',
          path: [0],
          span: [start, end],
        });
        expect(JSON.parse(`"${source.slice(found.offset, found.endOffset)}"`)).toBe(value.slice(start, end));
      }),
    );
  });
});
