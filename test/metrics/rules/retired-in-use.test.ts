import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/retired-in-use';

describe(code, () => {
  it('finds a formula that uses a retired metric', () => {
    expect(lintExample({ metrics: { revenue: { formula: 'old * 30' }, old: { status: 'retired' } } }, code)).toEqual([
      {
        code,
        severity: 'error',
        metric: 'revenue',
        message: 'revenue uses old, which is retired',
        path: ['metrics', 0, 'formula'],
        span: [0, 3],
        hint: 'use another metric than old',
        related: [{ path: ['metrics', 1], message: 'old is retired' }],
      },
    ]);
  });

  it('finds it in a deprecated metric too, which still has to have values', () => {
    const example: MetricExample = {
      metrics: {
        revenue: { formula: 'old', status: 'deprecated', replacedBy: 'older' },
        old: { status: 'retired', replacedBy: 'orders' },
        older: { status: 'retired' },
        orders: {},
      },
    };
    expect(lintExample(example, code).map(({ message, hint }) => [message, hint])).toEqual([
      ['revenue uses old, which is retired', 'use orders instead'],
      ['revenue is replaced by older, which is retired', 'use another metric than older'],
    ]);
  });

  it.each<[string, MetricExample]>([
    [
      'a retired metric keeps its formula',
      { metrics: { a: { status: 'retired', formula: 'b' }, b: { status: 'retired' } } },
    ],
    [
      'an influence is between retired metrics',
      {
        metrics: { a: { status: 'retired' }, b: { status: 'retired' } },
        influences: [{ from: 'a', to: 'b', sign: '+', evidence: 'assumed' }],
      },
    ],
    [
      'the used metric is only deprecated, which is for metrics/deprecated-in-use',
      { metrics: { a: { formula: 'b' }, b: { status: 'deprecated' }, c: { status: 'retired' } } },
    ],
  ])('is silent where %s', (_, example) => {
    expect(lintExample(example, code)).toEqual([]);
  });

  it('finds an influence that leads from a retired metric to a deprecated one', () => {
    const example: MetricExample = {
      metrics: { a: { status: 'retired' }, b: { status: 'deprecated' } },
      influences: [{ from: 'a', to: 'b', sign: '+', evidence: 'assumed' }],
    };
    expect(lintExample(example, code)).toMatchObject([{ path: ['influences', 0, 'from'], metric: 'b' }]);
  });

  it('is all that is said of a goal on a retired metric', () => {
    const example: MetricExample = {
      metrics: {
        tasks_done: { role: 'outcome', of: 'user', better: 'up', owner: 'growth', formula: 'sessions * 0.5' },
        sessions: { role: 'input', owner: 'growth' },
        page_views: { status: 'retired', better: 'down' },
      },
      goals: [
        { team: 'growth', metric: 'page_views', direction: 'up' },
        { team: 'sales', metric: 'page_views', direction: 'down' },
        { team: 'growth', metric: 'sessions', direction: 'up', target: 9 },
      ],
    };
    const aboutGoals = lintExample(example).filter(
      ({ path, metric }) => path[0] === 'goals' && metric === 'page_views',
    );
    expect(aboutGoals.map((finding) => [finding.code, ...finding.path])).toEqual([
      [code, 'goals', 0, 'metric'],
      [code, 'goals', 1, 'metric'],
    ]);
  });
});
