import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/expression/types.js';
import { foldExpression } from '../../src/expression/walk.js';
import { readFormula } from '../../src/metrics/formula.js';
import { type Interval, rangeOfMetric, rangeOfNode } from '../../src/metrics/range.js';
import { valueNaively } from '../oracle/formula.js';
import { compiledTree } from './compiled-tree.js';
import { anyFormula, anyPoint, ranges } from './formula-arbitrary.js';

const { byName } = compiledTree({
  ...Object.fromEntries(Object.entries(ranges).map(([id, range]) => [id, { range }])),
  plain: {},
  none: { range: [0, 0] },
  below: { range: [null, 0] },
});

function rangeOf(expression: Expression): Interval {
  return foldExpression<Interval>(expression, (node, all, first) =>
    rangeOfNode(node, all, first, node.kind === 'name' ? byName.get(node.name) : undefined),
  );
}

const infinity = Number.POSITIVE_INFINITY;

describe('rangeOfMetric', () => {
  it.each<[string, Interval]>([
    ['plain', [0, infinity]],
    ['missing', [0, infinity]],
    ['a', [0, infinity]],
    ['b', [1, 9]],
    ['d', [-3, 5]],
    ['e', [-infinity, infinity]],
    ['below', [-infinity, 0]],
  ])('of %s is %s', (id, expected) => {
    expect(rangeOfMetric(byName.get(id))).toEqual(expected);
  });
});

describe('rangeOfNode', () => {
  it.each<[string, number, number]>([
    ['2.5', 2.5, 2.5],
    ['b', 1, 9],
    ['-b', -9, -1],
    ['-a', -infinity, 0],
    ['b + d', -2, 14],
    ['b - d', -4, 12],
    ['d - d', -8, 8],
    ['a + e', -infinity, infinity],
    ['b * d', -27, 45],
    ['c * c', 1, 16],
    ['c * b', -36, -1],
    ['a * b', 0, infinity],
    ['a * c', -infinity, 0],
    ['none * e', 0, 0],
    ['b / c', -9, -0.25],
    ['b / b', 1 / 9, 9],
    ['b / a', 0, infinity],
    ['c / below', 0, infinity],
    ['b / d', -infinity, infinity],
    ['b / none', -infinity, infinity],
    ['1 / b', 1 / 9, 1],
    ['min(b, d)', -3, 5],
    ['max(b, d)', 1, 9],
    ['coalesce(b, d)', -3, 9],
    ["lag(d, 1, 'day')", -3, 5],
    ["ratio(b, b, 'zero')", 0, 9],
    ["ratio(c, b, 'null')", -4, 0],
    ['abs(d)', 0, infinity],
    ['sqrt(b)', 0, infinity],
    ['pow(b, 2)', 0, infinity],
    ['pow(a, 2)', 0, infinity],
    ['pow(d, 2)', -infinity, infinity],
    ['unknown(b)', -infinity, infinity],
    ["'text'", -infinity, infinity],
    ['b < d', -infinity, infinity],
    ['1e300 * 1e300 - 1e300 * 1e300', -infinity, infinity],
  ])('of %s is %d to %d', (text, from, to) => {
    const [least, most] = rangeOf(readFormula(text).expression!);
    expect([least + 0, most + 0]).toEqual([from, to]);
  });

  it.each(['min()', 'max()', 'coalesce()', 'lag()', 'ratio()', 'ratio(b)', 'abs()', 'sqrt()', 'pow()'])(
    'says nothing narrow of %s, which lacks arguments',
    (text) => {
      const [from, to] = rangeOf(readFormula(text).expression!);
      expect(to).toBe(infinity);
      expect(from).toBe(-infinity);
    },
  );

  it('holds every value that a formula takes', () => {
    fc.assert(
      fc.property(anyFormula, anyPoint, (text, point) => {
        const expression = readFormula(text).expression!;
        const value = valueNaively(expression, point);
        if (Number.isNaN(value)) return;
        const [from, to] = rangeOf(expression);
        const slack = 1e-9 * Math.max(1, Math.abs(value));
        expect(value).toBeGreaterThanOrEqual(from - slack);
        expect(value).toBeLessThanOrEqual(to + slack);
      }),
      { numRuns: 2_000 },
    );
  });
});
