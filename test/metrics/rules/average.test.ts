import { parseExpression, printExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';
import { averagedSum } from '../../../src/metrics/rules/average.js';

function averagedIn(text: string): string | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(text);
  const sum = averagedSum(parsed.expression);
  return sum && printExpression(sum);
}

describe('averagedSum', () => {
  it.each([
    ['(a + b) / 2', 'a + b'],
    ['(a + b + c) / 3', 'a + b + c'],
    ['0.5 * (a + b)', 'a + b'],
    ['(a + b) * 0.5', 'a + b'],
    ['(a + b + c) * 0.333', 'a + b + c'],
    ['0.333 * (a + b + c)', 'a + b + c'],
  ])('finds the sum in %s', (text, sum) => {
    expect(averagedIn(text)).toBe(sum);
  });

  it.each([
    ['a / 1'],
    ['a * 1'],
    ['(a + b) / 3'],
    ['(a + b + c) / 2'],
    ['(a + b) / 2.02'],
    ['(a + b) / 0'],
    ['0 * (a + b)'],
    ['(a + b) / n'],
    ['(a + b) - 2'],
    ['(a + b) + 0.5'],
    ['2 * (a + b)'],
    ['a + b'],
    ['a'],
    ['abs(a + b)'],
  ])('finds none in %s', (text) => {
    expect(averagedIn(text)).toBeUndefined();
  });
});
