import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/outcome-without-goal';

const goal = { team: 'growth', metric: 'orders', direction: 'up' } as const;

function lint(revenue: ExampleMetric, more: Partial<MetricExample> = {}) {
  const metrics = { orders: {}, visits: {}, revenue: { role: 'outcome', ...revenue } } as const;
  return lintExample({ metrics, goals: [goal], ...more }, code);
}

describe(code, () => {
  it('finds an outcome that no goal leads to', () => {
    expect(lint({ formula: 'visits' })).toEqual([
      {
        code,
        severity: 'info',
        metric: 'revenue',
        message: 'no team has a goal on revenue, or on anything that leads to it',
        path: ['metrics', 2],
        hint: 'set a goal for it, or say with a suppression why none is needed',
      },
    ]);
  });

  it.each<[string, ExampleMetric, Partial<MetricExample>, number]>([
    ['a goal on the outcome', {}, { goals: [{ ...goal, metric: 'revenue' }] }, 0],
    ['a goal on a component', { formula: 'orders * 30' }, {}, 0],
    [
      'a goal on what influences a component',
      { formula: 'visits' },
      { influences: [{ from: 'orders', to: 'visits', sign: '-', evidence: 'assumed' }] },
      0,
    ],
    [
      'a goal on what the outcome influences',
      {},
      { influences: [{ from: 'revenue', to: 'orders', sign: '+', evidence: 'assumed' }] },
      1,
    ],
    [
      'influences of and on what does not exist',
      {},
      {
        influences: [
          { from: 'orders', to: 'gone', sign: '+', evidence: 'assumed' },
          { from: 'gone', to: 'revenue', sign: '+', evidence: 'assumed' },
        ],
      },
      1,
    ],
    ['a goal on its guardrail, which moves nothing', { guardrails: ['orders'] }, {}, 1],
    [
      'a goal that is past its day',
      { formula: 'orders' },
      { goals: [{ ...goal, due: '2026-01-01' }], asOf: '2026-01-02' },
      1,
    ],
    [
      'a goal that ends on the day',
      { formula: 'orders' },
      { goals: [{ ...goal, due: '2026-01-01' }], asOf: '2026-01-01' },
      0,
    ],
    ['a goal on what does not exist', {}, { goals: [{ ...goal, metric: 'revenu' }] }, 1],
    ['no goals at all: they are kept elsewhere', {}, { goals: [] }, 0],
  ])('looks for goals: %s', (_, revenue, more, findings) => {
    expect(lint(revenue, more)).toHaveLength(findings);
  });

  it.each<[string, ExampleMetric]>([
    ['no outcome', { role: 'driver' }],
    ['a draft', { status: 'draft' }],
    ['deprecated', { status: 'deprecated' }],
    ['retired', { status: 'retired' }],
  ])('is silent about a metric that is %s', (_, revenue) => {
    expect(lint(revenue)).toEqual([]);
  });

  it('speaks of an outcome that is declared active', () => {
    expect(lint({ status: 'active' })).toHaveLength(1);
  });

  it('leaves the second of two of one name to metrics/duplicate-id', () => {
    const metrics = [
      { id: 'revenue', role: 'outcome' },
      { id: 'revenue', role: 'outcome' },
    ] as const;
    expect(lintExample({ metrics, goals: [{ ...goal, metric: 'revenue' }] }, code)).toEqual([]);
  });
});
