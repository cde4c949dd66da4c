import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/duplicate-label';

function find(first: ExampleMetric, second: ExampleMetric) {
  return lintExample({ metrics: { a: {}, b: {}, first, second } }, code);
}

describe(code, () => {
  it('finds two metrics that a report cannot tell apart', () => {
    expect(find({ label: 'Sign-ups' }, { label: '  SIGN-UPS' })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'second',
        message: 'second and first are both called "  SIGN-UPS"',
        path: ['metrics', 3, 'label'],
        hint: 'give each a label of its own, or merge them',
        related: [{ path: ['metrics', 2], message: 'first has the label too' }],
      },
    ]);
  });

  it('holds every further metric against the first', () => {
    const metrics = { a: { label: 'A' }, b: { label: 'A' }, c: { label: 'A' } };
    expect(lintExample({ metrics }, code).map(({ metric, related }) => [metric, related![0]!.path])).toEqual([
      ['b', ['metrics', 0]],
      ['c', ['metrics', 0]],
    ]);
  });

  it.each<[string, ExampleMetric, ExampleMetric]>([
    ['the labels differ', { label: 'Sign-ups' }, { label: 'Trial sign-ups' }],
    ['there are no labels', {}, {}],
    ['the labels are blank', { label: ' ' }, { label: ' ' }],
    ['one is deprecated', { label: 'Churn', status: 'deprecated' }, { label: 'Churn' }],
    ['one is retired', { label: 'Churn' }, { label: 'Churn', status: 'retired' }],
  ])('finds nothing where %s', (_, first, second) => {
    expect(find(first, second)).toEqual([]);
  });

  it.each<[string, ExampleMetric, ExampleMetric]>([
    ['metrics/divergent-definition', { label: 'Churn', formula: 'a + b' }, { label: 'Churn', formula: 'a * b' }],
    ['metrics/equivalent-definition', { label: 'Churn', formula: 'a + b' }, { label: 'Churn', formula: 'b + a' }],
    [
      'metrics/equivalent-definition',
      { label: 'Churn', source: { text: 'orders' }, filter: 'paid' },
      { label: 'Churn', source: { text: 'orders' }, filter: 'paid' },
    ],
  ])('leaves two of one label to %s', (neighbor, first, second) => {
    expect(find(first, second)).toEqual([]);
    expect(lintExample({ metrics: { a: {}, b: {}, first, second } }, neighbor)).toHaveLength(1);
  });

  it('finds two of one label in different pairs of equal definitions', () => {
    const metrics: MetricExample['metrics'] = {
      orders: { source: { text: 'orders' }, filter: 'paid', label: 'Orders' },
      paid: { source: { text: 'orders' }, filter: 'paid' },
      total: { label: 'Orders', formula: 'a + b' },
      sum: { formula: 'b + a' },
      a: {},
      b: {},
    };
    expect(lintExample({ metrics }, code)).toMatchObject([{ metric: 'total' }]);
  });

  it('leaves a second metric of one name to metrics/duplicate-id', () => {
    const metrics = [
      { id: 'a', label: 'A' },
      { id: 'a', label: 'A' },
    ];
    expect(lintExample({ metrics }, code)).toEqual([]);
  });
});
