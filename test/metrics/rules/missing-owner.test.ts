import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/missing-owner';

describe(code, () => {
  it('finds a metric for which nobody answers', () => {
    expect(lintExample({ metrics: { revenue: { owner: 'growth' }, churn: {} } }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'churn',
        message: 'nobody answers for churn',
        path: ['metrics', 1],
        hint: 'name the team that does as its owner',
      },
    ]);
  });

  it.each([
    ['an empty list of owners', { owners: [] }, 1],
    ['a draft', { status: 'draft' }, 1],
    ['a deprecated metric', { status: 'deprecated' }, 1],
    ['a retired metric, which needs nobody any more', { status: 'retired' }, 0],
    ['an owner in the list', { owners: ['growth'] }, 0],
  ] as const)('takes %s as it is', (_, churn, findings) => {
    expect(lintExample({ metrics: { churn } }, code)).toHaveLength(findings);
  });

  it('speaks of each of two metrics of one name', () => {
    const found = lintExample({ metrics: [{ id: 'churn' }, { id: 'churn' }] }, code);
    expect(found.map(({ path }) => path)).toEqual([
      ['metrics', 0],
      ['metrics', 1],
    ]);
  });
});
