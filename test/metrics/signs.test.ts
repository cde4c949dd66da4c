import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '../../src/metrics/formula.js';
import { componentSigns } from '../../src/metrics/signs.js';
import { valueNaively } from '../oracle/formula.js';
import { compiledTree } from './compiled-tree.js';
import { anyFormula, anyPoint, ranges } from './formula-arbitrary.js';

function signsOf(formula: string, components: string[] = []): Record<string, number> {
  const leaves = Object.fromEntries(Object.entries(ranges).map(([id, range]) => [id, { range }]));
  const compiled = compiledTree({ it: { formula, ...(components.length > 0 && { components }) }, ...leaves });
  return Object.fromEntries([...componentSigns(compiled.metrics[0]!)].map(([{ id }, sign]) => [id, sign]));
}

describe('componentSigns', () => {
  // a is at least 0, b at least 1, c at most -1, d and e of either sign
  it.each<[string, Record<string, number>]>([
    ['a', { a: 1 }],
    ['-a', { a: -1 }],
    ['--a', { a: 1 }],
    ['a + d', { a: 1, d: 1 }],
    ['a - d', { a: 1, d: -1 }],
    ['a - a', { a: 0 }],
    ['a + a', { a: 1 }],
    ['a * b', { a: 1, b: 1 }],
    ['a * c', { a: -1, c: 1 }],
    ['a * d', { a: 0, d: 1 }],
    ['d * e', { d: 0, e: 0 }],
    ['a / b', { a: 1, b: -1 }],
    ['a / c', { a: -1, c: -1 }],
    ['c / b', { c: 1, b: 1 }],
    ['d / b', { d: 1, b: 0 }],
    ['b / d', { b: 0, d: -1 }],
    ["ratio(a, b, 'null')", { a: 1, b: -1 }],
    ["ratio(c, b, 'zero')", { c: 1, b: 1 }],
    ['a / (a + b)', { a: 0, b: -1 }],
    ['(a - b) / b', { a: 1, b: 0 }],
    ['a * (1 - b)', { a: -1, b: -1 }],
    ['a * (2 - b)', { a: 0, b: -1 }],
    ['min(a, b)', { a: 1, b: 1 }],
    ['max(a, -b)', { a: 1, b: -1 }],
    ['min(a, 5 - a)', { a: 0 }],
    ['coalesce(a, b, d)', { a: 1, b: 1, d: 1 }],
    ['abs(a)', { a: 1 }],
    ['abs(c)', { c: -1 }],
    ['abs(d)', { d: 0 }],
    ['sqrt(a)', { a: 1 }],
    ["lag(d, 1, 'day')", { d: 1 }],
    ["lag(-d, 1, 'day') + d", { d: 0 }],
    ['pow(a, 2)', { a: 1 }],
    ['pow(c, 2)', { c: -1 }],
    ['pow(d, 2)', { d: 0 }],
    ['pow(d, 3)', { d: 1 }],
    ['pow(d, -3)', { d: -1 }],
    ['pow(d, 1)', { d: 1 }],
    ['pow(a, -2)', { a: -1 }],
    ['pow(c, -2)', { c: 1 }],
    ['pow(a, 0.5)', { a: 1 }],
    ['pow(a, -1/2)', { a: 0 }],
    ['pow(b, 1/12)', { b: 1 }],
    ['pow(d, 0.5)', { d: 0 }],
    ['pow(a, 0)', { a: 0 }],
    ['pow(a, b)', { a: 0, b: 0 }],
    ['pow(2, a)', { a: 0 }],
    ['-(a * -(b - c))', { a: 1, b: 1, c: -1 }],
    ['12', {}],
    ['missing + a', { a: 1 }],
    ['it + a', { it: 1, a: 1 }],
  ])('of %s are %j', (formula, expected) => {
    expect(signsOf(formula)).toEqual(expected);
  });

  it('says nothing where the formula cannot be read', () => {
    expect(signsOf('a + b )')).toEqual({ a: 0, b: 0 });
    expect(signsOf('minn(a)', ['b'])).toEqual({ a: 0, b: 0 });
  });

  it('says nothing of components without a formula', () => {
    const compiled = compiledTree({ it: { components: ['a'] }, a: {} });
    expect([...componentSigns(compiled.metrics[0]!).values()]).toEqual([0]);
  });

  it('is never contradicted by the values of the formula', () => {
    fc.assert(
      fc.property(anyFormula, fc.array(anyPoint, { minLength: 4, maxLength: 4 }), (text, points) => {
        for (const [id, sign] of Object.entries(signsOf(text))) {
          const slopes = sign === 0 ? [] : points.flatMap((point) => slopesAt(text, id, point));
          for (const slope of slopes) expect(slope * sign, `${text} by ${id}`).toBeGreaterThan(-1e-6);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** The differences of a formula's values to both sides of a point; none beside a pole or where it has no value. */
function slopesAt(text: string, id: string, point: Readonly<Record<string, number>>): readonly number[] {
  const { expression } = readFormula(text);
  const [from, to] = ranges[id]!;
  const [low, high] = [point[id]! - 1 / 1024, point[id]! + 1 / 1024];
  if (low < (from ?? low) || high > (to ?? high)) return [];
  const values = [low, point[id]!, high].map((x) => valueNaively(expression!, { ...point, [id]: x }));
  const largest = Math.max(1, ...values.map(Math.abs));
  const slopes = [values[2]! - values[1]!, values[1]! - values[0]!];
  if (!(largest < 1e6) || slopes.some((slope) => Math.abs(slope) > 1)) return [];
  return slopes.map((slope) => slope / largest);
}
