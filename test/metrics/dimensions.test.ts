import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { analyzeUnits, literalOf } from '../../src/metrics/dimensions.js';
import { readFormula } from '../../src/metrics/formula.js';
import { formatUnit } from '../../src/metrics/units.js';
import { compiledTree } from './compiled-tree.js';

const leaves: Record<string, ExampleMetric> = {
  cost: { unit: 'USD' },
  price: { unit: 'USD' },
  orders: { unit: 'order' },
  rate: { unit: 'USD/order' },
  share: { unit: '1' },
  odd: { unit: '$' },
};

/** The unit that a formula gives, printed, and what it mixes: `operation left right`. */
function analyze(formula: string, more: Record<string, ExampleMetric> = {}) {
  const compiled = compiledTree({ it: { formula, unit: 'thing' }, ...leaves, ...more });
  const { computed, mixed } = analyzeUnits(compiled);
  return {
    unit: computed[0] && formatUnit(computed[0]),
    mixed: mixed.map(({ operation, left, right }) => `${operation} ${formatUnit(left)} ${formatUnit(right)}`),
    places: mixed.map(({ span }) => formula.slice(...span)),
  };
}

describe('analyzeUnits', () => {
  it.each([
    ['cost', 'USD'],
    ['-cost', 'USD'],
    ['cost + price', 'USD'],
    ['cost - price', 'USD'],
    ['cost * orders', 'USD*order'],
    ['cost / orders', 'USD/order'],
    ['orders / cost', 'order/USD'],
    ['cost / orders - rate', 'USD/order'],
    ['rate * orders', 'USD'],
    ['cost / price', '1'],
    ['cost * 2', 'USD'],
    ['2 * cost', 'USD'],
    ['cost / 2', 'USD'],
    ['1 / cost', '1/USD'],
    ['share + 1', '1'],
    ['1 - share', '1'],
    ['cost + 0', 'USD'],
    ['0 - cost', 'USD'],
    ['cost / price + 1', '1'],
    ['max(cost, 100)', 'USD'],
    ['min(100, cost)', 'USD'],
    ['coalesce(cost, price, 0)', 'USD'],
    ["ratio(cost, orders, 'zero')", 'USD/order'],
    ["ratio(1, orders, 'zero')", '1/order'],
    ["lag(cost, 1, 'month') + price", 'USD'],
    ['abs(cost)', 'USD'],
    ['orders * max(cost, price)', 'USD*order'],
    ['orders - abs(orders)', 'order'],
    ['cost * abs(orders)', 'USD*order'],
    ['sqrt(cost * cost)', 'USD'],
    ['sqrt(cost)', 'USD^0.5'],
    ['pow(cost, 2)', 'USD^2'],
    ['pow(cost, -1)', '1/USD'],
    ['pow(cost, 1/12)', 'USD^(1/12)'],
    ['pow(pow(cost, 1/3), 3)', 'USD'],
    ['pow(share, orders)', '1'],
    ['pow(2, orders)', 'thing'],
    ['5', 'thing'],
    ['2 * 3', 'thing'],
    ['0 + 0', 'thing'],
    ['2 + 3', '1'],
    ['2 + 0', '1'],
    ['max(1, 2)', 'thing'],
  ])('computes of %s the unit %s', (formula, unit) => {
    expect(analyze(formula)).toEqual({ unit, mixed: [], places: [] });
  });

  it.each([
    'missing',
    'odd',
    'odd * cost',
    'cost * odd',
    'cost / odd',
    'odd / cost',
    'odd + cost',
    'cost - odd',
    'max(odd, cost)',
    'pow(cost, orders)',
    'pow(odd, 2)',
    'sqrt(odd)',
    'cost +',
    'minn(cost)',
    'pow(pow(cost, 60), 60)',
  ])('says nothing of %s', (formula) => {
    expect(analyze(formula)).toEqual({ unit: undefined, mixed: [], places: [] });
  });

  it.each<[formula: string, mixed: string[], places: string[]]>([
    ['cost + orders', ['+ USD order'], ['cost + orders']],
    ['orders - cost', ['- order USD'], ['orders - cost']],
    ['cost + 1', ['+ USD 1'], ['cost + 1']],
    ['1 - cost', ['- 1 USD'], ['1 - cost']],
    ['cost - 2 * 3', ['- USD 1'], ['cost - 2 * 3']],
    ['cost + share', ['+ USD 1'], ['cost + share']],
    ['max(cost, orders)', ['max USD order'], ['max(cost, orders)']],
    ['max(1, cost, orders, rate)', ['max USD order', 'max USD USD/order'], Array(2).fill('max(1, cost, orders, rate)')],
    ['coalesce(cost, odd, orders)', ['coalesce USD order'], ['coalesce(cost, odd, orders)']],
    ['min(orders, cost)', ['min order USD'], ['min(orders, cost)']],
    ['(cost + orders) * (orders - cost)', ['+ USD order', '- order USD'], ['cost + orders', 'orders - cost']],
    ['cost + orders + rate', ['+ USD order'], ['cost + orders']],
  ])('finds in %s what is mixed', (formula, mixed, places) => {
    expect(analyze(formula)).toEqual({ unit: undefined, mixed, places });
  });

  it('lets the formula of a component stand in for a unit that cannot be read', () => {
    expect(analyze('between * orders', { between: { unit: '$', formula: 'rate / share' } }).unit).toBe('USD');
  });

  it('believes the declared unit of a component, not its formula', () => {
    expect(analyze('between', { between: { unit: 'EUR', formula: 'cost' } }).unit).toBe('EUR');
  });

  it('says nothing of what needs an unreadable unit on a cycle, in whatever order', () => {
    const metrics = {
      it: { unit: '$', formula: 'other * cost' },
      other: { unit: '$', formula: 'it * orders' },
      ...leaves,
    };
    const entries = Object.entries(metrics);
    for (const order of [entries, [...entries].reverse()]) {
      const compiled = compiledTree(Object.fromEntries(order));
      expect(analyzeUnits(compiled).computed.every((unit) => unit === undefined)).toBe(true);
    }
  });

  it('takes the unit of no formula on a cycle, even where it does not depend on the cycle', () => {
    const metrics: Record<string, ExampleMetric> = {
      it: { unit: '$', formula: 'pow(share, other)' },
      other: { unit: '$', formula: 'it * orders' },
      ...leaves,
    };
    const entries = Object.entries(metrics);
    for (const order of [entries, [...entries].reverse()]) {
      const compiled = compiledTree(Object.fromEntries(order));
      expect(analyzeUnits(compiled).computed[compiled.byName.get('other')!.index]).toBeUndefined();
    }
  });

  it('keeps apart the units that numbers meet in several formulas', () => {
    const compiled = compiledTree({
      a: { formula: '2 * orders' },
      b: { formula: '2 * cost' },
      c: { formula: '1 / orders' },
      d: { formula: '1 / cost' },
      ...leaves,
    });
    const printed = analyzeUnits(compiled)
      .computed.slice(0, 4)
      .map((unit) => unit && formatUnit(unit));
    expect(printed).toEqual(['order', 'USD', '1/order', '1/USD']);
  });

  it('lists what is mixed in the order of the metrics', () => {
    const compiled = compiledTree({
      last: { formula: 'between * (cost + orders)' },
      between: { unit: '$', formula: 'cost + orders' },
      other: { formula: 'cost - orders' },
      ...leaves,
    });
    expect(analyzeUnits(compiled).mixed.map(({ metric }) => metric.id)).toEqual(['last', 'between', 'other']);
  });
});

describe('literalOf', () => {
  it.each([
    ['2.5', 2.5],
    ['-2', -2],
    ['1/12', 1 / 12],
    ['0', 0],
    ['1/0', undefined],
    ['-1/2', undefined],
    ['1*2', undefined],
    ['a', undefined],
    ['-a', undefined],
    ['1/a', undefined],
    ['a/2', undefined],
    ['abs(1)', undefined],
  ])('of %s is %s', (text, expected) => {
    expect(literalOf(readFormula(text).expression!)).toBe(expected);
  });
});
