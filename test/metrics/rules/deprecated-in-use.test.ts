import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/deprecated-in-use';

const old = { old_orders: { status: 'deprecated', replacedBy: 'orders' }, orders: {} } as const;

describe(code, () => {
  it('finds a formula that uses a deprecated metric, and says what replaces it', () => {
    expect(lintExample({ metrics: { revenue: { formula: '30 * old_orders' }, ...old } }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'revenue',
        message: 'revenue uses old_orders, which is deprecated',
        path: ['metrics', 0, 'formula'],
        span: [5, 15],
        hint: 'use orders instead',
        related: [{ path: ['metrics', 1], message: 'old_orders is deprecated' }],
      },
    ]);
  });

  it.each<[string, Omit<MetricExample, 'metrics'> & Partial<MetricExample>, string, (string | number)[]]>([
    [
      'a component',
      { metrics: { revenue: { components: ['orders', 'old_orders'] }, ...old } },
      'revenue has as component old_orders, which is deprecated',
      ['metrics', 0, 'components', 1],
    ],
    [
      'a guardrail',
      { metrics: { revenue: { guardrails: ['old_orders'] }, ...old } },
      'revenue has as guardrail old_orders, which is deprecated',
      ['metrics', 0, 'guardrails', 0],
    ],
    [
      'the replacement of a metric that stays',
      { metrics: { revenue: { replacedBy: 'old_orders' }, ...old } },
      'revenue is replaced by old_orders, which is deprecated',
      ['metrics', 0, 'replacedBy'],
    ],
    [
      'the cause of an influence',
      { influences: [{ from: 'old_orders', to: 'revenue', sign: '+', evidence: 'assumed' }] },
      'the influence of old_orders on revenue begins at old_orders, which is deprecated',
      ['influences', 0, 'from'],
    ],
    [
      'the end of an influence',
      { influences: [{ from: 'revenue', to: 'old_orders', sign: '+', evidence: 'assumed' }] },
      'the influence of revenue on old_orders ends at old_orders, which is deprecated',
      ['influences', 0, 'to'],
    ],
    [
      'a goal',
      { goals: [{ team: 'growth', metric: 'old_orders', direction: 'up', due: '2026-11-22' }] },
      'a goal of growth is on old_orders, which is deprecated',
      ['goals', 0, 'metric'],
    ],
  ])('finds it as %s', (_, example, message, path) => {
    const found = lintExample({ metrics: { revenue: {}, ...old }, asOf: '2026-11-22', ...example }, code);
    expect(found).toMatchObject([{ message, path, hint: 'use orders instead' }]);
  });

  it.each<[string, MetricExample]>([
    ['no metric is deprecated', { metrics: { revenue: { formula: 'orders' }, orders: {} } }],
    ['its user is deprecated too', { metrics: { revenue: { formula: 'old_orders', status: 'deprecated' }, ...old } }],
    ['its user is retired', { metrics: { revenue: { formula: 'old_orders', status: 'retired' }, ...old } }],
    [
      'it is deprecated itself and looks back',
      { metrics: { total: { formula: "lag(total, 1, 'month')", status: 'deprecated' } } },
    ],
    [
      'both ends of an influence are on their way out',
      {
        metrics: { ...old, older: { status: 'retired' } },
        influences: [{ from: 'old_orders', to: 'older', sign: '+', evidence: 'assumed' }],
      },
    ],
    [
      'the goal is past its day',
      {
        metrics: old,
        goals: [{ team: 'growth', metric: 'old_orders', direction: 'up', due: '2026-11-21' }],
        asOf: '2026-11-22',
      },
    ],
    [
      'the used metric is retired, which is for metrics/retired-in-use',
      { metrics: { revenue: { formula: 'old' }, old: { status: 'retired' }, other: { status: 'deprecated' } } },
    ],
    [
      'the named metric does not exist, which is for metrics/unknown-reference',
      { metrics: { revenue: { formula: 'gone' }, other: { status: 'deprecated' } } },
    ],
  ])('is silent where %s', (_, example) => {
    expect(lintExample(example, code)).toEqual([]);
  });

  it.each<[string, MetricExample['metrics'], string]>([
    ['nothing is named', { old: { status: 'deprecated' } }, 'use another metric than old'],
    [
      'the replacement does not exist',
      { old: { status: 'deprecated', replacedBy: 'gone' } },
      'use another metric than old',
    ],
    [
      'the replacement is deprecated in turn',
      {
        old: { status: 'deprecated', replacedBy: 'middle' },
        middle: { status: 'retired', replacedBy: 'last' },
        last: { status: 'draft' },
      },
      'use last instead',
    ],
    [
      'the replacements lead back',
      { old: { status: 'deprecated', replacedBy: 'other' }, other: { status: 'retired', replacedBy: 'old' } },
      'use another metric than old',
    ],
    [
      'the replacement is the user itself',
      { old: { status: 'deprecated', replacedBy: 'revenue' } },
      'use another metric than old',
    ],
  ])('says what to use where %s', (_, metrics, hint) => {
    const found = lintExample({ metrics: { revenue: { formula: 'old + 1' }, ...metrics } }, code);
    expect(found.map((finding) => finding.hint)).toEqual([hint]);
  });

  it('answers for many users of one chain alike', () => {
    const found = lintExample(
      {
        metrics: {
          a: { formula: 'one + two + three' },
          one: { status: 'deprecated', replacedBy: 'two' },
          two: { status: 'deprecated', replacedBy: 'three' },
          three: { status: 'deprecated', replacedBy: 'four' },
          four: {},
          b: { formula: 'lost + astray' },
          lost: { status: 'deprecated', replacedBy: 'astray' },
          astray: { status: 'deprecated' },
        },
      },
      code,
    );
    expect(found.map(({ hint }) => hint)).toEqual([
      'use four instead',
      'use four instead',
      'use four instead',
      'use another metric than lost',
      'use another metric than astray',
    ]);
  });

  it.each([
    ['from', 'old_orders', 'orders'],
    ['to', 'orders', 'old_orders'],
  ])('does not propose the other end of an influence as its %s', (_, from, to) => {
    const example = { metrics: old, influences: [{ from, to, sign: '+', evidence: 'assumed' }] } as const;
    expect(lintExample(example, code)).toMatchObject([{ hint: 'use another metric than old_orders' }]);
  });

  it('finds a goal in a tree in which everything is deprecated', () => {
    const example: MetricExample = {
      metrics: { old: { status: 'deprecated' } },
      goals: [{ team: 'growth', metric: 'old', direction: 'up' }],
    };
    expect(lintExample(example, code)).toMatchObject([{ path: ['goals', 0, 'metric'] }]);
  });

  it('follows a chain of 100,000 replacements', () => {
    const length = 100_000;
    const chain = Array.from({ length }, (_, i) => ({
      id: `m${i}`,
      status: 'deprecated' as const,
      replacedBy: i + 1 < length ? `m${i + 1}` : 'last',
    }));
    const users = Array.from({ length: 1_000 }, (_, i) => ({ id: `user${i}`, formula: `m${i * 100}` }));
    const found = lintExample({ metrics: [...chain, { id: 'last' }, ...users] }, code);
    expect(found).toHaveLength(1_000);
    expect(new Set(found.map(({ hint }) => hint))).toEqual(new Set(['use last instead']));
  });
});
