import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { evaluateAtPoint, functionOf, restrictionOf, wholePower } from '../../../src/metrics/equivalence/evaluate.js';
import { add, inverse, multiply, power, residue, subtract } from '../../../src/metrics/equivalence/field.js';
import { readFormula } from '../../../src/metrics/formula.js';
import { compiledTree } from '../compiled-tree.js';

function valuesOf(metrics: Record<string, ExampleMetric>, seed = 1): Record<string, number> {
  const compiled = compiledTree(metrics);
  const { values } = evaluateAtPoint(compiled, seed);
  return Object.fromEntries(compiled.metrics.map(({ id, index }) => [id, values[index]!]));
}

/** The values of formulas over the leaves a, b and c. */
function formulas(...texts: string[]): { readonly it: readonly number[]; readonly a: number; readonly b: number } {
  const leaves = { a: {}, b: {}, c: {} };
  const values = valuesOf({ ...leaves, ...Object.fromEntries(texts.map((formula, i) => [`f${i}`, { formula }])) });
  return { it: texts.map((_, i) => values[`f${i}`]!), a: values['a']!, b: values['b']! };
}

describe('evaluateAtPoint', () => {
  it('computes arithmetic in the field', () => {
    const { it, a, b } = formulas(
      'a + b',
      'a - b',
      'a * b',
      'a / b',
      '-a',
      'a + 2.5',
      'pow(a, 3)',
      'pow(a, -2)',
      'pow(a, 0)',
    );
    expect(it).toEqual([
      add(a, b),
      subtract(a, b),
      multiply(a, b),
      multiply(a, inverse(b)!),
      subtract(0, a),
      add(a, residue(2.5)),
      power(a, 3),
      power(a, -2),
      1,
    ]);
  });

  it.each([
    ['min(a, b)', 'min(b, a)'],
    ['max(a, b, c)', 'max(c, a, b)'],
    ['max(a, b)', 'max(a, b, a)'],
    ['abs(a - b)', 'abs(b - a)'],
    ['coalesce(a, b)', 'coalesce(a, b)'],
    ["lag(a + b, 1, 'day')", "lag(b + a, 1, 'day')"],
    ["ratio(a, b, 'zero')", "ratio(a * c / c, b, 'zero')"],
    ['a / (b - b)', 'a / (c - c)'],
    ['pow(a - a, -1)', 'pow(b - b, -1)'],
    ['missing + a', 'a + missing'],
  ])('gives %s and %s the same value', (left, right) => {
    const { it } = formulas(left, right);
    expect(it[0]).toBe(it[1]);
  });

  it.each([
    ['min(a, b)', 'max(a, b)'],
    ['min(a, b)', 'min(a, c)'],
    ['abs(a)', 'a'],
    ['abs(a)', 'abs(b)'],
    ['coalesce(a, b)', 'coalesce(b, a)'],
    ["lag(a, 1, 'day')", "lag(a, 2, 'day')"],
    ["lag(a, 1, 'day')", "lag(a, 1, 'week')"],
    ["ratio(a, b, 'zero')", "ratio(a, b, 'null')"],
    ["ratio(a, b, 'zero')", 'a / b'],
    ['pow(a, 65)', 'pow(a, 66)'],
    ['pow(a, 0.5)', 'sqrt(a)'],
    ['pow(a, b)', 'pow(a, c)'],
    ['a / (b - b)', 'b / (c - c)'],
    ['missing', 'absent'],
  ])('gives %s and %s different values', (left, right) => {
    const { it } = formulas(`${left} + c`, `${right} + c`);
    expect(it[0]).not.toBe(it[1]);
  });

  it('takes a whole power up to 64 for repeated multiplication', () => {
    const { it, a } = formulas('pow(a, 64)', 'pow(a, 65)');
    expect(it[0]).toBe(power(a, 64));
    expect(it[1]).not.toBe(power(a, 65));
  });

  it('computes metrics from metrics, in whatever order they stand', () => {
    const { c, b, a } = valuesOf({ c: { formula: 'b * 2' }, b: { formula: 'a + 1' }, a: {} });
    expect(b).toBe(add(a!, 1));
    expect(c).toBe(multiply(b!, 2));
  });

  it('takes for a leaf what is on a cycle, is broken, or is a number', () => {
    const metrics = {
      a: { formula: 'b' },
      b: { formula: 'a' },
      broken: { formula: 'x )' },
      ten: { formula: '10' },
      x: {},
    };
    const values = valuesOf(metrics);
    const leaves = valuesOf(Object.fromEntries(Object.keys(metrics).map((id) => [id, {}])));
    expect(values).toEqual(leaves);
  });

  it('takes recurrences that differ in nothing but their names for the same', () => {
    const { x, y, z } = valuesOf({
      x: { formula: "lag(x, 1, 'day') + a" },
      y: { formula: "a + lag(y, 1, 'day')" },
      z: { formula: "a + lag(x, 1, 'day')" },
      a: {},
    });
    expect(x).toBe(y);
    expect(z).not.toBe(x);
  });

  it('tells recurrences apart by the metric that they go through', () => {
    const { x, v } = valuesOf({
      x: { formula: "lag(twice, 1, 'day') + a" },
      twice: { formula: 'x * 2' },
      v: { formula: "lag(thrice, 1, 'day') + a" },
      thrice: { formula: 'v * 3' },
      a: {},
    });
    expect(x).not.toBe(v);
  });

  it('gives other values at another seed', () => {
    expect(valuesOf({ a: {} }, 1)['a']).not.toBe(valuesOf({ a: {} }, 2)['a']);
  });

  it('makes of a filter, a window or a count to date another function', () => {
    const values = valuesOf({
      plain: { formula: 'a * 2' },
      filtered: { formula: 'a * 2', filter: 'x' },
      same: { formula: '2 * a', filter: 'x' },
      triple: { formula: 'a * 3', filter: 'x' },
      window: { formula: 'a * 2', window: { length: 7, unit: 'day' } },
      longer: { formula: 'a * 2', window: { length: 28, unit: 'day' } },
      sofar: { formula: 'a * 2', accumulation: 'cumulative' },
      flow: { formula: 'a * 2', accumulation: 'flow' },
      a: {},
    });
    expect(values['same']).toBe(values['filtered']);
    expect(values['flow']).toBe(values['plain']);
    expect(new Set(Object.values(values)).size).toBe(7);
  });
});

describe('wholePower', () => {
  it.each([
    ['pow(a, 2)', 2],
    ['pow(a, -3)', -3],
    ['pow(a, 64)', 64],
    ['pow(a, -64)', -64],
    ['pow(a, 4/2)', 2],
    ['pow(a, 65)', undefined],
    ['pow(a, 0.5)', undefined],
    ['pow(a, b)', undefined],
    ['min(a, 2)', undefined],
    ['a * 2', undefined],
  ])('of %s is %s', (text, expected) => {
    expect(wholePower(readFormula(text).expression!)).toBe(expected);
  });
});

describe('functionOf and restrictionOf', () => {
  it('tell what a metric computes from what makes it another', () => {
    const [plain, constant, broken, leaf, both] = compiledTree({
      plain: { formula: 'leaf * 2' },
      constant: { formula: '2 * 3' },
      broken: { formula: 'leaf * ' },
      leaf: {},
      both: { formula: 'leaf', filter: 'f', window: { length: 7, unit: 'day' }, accumulation: 'cumulative' },
    }).metrics;
    expect(functionOf(plain!)).toBe(plain!.formula!.expression);
    expect([functionOf(constant!), functionOf(broken!), functionOf(leaf!)]).toEqual([undefined, undefined, undefined]);
    expect(restrictionOf(plain!)).toBe('');
    expect(restrictionOf(both!)).toBe('["f",[7,"day"],true]');
  });
});
