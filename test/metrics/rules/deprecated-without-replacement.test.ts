import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/deprecated-without-replacement';

describe(code, () => {
  it('finds a deprecated metric that names no other', () => {
    expect(lintExample({ metrics: { orders: {}, old: { status: 'deprecated' } } }, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'old',
        message: 'old is deprecated, and nothing says what to use instead',
        path: ['metrics', 1],
        hint: 'name the other metric as replacedBy, or retire this one',
      },
    ]);
  });

  it('finds a metric that is replaced by itself', () => {
    expect(lintExample({ metrics: { old: { status: 'deprecated', replacedBy: 'old' } } }, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'old',
        message: 'old is replaced by itself',
        path: ['metrics', 0, 'replacedBy'],
        hint: 'name a metric that stays as replacedBy',
        related: [],
      },
    ]);
  });

  it('finds a circle of replacements once, at its first deprecated metric, however it is entered', () => {
    const example: MetricExample = {
      metrics: {
        entry: { status: 'deprecated', replacedBy: 'a' },
        a: { status: 'retired', replacedBy: 'b' },
        b: { status: 'deprecated', replacedBy: 'c' },
        c: { status: 'deprecated', replacedBy: 'a' },
      },
    };
    expect(lintExample(example, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'b',
        message: 'a, b and c are replaced by each other',
        path: ['metrics', 2, 'replacedBy'],
        hint: 'name a metric that stays as replacedBy',
        related: [
          { path: ['metrics', 1], message: 'a is replaced by b' },
          { path: ['metrics', 3], message: 'c is replaced by a' },
        ],
      },
    ]);
  });

  it('finds each of two circles', () => {
    const example: MetricExample = {
      metrics: {
        a: { status: 'deprecated', replacedBy: 'b' },
        b: { status: 'deprecated', replacedBy: 'a' },
        c: { status: 'deprecated', replacedBy: 'd' },
        d: { status: 'deprecated', replacedBy: 'c' },
      },
    };
    expect(lintExample(example, code).map(({ metric }) => metric)).toEqual(['a', 'c']);
  });

  it.each<[string, MetricExample['metrics']]>([
    ['names one that stays', { old: { status: 'deprecated', replacedBy: 'orders' }, orders: {} }],
    ['is retired', { old: { status: 'retired' }, gone: { status: 'retired', replacedBy: 'gone' } }],
    [
      'leads to one that stays by way of others',
      {
        a: { status: 'deprecated', replacedBy: 'b' },
        b: { status: 'retired', replacedBy: 'c' },
        c: { replacedBy: 'a' },
        d: { status: 'deprecated', replacedBy: 'b' },
      },
    ],
    [
      'runs into a circle of retired metrics, which is for metrics/retired-in-use',
      {
        old: { status: 'deprecated', replacedBy: 'a' },
        a: { status: 'retired', replacedBy: 'b' },
        b: { status: 'retired', replacedBy: 'a' },
      },
    ],
    [
      'names one that does not exist, which is for metrics/unknown-reference',
      { old: { status: 'deprecated', replacedBy: 'gone' } },
    ],
  ])('is silent where it %s', (_, metrics) => {
    expect(lintExample({ metrics }, code)).toEqual([]);
  });
});
