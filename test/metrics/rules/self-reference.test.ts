import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/self-reference';

function find(mrr: ExampleMetric) {
  return lintExample({ metrics: { net_new_mrr: {}, mrr } }, code);
}

describe(code, () => {
  it('finds a formula that uses its own value, and writes the recurrence that may be meant', () => {
    expect(find({ formula: 'net_new_mrr + mrr' })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'mrr',
        message: 'mrr is computed from itself',
        path: ['metrics', 1, 'formula'],
        span: [14, 17],
        hint: "write lag(mrr, 1, 'month') where the value of the period before is meant",
      },
    ]);
  });

  it('takes the period of the recurrence from the first that the metric is reported by', () => {
    expect(find({ formula: 'mrr + 1', grains: ['quarter', 'year'] })).toMatchObject([
      { hint: "write lag(mrr, 1, 'quarter') where the value of the period before is meant" },
    ]);
  });

  it('points at the reference that is not lagged, and reports only the first', () => {
    expect(find({ formula: "lag(mrr, 1, 'month') + mrr * mrr" })).toMatchObject([{ span: [23, 26] }]);
  });

  it('finds a metric among its own components', () => {
    expect(find({ components: ['net_new_mrr', 'mrr'] })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'mrr',
        message: 'mrr is a component of itself',
        path: ['metrics', 1, 'components', 1],
        hint: 'remove mrr from its components; a recurrence needs a formula with lag',
      },
    ]);
    expect(find({ components: ['mrr'], formula: 'net_new_mrr' })).toHaveLength(1);
  });

  it('reports a formula and a list that both name the metric once', () => {
    expect(find({ components: ['mrr'], formula: 'mrr + 1' })).toMatchObject([{ path: ['metrics', 1, 'formula'] }]);
  });

  it.each<[string, ExampleMetric]>([
    ['a recurrence', { formula: "lag(mrr, 1, 'month') + net_new_mrr" }],
    ['a recurrence that declares itself', { formula: "lag(mrr, 1, 'month')", components: ['mrr'] }],
    ['other components', { components: ['net_new_mrr'] }],
    ['a leaf', {}],
  ])('finds none in %s', (_, mrr) => {
    expect(find(mrr)).toEqual([]);
  });

  it.each<[string, ExampleMetric]>([
    ['formula', { formula: 'mrr + 1' }],
    ['list', { components: ['mrr'] }],
  ])('does not take the %s of a second metric of that name to mean itself', (_, second) => {
    const metrics: MetricExample['metrics'] = [{ id: 'mrr' }, { id: 'mrr', ...second }];
    expect(lintExample({ metrics }, code)).toEqual([]);
    expect(lintExample({ metrics }, 'metrics/duplicate-id')).toHaveLength(1);
  });

  it('leaves a circle over other metrics to metrics/cycle', () => {
    expect(lintExample({ metrics: { a: { formula: 'b' }, b: { formula: 'a' } } }, code)).toEqual([]);
  });
});
