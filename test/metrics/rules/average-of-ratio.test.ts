import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/average-of-ratio';

const leaves: { readonly [id: string]: ExampleMetric } = {
  web: { unit: 'order/session' },
  app: { unit: 'order/session' },
  mail: { unit: '1', scale: 'percent' },
  orders: { unit: 'order' },
  visits: { unit: 'session' },
};

function find(formula: string, more: { readonly [id: string]: ExampleMetric } = {}) {
  return lintExample({ metrics: { ...leaves, ...more, result: { formula } } }, code);
}

describe(code, () => {
  it('finds the average of two ratios', () => {
    expect(find('1 + (web + app) / 2')).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'result',
        message: 'result averages the ratios web and app as if each stood for as much',
        path: ['metrics', 5, 'formula'],
        span: [4, 19],
        hint: 'divide the sum of their numerators by the sum of their denominators',
      },
    ]);
  });

  it.each([
    '(web + app + mail) / 3',
    '(web + app) * 0.5',
    '0.5 * (web + app)',
    '1 / 2 * (web + app)',
    '(web + app) * (1 / 2)',
    '(web + app + mail) * 0.333',
    'web * ((app + mail) / 2)',
  ])('finds %s', (formula) => {
    expect(find(formula)).toHaveLength(1);
  });

  it('finds each average of a formula', () => {
    expect(find('(web + app) / 2 - (app + mail) / 2').map(({ span }) => span)).toEqual([
      [0, 15],
      [18, 34],
    ]);
  });

  it.each([
    'orders + visits',
    '(orders + visits) / 2',
    '(web + orders) / 2',
    '(web + app) / 3',
    '(web + app) / visits',
    '(web + app) * 2',
    '(web + app) / 0',
    '(web + app) * 0',
    '(web - app) / 2',
    '(web + app - mail) / 3',
    '(web + 1) / 2',
    '(web + unknown) / 2',
    '(web + app) - 2',
    '2 / (web + app)',
    'web / 1 + app',
    "(web + lag(web, 1, 'month')) / 2",
    'max(web + app, 2)',
    '((web + app) / 2',
  ])('finds nothing in %s', (formula) => {
    expect(find(formula)).toEqual([]);
  });

  it('writes the ratio of the sums where the ratios have formulas', () => {
    const ratios = { a: { formula: 'orders / visits' }, b: { formula: "ratio(orders - 1, 2 * visits, 'zero')" } };
    expect(find('(a + b) / 2', ratios)).toMatchObject([
      { hint: "write ratio(orders + (orders - 1), visits + 2 * visits, 'null')" },
    ]);
  });

  it.each<[string, ExampleMetric]>([
    ['has no formula', { unit: 'order/session' }],
    ['is no quotient', { formula: 'web * 2', unit: 'order/session' }],
    ['is a call of another function', { formula: 'max(web, app)', unit: 'order/session' }],
    ['cannot be read', { formula: 'orders / (visits', unit: 'order/session' }],
  ])('writes no formula where one of the ratios %s', (_, b) => {
    const findings = find('(a + b) / 2', { a: { formula: 'orders / visits' }, b });
    expect(findings.map(({ hint }) => hint)).toEqual([
      'divide the sum of their numerators by the sum of their denominators',
    ]);
  });

  it('lets ratios over one denominator be averaged', () => {
    const ratios = { a: { formula: 'orders / visits' }, b: { formula: "ratio(2 * orders, (visits), 'null')" } };
    expect(find('(a + b) / 2', ratios)).toEqual([]);
    expect(find('(a + b + web) / 3', ratios)).toHaveLength(1);
    expect(find('(web + a + b) / 3', ratios)).toHaveLength(1);
  });

  it('shortens a long hint', () => {
    const long = { formula: `(${Array.from({ length: 60 }, () => 'orders').join(' + ')}) / visits` };
    const [finding] = find('(a + b) / 2', { a: long, b: { formula: 'orders / 7 / web' } });
    expect(finding!.hint).toMatch(/^write ratio\(orders \+ .*….*'null'\)$/);
    expect(finding!.hint!.length).toBeLessThanOrEqual(206);
  });
});
