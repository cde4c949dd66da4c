import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';
import { metricsWithConsistentUnits } from '../unit-tree.js';

const code = 'metrics/inverted-ratio';

const leaves = {
  clicks: { unit: 'click' },
  cost: { unit: 'USD' },
  users: { unit: 'user' },
  clicks_per_cost: { unit: 'click/USD' },
};

function find(formula: string, unit: string) {
  return lintExample({ metrics: { ...leaves, ratio_1: { unit, formula } } }, code);
}

describe(code, () => {
  it('prints both units and the mended formula', () => {
    expect(find('clicks / cost', 'USD/click')).toEqual([
      {
        code,
        severity: 'error',
        metric: 'ratio_1',
        message: 'ratio_1 is declared in USD/click, but its formula gives click/USD',
        path: ['metrics', 4, 'formula'],
        hint: 'swap the sides: cost / clicks',
      },
    ]);
  });

  it.each([
    ['users / (cost * 1000)', 'USD/user', 'cost * 1000 / users'],
    ['users / (cost + cost)', 'USD/user', '(cost + cost) / users'],
    ["ratio(clicks, cost, 'zero')", 'USD/click', "ratio(cost, clicks, 'zero')"],
    ['clicks / cost / users', 'user*USD/click', 'users / (clicks / cost)'],
    ['clicks_per_cost * 2', 'USD/click', '1 / (clicks_per_cost * 2)'],
    ['clicks_per_cost', 'USD/click', '1 / clicks_per_cost'],
    ['max(clicks_per_cost, 0)', 'USD/click', '1 / max(clicks_per_cost, 0)'],
    ['1 / cost', 'USD', 'cost / 1'],
  ])('swaps %s declared in %s', (formula, unit, mended) => {
    expect(find(formula, unit)).toMatchObject([{ hint: `swap the sides: ${mended}` }]);
    expect(find(mended, unit)).toEqual([]);
    const metrics = { ...leaves, ratio_1: { unit, formula: mended } };
    expect(lintExample({ metrics }, 'metrics/unit-mismatch')).toEqual([]);
  });

  it.each([
    ['the ratio is the right way up', 'cost / clicks', 'USD/click'],
    ['the units cancel', 'cost / cost', '1'],
    ['the declared unit cannot be read', 'clicks / cost', '$'],
    ['the formula cannot be read', 'clicks / (cost', 'USD/click'],
    ['there is no such metric', 'clicks / costs', 'USD/click'],
  ])('finds nothing where %s', (_, formula, unit) => {
    expect(find(formula, unit)).toEqual([]);
  });

  it('finds nothing in a metric without a formula', () => {
    expect(lintExample({ metrics: leaves }, code)).toEqual([]);
  });

  it('leaves a plain mismatch to metrics/unit-mismatch', () => {
    expect(find('clicks / cost', 'USD/user')).toEqual([]);
  });

  it('never fires on a tree whose units are right', () => {
    fc.assert(
      fc.property(metricsWithConsistentUnits, (metrics) => {
        expect(lintExample({ metrics }, code)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
