import fc from 'fast-check';
import { canonicalJson, isKeelsonError, type Json } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { definitionKind } from '../../src/foundation/definition.js';
import { jsonValues } from './json-values.js';

/** The naive twin: recursive, by the words of the RFC. */
function naive(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(naive).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${naive(inner)}`).join(',')}}`;
}

describe('canonicalJson', () => {
  it.each([
    // RFC 8785, section 3.2.2 and 3.2.3.
    [
      {
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      {
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    // RFC 8785, appendix B.
    [[-0, 5e-324, -5e-324, 1.7976931348623157e308], '[0,5e-324,-5e-324,1.7976931348623157e+308]'],
    [
      [9007199254740992, 295147905179352830000, 9.999999999999997e22, 1e23],
      '[9007199254740992,295147905179352830000,9.999999999999997e+22,1e+23]',
    ],
    [[333333333.3333332, 333333333.33333325, 0.000001, 1e-7], '[333333333.3333332,333333333.33333325,0.000001,1e-7]'],
    [{ '10': 1, '9': 2, a: 3 }, '{"10":1,"9":2,"a":3}'],
    [{}, '{}'],
    [[], '[]'],
    [[{}, [[]], ''], '[{},[[]],""]'],
    ['text', '"text"'],
    [null, 'null'],
  ])('writes %j', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it('agrees with its naive twin', () => {
    fc.assert(fc.property(jsonValues, (value) => canonicalJson(value) === naive(value)));
  });

  it('is read back as an equal value', () => {
    fc.assert(
      fc.property(jsonValues, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        // JSON writes -0 as 0.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('takes a definition for its stored form', () => {
    expect(canonicalJson(definitionKind<object, null>('tree').seal({ id: 'a' }, null))).toBe('{"id":"a"}');
  });

  it('writes nested lists without recursion', () => {
    const depth = 1_000;
    expect(canonicalJson(JSON.parse('['.repeat(depth) + ']'.repeat(depth)))).toBe(
      '['.repeat(depth) + ']'.repeat(depth),
    );
  });

  it.each([
    ['NaN', Number.NaN],
    ['undefined', undefined],
    ['a bigint', [1n]],
    ['a date', { a: new Date(0) }],
    ['half of a surrogate pair', '\ud800'],
  ])('throws for %s, which is no JSON', (_, value) => {
    let thrown: unknown;
    try {
      canonicalJson(value);
    } catch (error) {
      thrown = error;
    }
    expect(isKeelsonError(thrown) && thrown.code).toBe('foundation/not-json');
    expect(isKeelsonError(thrown) && thrown.diagnostics).toHaveLength(1);
  });
});
