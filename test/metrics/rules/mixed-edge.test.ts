import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/mixed-edge';

function find(revenue: ExampleMetric, ...edges: readonly (readonly [from: string, to: string])[]) {
  const influences = edges.map(([from, to]) => ({ from, to, sign: '+', evidence: 'assumed' }) as const);
  return lintExample({ metrics: { orders: {}, price: {}, revenue }, influences }, code);
}

describe(code, () => {
  it('finds an influence between a component and its whole', () => {
    expect(find({ formula: 'orders * 30' }, ['price', 'orders'], ['orders', 'revenue'])).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'revenue',
        message: 'orders is a component of revenue and is said to influence it too',
        path: ['influences', 1],
        hint: 'remove the influence: the component says how',
        related: [{ path: ['metrics', 2], message: 'revenue has orders as component' }],
      },
    ]);
  });

  it('finds it for a declared component, and for each of several', () => {
    expect(find({ components: ['orders'] }, ['orders', 'revenue'])).toHaveLength(1);
    const both = find(
      { formula: 'orders * price' },
      ['orders', 'revenue'],
      ['price', 'revenue'],
      ['orders', 'revenue'],
    );
    expect(both.map(({ path }) => path[1])).toEqual([0, 1, 2]);
  });

  it.each<[string, string, string]>([
    ['the influence goes the other way', 'revenue', 'orders'],
    ['the influence begins at another metric', 'price', 'revenue'],
    ['an end of the influence does not exist', 'orders', 'sales'],
    ['the other end does not exist', 'sales', 'revenue'],
  ])('finds nothing where %s', (_, from, to) => {
    expect(find({ formula: 'orders * 30' }, [from, to])).toEqual([]);
  });
});
