import type { ExampleMetric, Period } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/window-mismatch';

const days = (length: number): Period => ({ length, unit: 'day' });

function find(buyers: ExampleMetric, visitors: ExampleMetric, more: ExampleMetric = {}) {
  const conversion = { formula: 'buyers / visitors + other', ...more };
  return lintExample({ metrics: { other: {}, buyers, visitors, conversion } }, code);
}

const hint = 'measure all over one window, or accept the difference with a suppression that says why';

describe(code, () => {
  it('finds components that look back over different windows', () => {
    expect(find({ window: days(28) }, { window: { length: 1, unit: 'week' } })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'conversion',
        message: 'conversion joins different windows: buyers (28 days) and visitors (7 days)',
        path: ['metrics', 3, 'formula'],
        hint,
        related: [
          { path: ['metrics', 1, 'window'], message: 'the window of buyers' },
          { path: ['metrics', 2, 'window'], message: 'the window of visitors' },
        ],
      },
    ]);
  });

  it('finds components that look back over another window than the metric', () => {
    expect(find({ window: days(28) }, { window: days(1) }, { window: days(28) })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'conversion',
        message: 'conversion looks back over 28 days, but uses visitors (1 day)',
        path: ['metrics', 3, 'formula'],
        hint,
        related: [{ path: ['metrics', 2, 'window'], message: 'the window of visitors' }],
      },
    ]);
    expect(find({ window: days(7) }, { window: days(7) }, { window: days(28) })).toMatchObject([
      { message: 'conversion looks back over 28 days, but uses buyers (7 days) and visitors (7 days)' },
    ]);
  });

  it('names one metric for each window', () => {
    const metrics = {
      a: { window: days(1) },
      b: { window: days(7) },
      c: { window: days(1) },
      sum: { components: ['a', 'b', 'c'] },
    };
    expect(lintExample({ metrics }, code)).toMatchObject([
      { message: 'sum joins different windows: a (1 day) and b (7 days)', path: ['metrics', 3, 'components'] },
    ]);
  });

  it.each<[Period, Period, string]>([
    [days(30), { length: 1, unit: 'month' }, '30 days) and visitors (1 month'],
    [{ length: 2, unit: 'quarter' }, { length: 1, unit: 'year' }, '6 months) and visitors (12 months'],
  ])('tells %j from %j', (one, other, text) => {
    expect(find({ window: one }, { window: other })).toMatchObject([{ message: expect.stringContaining(text) }]);
  });

  it.each<[Period, Period]>([
    [days(28), { length: 4, unit: 'week' }],
    [
      { length: 1, unit: 'quarter' },
      { length: 3, unit: 'month' },
    ],
    [
      { length: 4, unit: 'quarter' },
      { length: 1, unit: 'year' },
    ],
  ])('takes %j and %j for the same', (one, other) => {
    expect(find({ window: one }, { window: other })).toEqual([]);
    expect(find({ window: one }, {}, { window: other })).toEqual([]);
  });

  it.each<[string, ExampleMetric, ExampleMetric, ExampleMetric]>([
    ['only one component has a window', { window: days(7) }, {}, {}],
    ['only the metric has one', {}, {}, { window: days(7) }],
    ['none has one', {}, {}, {}],
  ])('finds nothing where %s', (_, buyers, visitors, more) => {
    expect(find(buyers, visitors, more)).toEqual([]);
  });

  it('lets daily users be divided by monthly ones: windows are what that compares', () => {
    const source = { system: 'warehouse', text: 'events' };
    const daily = { window: days(1), source, filter: 'active' };
    const monthly = { ...daily, window: days(28) };
    expect(find(daily, monthly)).toEqual([]);
    expect(find(daily, { ...monthly, filter: 'buying' })).toHaveLength(1);
    expect(find(daily, { window: days(28) })).toHaveLength(1);
    expect(find(daily, monthly, { window: days(28) })).toHaveLength(1);
    const weekly = { window: days(7), source };
    expect(
      lintExample({ metrics: { daily, monthly, weekly, sum: { components: ['daily', 'monthly', 'weekly'] } } }, code),
    ).toHaveLength(1);
  });
});
