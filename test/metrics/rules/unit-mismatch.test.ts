import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';
import { metricsWithConsistentUnits } from '../unit-tree.js';

const code = 'metrics/unit-mismatch';

const leaves = {
  orders: { unit: 'order' },
  sessions: { unit: 'session' },
  price: { unit: 'USD/order' },
  minutes: { unit: 'min' },
  rate: { unit: 'percent' },
};

function find(unit: string, formula: string) {
  return lintExample({ metrics: { ...leaves, total: { unit, formula } } }, code);
}

describe(code, () => {
  it('prints the declared unit and the computed one', () => {
    expect(find('USD', 'orders * sessions')).toEqual([
      {
        code,
        severity: 'error',
        metric: 'total',
        message: 'total is declared in USD, but its formula gives order*session',
        path: ['metrics', 5, 'unit'],
        hint: 'declare order*session, or mend the formula',
      },
    ]);
  });

  it.each([
    ['s', 'minutes * 60', 's/min'],
    ['USD', '30 * orders', 'USD/order'],
    ['1', 'max(orders, 0)', '1/order'],
  ])('tells of %s by %s that the number may have a unit', (unit, formula, constant) => {
    expect(find(unit, formula)[0]!.hint).toMatch(
      new RegExp(`, mend the formula, or name its number: a metric in ${constant}$`),
    );
  });

  it('is content once the number is a metric of its own', () => {
    const metrics = {
      ...leaves,
      factor: { unit: 's/min', formula: '60' },
      total: { unit: 's', formula: 'minutes * factor' },
    };
    expect(lintExample({ metrics }, code)).toEqual([]);
  });

  it.each([
    ['the units agree', 'USD', 'orders * price'],
    ['they agree in another order', 'session*order', 'orders * sessions'],
    ['the formula is a number', 'USD', '30'],
    ['the formula uses an unknown name', 'USD', 'orders * prices'],
    ['the formula cannot be read', 'USD', 'orders * ('],
    ['the declared unit cannot be read', '$', 'orders'],
  ])('finds nothing where %s', (_, unit, formula) => {
    expect(find(unit, formula)).toEqual([]);
  });

  it.each([
    ['metrics/inverted-ratio', 'order/USD', 'price'],
    ['metrics/unknown-unit', 'orders', 'orders'],
    ['metrics/unknown-unit', 'order*orders', 'orders * orders'],
    ['metrics/unknown-unit', 'percent', 'orders / sessions'],
    ['metrics/unknown-unit', 'order', 'orders * rate'],
    ['metrics/adding-different-units', 'order', 'orders + sessions'],
  ])('leaves to %s a metric in %s that is %s', (neighbor, unit, formula) => {
    expect(find(unit, formula)).toEqual([]);
    expect(lintExample({ metrics: { ...leaves, total: { unit, formula } } }, neighbor).length).toBeGreaterThan(0);
  });

  it('reports a fault where it is made, and not in what is made of it', () => {
    const metrics = {
      ...leaves,
      total: { unit: 'USD', formula: 'orders' },
      twice: { unit: 'USD', formula: 'total * 2' },
    };
    expect(lintExample({ metrics }, code)).toMatchObject([{ metric: 'total' }]);
  });

  it('never fires on a tree whose units are right', () => {
    fc.assert(
      fc.property(metricsWithConsistentUnits, (metrics) => {
        expect(lintExample({ metrics }, code)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('fires once when one unit of such a tree is made wrong, if the metric has a formula', () => {
    fc.assert(
      fc.property(metricsWithConsistentUnits, fc.nat(), (metrics, at) => {
        const ids = Object.keys(metrics).filter((id) => metrics[id]!.formula !== undefined);
        fc.pre(ids.length > 0);
        const id = ids[at % ids.length]!;
        const wrong = { ...metrics, [id]: { ...metrics[id], unit: `${metrics[id]!.unit}*wrong` } };
        expect(lintExample({ metrics: wrong }, code).filter(({ metric }) => metric === id)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});
