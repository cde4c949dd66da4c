import fc from 'fast-check';
import { parseExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';

function meaningOf(text: string): number {
  const result = parseExpression(text);
  if (!result.ok || result.expression.kind !== 'number') throw new Error(`${text} is not read as a number`);
  return result.expression.value;
}

function faultOf(text: string) {
  const result = parseExpression(text);
  if (result.ok) return undefined;
  const [fault] = result.faults;
  return { ...fault, count: result.faults.length, recovered: result.recovered };
}

describe('a number', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['007', 7],
    ['2.5', 2.5],
    ['.5', 0.5],
    ['0.1', 0.1],
    ['1e3', 1000],
    ['1E3', 1000],
    ['1e+21', 1e21],
    ['1.5E-3', 0.0015],
    ['.5e1', 5],
    ['0.000001', 0.000001],
    ['123456789012345', 123456789012345],
    ['12345678901234.5', 12345678901234.5],
    ['9007199254740993', 9007199254740992],
    ['0.1234567890123456789', 0.12345678901234568],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['5e-324', 5e-324],
    ['1e-999', 0],
  ])('%s is %d', (text, value) => {
    expect(meaningOf(text)).toBe(value);
  });

  it('is what JavaScript makes of the same digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,18}(\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?$/), (text) => {
        expect(meaningOf(text)).toBe(Number(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<readonly [text: string, end: number, hint: string, value: number]>([
    ['5k', 2, 'write 5000', 5000],
    ['5K', 2, 'write 5000', 5000],
    ['1.1M', 4, 'write 1100000', 1_100_000],
    ['2B', 2, 'write 2000000000', 2e9],
    ['5_000', 5, 'write 5000', 5000],
    ['1_000_000', 9, 'write 1000000', 1_000_000],
    ['12_000', 6, 'write 12000', 12_000],
    ['1__0', 4, 'put an operator between: 1 * __0', 1],
    ['1_0_', 4, 'put an operator between: 1 * _0_', 1],
    ['0x1F', 4, 'write 31', 31],
    ['1.', 2, 'write 1', 1],
    ['2x', 2, 'put an operator between: 2 * x', 2],
    ['2.5rate_1', 9, 'put an operator between: 2.5 * rate_1', 2.5],
    ['1e', 2, 'put an operator between: 1 * e', 1],
    ['5constructor', 12, 'put an operator between: 5 * constructor', 5],
    ['1.2.3', 5, 'write digits with at most one decimal point, such as 1234.5', 1.2],
    ['1..5', 4, 'write digits with at most one decimal point, such as 1234.5', 1],
    ['1e5.', 4, 'write 100000', 100_000],
    ['5k.2', 4, 'write digits with at most one decimal point, such as 1234.5', 5],
    ['1e308k', 6, 'put an operator between: 1e308 * k', 1e308],
  ])('%s is refused up to %i: %s', (text, end, hint, value) => {
    expect(faultOf(text)).toEqual({
      code: 'expression/malformed-number',
      message: `"${text}" is not a number`,
      span: [0, end],
      hint,
      count: 1,
      recovered: { kind: 'number', value, span: [0, end] },
    });
  });

  it.each(['1e999', `1${'0'.repeat(309)}`])('refuses %s, which is beyond the largest', (text) => {
    expect(faultOf(text)).toMatchObject({
      code: 'expression/number-too-large',
      span: [0, text.length],
      hint: 'the largest number is about 1.79e308',
      count: 1,
      recovered: { value: Number.MAX_VALUE },
    });
    expect(faultOf('1e999')?.message).toBe('"1e999" is larger than any number');
  });

  it('is told by itself where it stands among others', () => {
    const faultsIn = (text: string) => {
      const result = parseExpression(text);
      return result.ok ? [] : result.faults.map(({ message, hint }) => [message, hint]);
    };
    expect(faultsIn('a * 0x1F + b')).toEqual([['"0x1F" is not a number', 'write 31']]);
    expect(faultsIn('a * 5_000 + b')).toEqual([['"5_000" is not a number', 'write 5000']]);
    expect(faultsIn('a * 1e999 + b')[0]?.[0]).toBe('"1e999" is larger than any number');
  });

  it('ends before a method', () => {
    expect(parseExpression('1.5.f()').ok).toBe(true);
    expect(parseExpression('1._f()').ok).toBe(true);
  });
});
