import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/coarser-than-component';

function lint(metric: ExampleMetric, component: ExampleMetric) {
  return lintExample({ metrics: { total: { formula: 'part * 2', ...metric }, part: component } }, code);
}

describe(code, () => {
  it('names the metric, the component and the periods of both', () => {
    const found = lint({ grains: ['month', 'quarter', 'year'] }, { grains: ['week', 'month'] });
    expect(found).toEqual([
      {
        code,
        severity: 'info',
        metric: 'total',
        path: ['metrics', 0, 'grains'],
        message:
          'total is reported by quarter and year, but its component part only by week and month, and nothing says how it adds up',
        hint: 'declare the accumulation of part, or report it by quarter and year too',
        related: [{ path: ['metrics', 1, 'grains'], message: 'the periods of part' }],
      },
    ]);
  });

  it('finds a component that is declared beside a formula or instead of one', () => {
    const found = lint({ formula: '1', components: ['part'], grains: ['year'] }, { grains: ['month'] });
    expect(found.map((finding) => finding.metric)).toEqual(['total']);
  });

  it('finds a component that is said not to add up over time', () => {
    expect(lint({ grains: ['year'] }, { grains: ['month'], additive: { notOver: ['time'] } })).toHaveLength(1);
  });

  it.each<readonly [string, ExampleMetric]>([
    ['has values for the period', { grains: ['month', 'year'] }],
    ['says nothing of its periods', {}],
    ['is a flow, which is summed', { grains: ['month'], accumulation: 'flow' }],
    ['is a stock, of which the last value counts', { grains: ['month'], accumulation: 'stock' }],
    ['is additive over time', { grains: ['month'], additive: { over: ['time'] } }],
  ])('is silent where the component %s', (_, component) => {
    expect(lint({ grains: ['year'] }, component)).toEqual([]);
  });

  it('leaves a period that is shorter than all of the component to metrics/finer-than-component', () => {
    expect(lint({ grains: ['week'] }, { grains: ['month'] })).toEqual([]);
  });
});
