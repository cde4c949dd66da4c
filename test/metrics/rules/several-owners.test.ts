import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/several-owners';

describe(code, () => {
  it('finds a metric of two teams', () => {
    expect(lintExample({ metrics: { churn: { owners: ['retention', 'support'] } } }, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'churn',
        message: '2 teams answer for churn: retention and support',
        path: ['metrics', 0, 'owners'],
        hint: 'name the one that decides, or split the metric',
      },
    ]);
  });

  it('counts an owner beside the list', () => {
    const [found] = lintExample({ metrics: { churn: { owner: 'growth', owners: ['support', 'data'] } } }, code);
    expect(found?.message).toBe('3 teams answer for churn: growth, support and data');
  });

  it.each([
    ['one owner', { owner: 'growth' }],
    ['one owner in a list', { owners: ['growth'] }],
    ['the same owner named twice', { owner: 'growth', owners: ['growth', 'growth'] }],
    ['a retired metric', { owners: ['growth', 'support'], status: 'retired' }],
    ['no owner, which is for metrics/missing-owner', {}],
  ] as const)('is silent about %s', (_, churn) => {
    expect(lintExample({ metrics: { churn } }, code)).toEqual([]);
  });
});
