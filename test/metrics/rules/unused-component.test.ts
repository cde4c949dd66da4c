import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/unused-component';

function find(revenue: ExampleMetric) {
  return lintExample({ metrics: { orders: {}, price: {}, rate: {}, revenue } }, code);
}

describe(code, () => {
  it('finds a declared component that the formula leaves out', () => {
    expect(find({ formula: 'orders * 30', components: ['orders', 'price'] })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'revenue',
        message: 'revenue declares the component price, but its formula does not use it',
        path: ['metrics', 3, 'components', 1],
        hint: 'remove price from the components, or use it in the formula',
      },
    ]);
  });

  it('finds each once, where it is first declared', () => {
    const findings = find({ formula: '30', components: ['price', 'orders', 'price'] });
    expect(findings.map(({ path }) => path[3])).toEqual([0, 1]);
  });

  it.each<[string, ExampleMetric]>([
    ['all are used', { formula: 'orders * price', components: ['price', 'orders'] }],
    ['one is used for an earlier period', { formula: "orders + lag(price, 1, 'month')", components: ['price'] }],
    ['there is no formula', { components: ['price'] }],
    ['none is declared', { formula: 'orders' }],
    ['the formula cannot be read', { formula: 'orders * (', components: ['price'] }],
  ])('finds nothing where %s', (_, revenue) => {
    expect(find(revenue)).toEqual([]);
  });

  it.each([
    ['metrics/unknown-reference', 'prices'],
    ['metrics/self-reference', 'revenue'],
  ])('leaves to %s the component %s', (neighbor, component) => {
    const revenue = { formula: 'orders', components: [component] };
    expect(find(revenue)).toEqual([]);
    expect(lintExample({ metrics: { orders: {}, price: {}, revenue } }, neighbor)).toHaveLength(1);
  });
});
