import { describe, expect, it } from 'vitest';
import { evaluateAtPoint } from '../../../src/metrics/equivalence/evaluate.js';
import { createExactComparison } from '../../../src/metrics/equivalence/rational.js';
import { compiledTree } from '../compiled-tree.js';

/** What comparing two formulas exactly gives. */
function compare(left: string, right: string): boolean | undefined {
  const compiled = compiledTree({ x: { formula: left }, y: { formula: right }, a: {}, b: {}, c: {} });
  const points = [1, 2].map((seed) => evaluateAtPoint(compiled, seed));
  return createExactComparison(compiled, points).same(0, 1);
}

const sumOf = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`).join(' + ');

describe('createExactComparison', () => {
  it.each([
    ['a * (b + c)', 'c * a + b * a', true],
    ['a / b', 'a * c / (b * c)', true],
    ['0.1 * a + 0.2 * a', '0.3 * a', true],
    ['1e21 * a', 'a * 1000000000000000000000', true],
    ['a * 1e-7', 'a / 1e7', true],
    ['-2.5 * a', '-a * 5 / 2', true],
    ['a - a + b * 0', 'c - c', true],
    ['pow(a + 1, 3)', 'a*a*a + 3*a*a + 3*a + 1', true],
    ['pow(a, -2) * a', '1 / a', true],
    ['pow(a / b, 0) * c', 'c', true],
    ['sqrt(a) * b', 'b * sqrt(a)', true],
    ['a * b', 'a + b', false],
    ['a * b', 'a * b + 0.000001', false],
    ['a', 'a * a', false],
    ['a', '-a', false],
    ['a / b', 'b / a', false],
    ['sqrt(a)', 'sqrt(b)', false],
    ['pow(a, 2)', 'pow(a, 3)', false],
  ])('says of %s and %s: %s', (left, right, expected) => {
    expect(compare(left, right)).toBe(expected);
    expect(compare(right, left)).toBe(expected);
  });

  it.each([
    ['quotients by 0', 'a / (b - b)', 'a / (c - c)'],
    ['negative powers of 0', 'pow(b - b, -1)', '1 / (c - c)'],
    ['high powers of long sums', `pow(${sumOf(60)}, 20)`, `pow(${sumOf(60)}, 20) * 1`],
    ['high powers that differ', `pow(${sumOf(60)}, 20) - a`, `pow(${sumOf(60)}, 20) - b`],
    ['factors of thousands of digits', 'pow(1e300, 7) * a', 'a * pow(1e300, 7)'],
    ['such factors with different terms', 'pow(1e300, 7) * a - b', 'a * pow(1e300, 7) - c'],
    ['quotients by the number 0', 'a / 0', 'b / 0'],
    ['quotients of long sums', `(${sumOf(75)}) / (a + ${sumOf(74)})`, `(${sumOf(75)}) / (${sumOf(74)} + a)`],
    ['very long sums', sumOf(400), `0 + ${sumOf(400)}`],
  ])('leaves open whether %s are the same', (_, left, right) => {
    expect(compare(left, right)).toBeUndefined();
  });

  it('takes a metric with a filter for a function of its own', () => {
    const compiled = compiledTree({
      web: { formula: 'a * b', filter: 'web' },
      again: { formula: 'b * a', filter: 'web' },
      app: { formula: 'a * b', filter: 'app' },
      all: { formula: 'a * b' },
      sum: { formula: 'c + web' },
      mus: { formula: 'again + c' },
      a: {},
      b: {},
      c: {},
    });
    const exact = createExactComparison(
      compiled,
      [1, 2].map((seed) => evaluateAtPoint(compiled, seed)),
    );
    const at = (name: string) => compiled.byName.get(name)!.index;
    expect(exact.same(at('web'), at('again'))).toBe(true);
    expect(exact.same(at('sum'), at('mus'))).toBe(true);
    expect(exact.same(at('web'), at('app'))).toBe(false);
    expect(exact.same(at('web'), at('all'))).toBe(false);
  });

  it('takes factors of hundreds of digits', () => {
    expect(compare('pow(1e100, 6) * a', 'pow(1e200, 3) * a')).toBe(true);
  });

  it('keeps a limit for the whole tree', () => {
    const count = 200;
    const metrics = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `m${i}`,
        { formula: i % 2 ? 'pow(a + b + c, 20)' : 'pow(c + a + b, 20)' },
      ]),
    );
    const compiled = compiledTree({ ...metrics, a: {}, b: {}, c: {} });
    const exact = createExactComparison(compiled, [evaluateAtPoint(compiled, 1)]);
    const verdicts = Array.from({ length: count - 1 }, (_, i) => exact.same(0, i + 1));
    expect(verdicts[0]).toBe(true);
    expect(verdicts.at(-1)).toBeUndefined();
    expect(verdicts).not.toContain(false);
  });
});
