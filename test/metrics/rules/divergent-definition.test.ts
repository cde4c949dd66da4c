import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/divergent-definition';

const leaves = { lost: {}, added: {}, customers: {} };

/** What is found in two metrics of one label. */
function find(first: ExampleMetric, second: ExampleMetric) {
  const [one, other] = [
    { label: 'Churn', ...first },
    { label: 'churn', ...second },
  ];
  return lintExample({ metrics: { ...leaves, first: one, second: other } }, code);
}

describe(code, () => {
  it('prints both formulas of one label', () => {
    expect(find({ formula: 'lost / customers' }, { formula: 'lost / (customers + added)' })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'second',
        message:
          'second and first are both called "churn", but are defined as lost / (customers + added) and lost / customers',
        path: ['metrics', 4, 'label'],
        hint: 'agree on one definition, or give each a label that says what is different',
        related: [{ path: ['metrics', 3], message: 'first has the label too' }],
      },
    ]);
  });

  const formula = 'lost / customers';

  it.each<[string, ExampleMetric, ExampleMetric, string]>([
    ['filters', { formula, filter: 'paid' }, { formula: 'lost/customers' }, 'differ in filter, window or accumulation'],
    ['sources', { source: { text: 'crm' } }, { source: { text: 'billing' } }, 'have different sources or filters'],
    ['systems', { source: { system: 'a' } }, { source: { system: 'b' } }, 'have different sources or filters'],
    ['filters of a leaf', { filter: 'paid' }, { filter: 'free' }, 'have different sources or filters'],
    [
      'windows',
      { window: { length: 28, unit: 'day' } },
      { window: { length: 7, unit: 'day' } },
      'look back over 7 days and 28 days',
    ],
    [
      'windows of a formula and a leaf',
      { formula, window: { length: 28, unit: 'day' } },
      { source: { text: 'crm' }, window: { length: 7, unit: 'day' } },
      'look back over 7 days and 28 days',
    ],
  ])('finds different %s', (_, first, second, difference) => {
    expect(find(first, second)).toMatchObject([
      { message: `second and first are both called "churn", but ${difference}` },
    ]);
  });

  it.each<[string, ExampleMetric, ExampleMetric]>([
    ['the functions are the same', { formula: 'lost + added' }, { formula: 'added + lost' }],
    ['both are the same number', { formula: '0.2' }, { formula: '(0.2)' }],
    ['one formula cannot be read', { formula: 'lost / (' }, { formula }],
    ['the other cannot be read', { formula }, { formula: 'lost / (' }],
    ['the sources are the same', { source: { text: 'crm' } }, { source: { text: 'crm' } }],
    ['only one has a source', { source: { text: 'crm' } }, {}],
    ['only the other has one', {}, { source: { text: 'crm' } }],
    ['one is computed and one is read', { formula, source: { text: 'a' } }, { source: { text: 'b' } }],
    ['one is read and one is computed', { source: { text: 'b' } }, { formula, source: { text: 'a' } }],
    ['windows are of one length', { window: { length: 7, unit: 'day' } }, { window: { length: 1, unit: 'week' } }],
    ['only one has a window', { window: { length: 7, unit: 'day' } }, {}],
    ['one is deprecated', { formula, status: 'deprecated' }, { formula: 'lost' }],
    ['the labels differ', { formula }, { formula: 'lost + added', label: 'Churn with new customers' }],
  ])('finds nothing where %s', (_, first, second) => {
    expect(find(first, second)).toEqual([]);
  });

  it('compares metrics on a cycle by what is written', () => {
    expect(find({ formula: 'second + 1' }, { formula: 'first + 1' })).toHaveLength(1);
    const metrics = {
      x: { label: 'X', formula: 'c + 1' },
      y: { label: 'X', formula: '1 * (c + 1)' },
      c: { formula: 'x + y' },
    };
    expect(lintExample({ metrics: { ...metrics, y: { label: 'X', formula: 'c + 1' } } }, code)).toEqual([]);
    expect(lintExample({ metrics }, code)).toHaveLength(1);
  });

  it('finds two that are each the same as a third, but not as each other', () => {
    const formulas = { same: { formula: 'lost + added' }, other: { formula: 'customers + added' } };
    const labelled = { x: { label: 'X', formula: 'added + lost' }, y: { label: 'X', formula: 'added + customers' } };
    expect(lintExample({ metrics: { ...leaves, ...formulas, ...labelled } }, code)).toHaveLength(1);
  });

  it('shortens long formulas', () => {
    const long = Array.from({ length: 60 }, () => 'lost').join(' + ');
    expect(find({ formula: long }, { formula })[0]!.message).toMatch(
      /^.{0,80}lost \/ customers and lost \+ .*….* lost$/,
    );
    expect(find({ formula }, { formula: long })[0]!.message.length).toBeLessThan(200);
  });
});
