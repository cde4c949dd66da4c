import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/unknown-reference';

const others = { orders: {}, order_value: {}, refund_rate: {} };

function find(revenue: ExampleMetric) {
  return lintExample({ metrics: { ...others, revenue } }, code);
}

describe(code, () => {
  it('finds a misspelt name in a formula and gives the nearest', () => {
    expect(find({ formula: 'order_value * ordrs' })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'revenue',
        message: 'revenue uses ordrs, which does not exist',
        path: ['metrics', 3, 'formula'],
        span: [14, 19],
        hint: 'did you mean orders?',
      },
    ]);
  });

  it.each<[ExampleMetric, string, (string | number)[], string]>([
    [{ components: ['orders', 'ordes'] }, 'has as component ordes', ['components', 1], 'define ordes, or remove it'],
    [{ components: ['ordes'] }, 'has as component ordes', ['components', 0], 'did you mean orders?'],
    [{ guardrails: ['refund_rat'] }, 'has as guardrail refund_rat', ['guardrails', 0], 'did you mean refund_rate?'],
    [{ replacedBy: 'sales' }, 'is replaced by sales', ['replacedBy'], 'define sales, or remove it'],
  ])('finds %o', (revenue, rest, path, hint) => {
    expect(find(revenue)).toMatchObject([
      { message: `revenue ${rest}, which does not exist`, path: ['metrics', 3, ...path], hint },
    ]);
  });

  it('finds both ends of an influence, and the metric of a goal', () => {
    const findings = lintExample(
      {
        metrics: others,
        influences: [
          { from: 'order', to: 'nowhere', sign: '+', evidence: 'assumed' },
          { from: 'ordersx', to: 'orders', sign: '+', evidence: 'assumed' },
        ],
        goals: [{ team: 'growth', metric: 'orderz', direction: 'up' }],
      },
      code,
    );
    expect(findings.map(({ message, path, hint }) => [message, path, hint])).toEqual([
      [
        'the influence of order on nowhere begins at order, which does not exist',
        ['influences', 0, 'from'],
        'did you mean orders?',
      ],
      [
        'the influence of order on nowhere ends at nowhere, which does not exist',
        ['influences', 0, 'to'],
        'define nowhere, or remove it',
      ],
      [
        'the influence of ordersx on orders begins at ordersx, which does not exist',
        ['influences', 1, 'from'],
        'define ordersx, or remove it',
      ],
      ['a goal of growth is on orderz, which does not exist', ['goals', 0, 'metric'], 'did you mean orders?'],
    ]);
  });

  it('finds a name once for a formula and its components, however often they mention it', () => {
    expect(find({ formula: 'clicks / (clicks + orders)', components: ['clicks', 'orders'] })).toMatchObject([
      { span: [0, 6] },
    ]);
    expect(find({ formula: 'orders + 1', components: ['clicks'] })).toMatchObject([
      { path: ['metrics', 3, 'components', 0] },
    ]);
  });

  it.each([
    ['the metric itself', { revenue_2: { formula: 'revenue_1 * 2' } }],
    ['what the formula names already', { total: { formula: 'sales_2024 + sales_2025' }, sales_2024: {} }],
  ])('does not suggest %s', (_, metrics) => {
    expect(lintExample({ metrics }, code)).toMatchObject([
      { hint: expect.stringMatching(/^define \w+, or remove it$/) },
    ]);
  });

  it('suggests a taken name to the next metric, which does not name it', () => {
    const metrics = { a: { formula: 'orders + ordes' }, b: { formula: 'ordes' }, orders: {} };
    expect(lintExample({ metrics }, code).map(({ hint }) => hint)).toEqual([
      'define ordes, or remove it',
      'did you mean orders?',
    ]);
  });

  it('finds unknown names in a formula that cannot be read', () => {
    expect(find({ formula: 'orders / (margin' })).toMatchObject([{ span: [10, 16] }]);
    expect(find({ formula: '(margin' })).toMatchObject([{ span: [1, 7] }]);
  });

  it.each(['net revenues * 2', '1 + net \t revenues'])(
    'leaves half a name in %j to metrics/formula-syntax',
    (formula) => {
      expect(find({ formula })).toEqual([]);
    },
  );

  it('finds a whole name beside half of one', () => {
    expect(find({ formula: 'clicks + net revenues' })).toMatchObject([{ span: [0, 6] }]);
    expect(find({ formula: 'clicks ) + 1' })).toMatchObject([{ span: [0, 6] }]);
  });

  it('finds nothing where every name exists', () => {
    expect(
      find({
        formula: 'orders * order_value',
        components: ['orders'],
        guardrails: ['refund_rate'],
        replacedBy: 'orders',
      }),
    ).toEqual([]);
  });
});
