import type { Grain } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/finer-than-component';

function find(grains: readonly Grain[], ofCost: readonly Grain[], formula = 'cost / clicks') {
  return lintExample({ metrics: { clicks: {}, cost: { grains: ofCost }, cost_per_click: { grains, formula } } }, code);
}

describe(code, () => {
  it('finds a weekly metric over a monthly one', () => {
    expect(find(['week', 'month'], ['month', 'quarter'])).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'cost_per_click',
        message: 'cost_per_click is reported by week, but its component cost only from month up',
        path: ['metrics', 2, 'grains'],
        hint: 'report cost_per_click from month up, or cost by week too',
        related: [{ path: ['metrics', 1, 'grains'], message: 'the periods of cost' }],
      },
    ]);
  });

  it.each<[readonly Grain[], readonly Grain[], string, string]>([
    [['day'], ['week'], 'day', 'week'],
    [['month', 'week', 'day'], ['quarter', 'month'], 'day and week', 'month'],
    [['quarter'], ['year'], 'quarter', 'year'],
    [['day', 'day'], ['year'], 'day', 'year'],
  ])('holds %j against %j', (grains, ofCost, finer, finest) => {
    expect(find(grains, ofCost).map(({ message }) => message)).toEqual([
      `cost_per_click is reported by ${finer}, but its component cost only from ${finest} up`,
    ]);
  });

  it.each<[readonly Grain[], readonly Grain[]]>([
    [['month'], ['month']],
    [
      ['month', 'year'],
      ['year', 'day'],
    ],
    [['quarter'], ['week']],
    [[], ['month']],
    [['day'], []],
  ])('finds nothing in %j over %j', (grains, ofCost) => {
    expect(find(grains, ofCost)).toEqual([]);
  });

  it('finds it for a lagged component, and for a declared one', () => {
    expect(find(['week'], ['month'], "lag(cost, 1, 'month')")).toHaveLength(1);
    const metrics = {
      cost: { grains: ['month'] as const },
      total: { grains: ['week'] as const, components: ['cost'] },
    };
    expect(lintExample({ metrics }, code)).toHaveLength(1);
  });

  it('finds each component by itself, and says nothing of a metric that is not reported', () => {
    const monthly = { grains: ['month'] } as const;
    const metrics = { a: monthly, b: { grains: ['year'] }, sum: { grains: ['week'], formula: 'a + b' } } as const;
    expect(lintExample({ metrics }, code).map(({ related }) => related![0]!.message)).toEqual([
      'the periods of a',
      'the periods of b',
    ]);
    expect(lintExample({ metrics: { a: monthly, sum: { formula: 'a' } } }, code)).toEqual([]);
  });
});
