import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/informs-nothing';

const revenue = { revenue: { role: 'outcome', formula: 'orders * 30' }, orders: {} } as const;

function idle(example: MetricExample): (string | undefined)[] {
  return lintExample(example, code).map(({ metric }) => metric);
}

describe(code, () => {
  it('finds a metric that is made of others and leads nowhere', () => {
    const example = { metrics: { ...revenue, depth: { formula: 'views - orders' }, views: {} } };
    expect(lintExample(example, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'depth',
        message: 'depth leads to no outcome, has no goal and answers no question',
        path: ['metrics', 2],
        hint: 'connect it to what it is measured for, say which question it answers, or retire it',
      },
    ]);
  });

  it('finds the last of a chain only', () => {
    expect(idle({ metrics: { ...revenue, a: { formula: 'b' }, b: { formula: 'c' }, c: {} } })).toEqual(['a']);
  });

  it('finds the last of several chains that meet, each once', () => {
    const metrics = { ...revenue, a: { formula: 'c' }, b: { formula: 'c' }, c: { formula: 'd' }, d: {} };
    expect(idle({ metrics })).toEqual(['a', 'b']);
  });

  it('finds a circle that leads nowhere once', () => {
    const example: MetricExample = {
      metrics: { ...revenue, trust: {}, referrals: {}, visits: {} },
      influences: [
        { from: 'visits', to: 'referrals', sign: '+', evidence: 'assumed' },
        { from: 'referrals', to: 'trust', sign: '+', evidence: 'assumed' },
        { from: 'trust', to: 'referrals', sign: '+', evidence: 'assumed' },
      ],
    };
    expect(lintExample(example, code)).toEqual([
      expect.objectContaining({
        metric: 'trust',
        path: ['metrics', 2],
        message: 'trust and referrals lead only to each other, have no goal and answer no question',
      }),
    ]);
  });

  it.each<[string, MetricExample]>([
    ['a list of components', { metrics: { ...revenue, a: { components: ['orders'] } } }],
    ['a formula without any metric', { metrics: { ...revenue, a: { formula: '3' } } }],
    ['components and guardrails', { metrics: { ...revenue, a: { components: ['orders'], guardrails: ['orders'] } } }],
    ['guardrails', { metrics: { ...revenue, a: { guardrails: ['orders'] } } }],
    [
      'something that influences it',
      { metrics: { ...revenue, a: {} }, influences: [{ from: 'orders', to: 'a', sign: '+', evidence: 'assumed' }] },
    ],
    [
      'something unknown that influences it',
      { metrics: { ...revenue, a: {} }, influences: [{ from: 'gone', to: 'a', sign: '+', evidence: 'assumed' }] },
    ],
    [
      'a retired metric as the only one made of it',
      {
        metrics: {
          ...revenue,
          a: { formula: 'orders' },
          old: { formula: 'a', status: 'retired', question: 'Was it good?' },
        },
      },
    ],
  ])('finds a metric with %s', (_, example) => {
    expect(idle(example)).toEqual(['a']);
  });

  it('tells a guardrail to be named where it guards', () => {
    const metrics = {
      ...revenue,
      refund_rate: { role: 'guardrail', formula: 'refunds - orders' },
      refunds: {},
    } as const;
    expect(lintExample({ metrics }, code)).toMatchObject([
      { metric: 'refund_rate', hint: 'name it among the guardrails of what it guards, or retire it' },
    ]);
  });

  it.each<[string, MetricExample]>([
    ['leads to an outcome by components', { metrics: { ...revenue, orders: { formula: 'a' }, a: { formula: '2' } } }],
    [
      'leads to an outcome by an influence',
      {
        metrics: { ...revenue, a: { formula: 'b' }, b: {} },
        influences: [{ from: 'a', to: 'orders', sign: '-', evidence: 'assumed' }],
      },
    ],
    [
      'is a guardrail of what leads to one',
      { metrics: { ...revenue, orders: { guardrails: ['a'] }, a: { formula: '2' } } },
    ],
    ['answers a question', { metrics: { ...revenue, a: { formula: 'orders', question: 'How many?' } } }],
    [
      'leads to one that answers a question',
      { metrics: { ...revenue, a: { formula: 'b', question: 'How many?' }, b: { formula: '2' } } },
    ],
    [
      'has a goal',
      { metrics: { ...revenue, a: { formula: 'orders' } }, goals: [{ team: 'growth', metric: 'a', direction: 'up' }] },
    ],
    ['is an outcome', { metrics: { ...revenue, a: { role: 'outcome', formula: 'orders' } } }],
    ['is retired', { metrics: { ...revenue, a: { formula: 'orders', status: 'retired' } } }],
    ['is connected to nothing, which is for metrics/orphan', { metrics: { ...revenue, a: {} } }],
    [
      'influences what does not exist, which is for metrics/unknown-reference',
      {
        metrics: { ...revenue, a: { formula: 'orders' } },
        influences: [{ from: 'a', to: 'revenu', sign: '+', evidence: 'assumed' }],
      },
    ],
    [
      'has the name of another one, which is for metrics/duplicate-id',
      {
        metrics: [
          { id: 'a', role: 'outcome' },
          { id: 'a', formula: '2' },
        ],
      },
    ],
    ['stands in a tree without outcomes', { metrics: { a: { formula: 'b' }, b: {} } }],
    [
      'stands in a tree whose outcomes are retired',
      { metrics: { a: { formula: 'b' }, b: {}, c: { role: 'outcome', status: 'retired' } } },
    ],
  ])('is silent where a metric %s', (_, example) => {
    expect(idle(example)).toEqual([]);
  });

  it('never says of one metric what metrics/orphan says', () => {
    const example: MetricExample = { metrics: { ...revenue, alone: {}, made: { formula: 'orders' } } };
    const both = lintExample(example).filter((finding) => finding.code === code || finding.code === 'metrics/orphan');
    expect(both.map((finding) => [finding.code, finding.metric])).toEqual([
      ['metrics/orphan', 'alone'],
      [code, 'made'],
    ]);
  });
});
