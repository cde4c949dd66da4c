import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { printExpression } from '../../src/expression/printer.js';
import { readFormula } from '../../src/metrics/formula.js';
import { addendsOf, isRatio, isVolume } from '../../src/metrics/quantities.js';
import { compiledTree } from './compiled-tree.js';

const nodeOf = (metric: ExampleMetric) => compiledTree({ m: metric, a: {}, b: {} }).metrics[0]!;

describe('addendsOf', () => {
  it.each([
    ['a', '+a'],
    ['a + b', '+a +b'],
    ['a - b + c', '+a -b +c'],
    ['a - (b - c)', '+a -b +c'],
    ['a - (b + c)', '+a -b -c'],
    ['-a + b', '-a +b'],
    ['-(a - -b)', '-a -b'],
    ['a * (b + c) - 2', '+a * (b + c) -2'],
    ['max(a, b)', '+max(a, b)'],
  ])('of %s are %s', (text, expected) => {
    const addends = addendsOf(readFormula(text).expression!);
    expect(addends.map(({ node, sign }) => `${sign === 1 ? '+' : '-'}${printExpression(node)}`).join(' ')).toBe(
      expected,
    );
  });
});

describe('isRatio', () => {
  it.each<[ExampleMetric, boolean]>([
    [{ unit: 'order' }, false],
    [{ unit: 'USD/order' }, true],
    [{ unit: '1' }, false],
    [{ unit: '1', scale: 'percent' }, true],
    [{ unit: '1', scale: 'basisPoints' }, true],
    [{ unit: '1', scale: 1 }, false],
    [{ formula: 'a / b' }, true],
    [{ formula: 'a / 12' }, false],
    [{ formula: "ratio(a, b, 'zero')" }, true],
    [{ formula: 'max(a, b)' }, false],
    [{ formula: 'a * b' }, false],
    [{ unit: '$' }, false],
  ])('says of %j: %s', (metric, expected) => {
    expect(isRatio(nodeOf(metric))).toBe(expected);
  });
});

describe('isVolume', () => {
  it.each<[string, boolean]>([
    ['order', true],
    ['USD', false],
    ['1', false],
    ['order/session', false],
    ['$', false],
  ])('says of a metric in %s: %s', (unit, expected) => {
    expect(isVolume(nodeOf({ unit }))).toBe(expected);
  });
});
