import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/similar-definition';

const leaves = { kept: {}, customers: {} };

function find(metrics: { readonly [id: string]: ExampleMetric }) {
  return lintExample({ metrics: { ...leaves, ...metrics } }, code);
}

describe(`${code}, by formula`, () => {
  const rate: ExampleMetric = { formula: 'kept / customers' };

  it('finds one number shown in two ways', () => {
    expect(find({ rate, percent: { formula: '100 * kept / customers' } })).toEqual([
      {
        code,
        severity: 'info',
        metric: 'percent',
        message: 'percent is rate times 100',
        path: ['metrics', 3],
        hint: 'keep one of them, and let its scale say how it is shown',
        related: [{ path: ['metrics', 2], message: 'rate is the same but for the factor' }],
      },
    ]);
  });

  it.each([
    ['kept * 10000 / customers', '10000'],
    ['kept / (customers * 1000)', '1/1000'],
    ['-kept / customers', '-1'],
    ['kept / customers / 100', '1/100'],
    ['kept / customers * 1000000', '1000000'],
  ])('gives the factor of %s', (formula, factor) => {
    expect(find({ rate, other: { formula } })).toMatchObject([{ message: `other is rate times ${factor}` }]);
  });

  it.each(['kept / customers * 12', 'kept / customers * 0.3', 'customers / kept', 'kept / customers + 1'])(
    'says nothing of %s, which is another number',
    (formula) => {
      expect(find({ rate, other: { formula } })).toEqual([]);
    },
  );

  it.each<[string, string, ExampleMetric]>([
    ['metrics/equivalent-definition', 'the same function', { formula: 'kept / customers' }],
    [
      'metrics/divergent-definition',
      'a multiple of the same label',
      { formula: '100 * kept / customers', label: 'rate' },
    ],
  ])('leaves to %s %s', (neighbor, _, other) => {
    const metrics = { ...leaves, rate: { ...rate, label: 'Rate' }, other };
    expect(lintExample({ metrics }, code)).toEqual([]);
    expect(lintExample({ metrics }, neighbor)).toHaveLength(1);
  });

  it('finds it once where several are the same function, in whatever order they stand', () => {
    const metrics: [string, ExampleMetric][] = [
      ['rate', rate],
      ['again', { formula: 'kept / customers', label: 'Again' }],
      ['percent', { formula: '100 * kept / customers' }],
    ];
    expect(find(Object.fromEntries(metrics))).toMatchObject([{ message: 'percent is rate times 100' }]);
    expect(find(Object.fromEntries(metrics.reverse()))).toMatchObject([{ message: 'again is percent times 1/100' }]);
  });

  it('tells of several multiples, and of one that is another function', () => {
    const findings = find({
      rate,
      percent: { formula: '100 * kept / customers' },
      loss: { formula: '-kept / customers' },
    });
    expect(findings.map(({ message }) => message)).toEqual(['percent is rate times 100', 'loss is rate times -1']);
  });

  it('finds it where one of the two has no label', () => {
    const percent = { formula: '100 * kept / customers' };
    expect(find({ rate: { ...rate, label: 'Rate' }, percent })).toHaveLength(1);
    expect(find({ rate, percent: { ...percent, label: 'Rate' } })).toHaveLength(1);
  });

  it.each(['deprecated', 'retired'] as const)('leaves out what is %s', (status) => {
    const other = { formula: '100 * kept / customers' };
    expect(find({ rate: { ...rate, status }, other })).toEqual([]);
    expect(find({ rate, other: { ...other, status } })).toEqual([]);
  });
});

describe(`${code}, by label`, () => {
  it('finds the same words in another order', () => {
    expect(find({ x: { label: 'Weekly active users' }, y: { label: 'Active users, weekly' } })).toEqual([
      {
        code,
        severity: 'info',
        metric: 'y',
        message: 'y and x have the same words in their labels: "Active users, weekly" and "Weekly active users"',
        path: ['metrics', 3],
        hint: 'merge them, or say what is different',
        related: [{ path: ['metrics', 2], message: 'x has them too' }],
      },
    ]);
  });

  it.each([
    ['Order', 'Orders'],
    ['Sign-ups', 'sign ups'],
    ['Users per order', 'User per order'],
    ['Umsatz / Kunde', 'umsatz/Kunde'],
    ['7-day retention', 'Retention (7 day)'],
  ])('takes %s and %s for alike', (x, y) => {
    expect(find({ x: { label: x }, y: { label: y } })).toHaveLength(1);
  });

  it.each([
    ['Users per order', 'Orders per user'],
    ['Trial to paid', 'Paid to trial'],
    ['Users / order', 'Orders / user'],
    ['LTV : CAC', 'CAC : LTV'],
    ['7-day retention', '28-day retention'],
    ['%', '$'],
    ['Is old', 'I sold'],
  ])('tells %s from %s', (x, y) => {
    expect(find({ x: { label: x }, y: { label: y } })).toEqual([]);
  });

  it('says nothing of metrics without labels', () => {
    expect(find({ x: {}, y: {} })).toEqual([]);
  });

  it('leaves the same label to metrics/duplicate-label', () => {
    const metrics = { x: { label: 'Weekly users' }, y: { label: 'weekly  Users' } };
    expect(lintExample({ metrics }, code)).toEqual([]);
    expect(lintExample({ metrics }, 'metrics/duplicate-label')).toHaveLength(1);
  });

  it('leaves the same function to metrics/equivalent-definition', () => {
    const x = { label: 'Weekly users', formula: 'kept + customers' };
    expect(find({ x, y: { label: 'Users, weekly', formula: 'customers + kept' } })).toEqual([]);
    expect(find({ x, y: { label: 'Users, weekly', formula: 'customers * kept' } })).toHaveLength(1);
  });

  it('reports a metric once: by its factor, then by its label, then by its description', () => {
    const description = 'The share of customers that stay for a month.';
    const x = { label: 'Rate kept', description, formula: 'kept / customers' };
    const y = { label: 'Kept rate', description, formula: 'kept / customers * 100' };
    expect(find({ x, y })).toMatchObject([{ message: 'y is x times 100' }]);
    expect(find({ x, y: { ...y, formula: 'kept' } })).toMatchObject([{ message: expect.stringContaining('labels') }]);
  });
});

describe(`${code}, by description`, () => {
  const description = 'Customers that pay by the month';

  it('finds one description of two metrics', () => {
    expect(find({ x: { description }, y: { description: `${description.toUpperCase()} ` } })).toEqual([
      {
        code,
        severity: 'info',
        metric: 'y',
        message: 'y and x have the same description',
        path: ['metrics', 3],
        hint: 'merge them, or say what is different',
        related: [{ path: ['metrics', 2], message: 'x has them too' }],
      },
    ]);
  });

  it('holds every further metric against the first', () => {
    const findings = find({ x: { description }, y: { description }, z: { description } });
    expect(findings.map(({ message }) => message)).toEqual([
      'y and x have the same description',
      'z and x have the same description',
    ]);
  });

  it('says nothing of descriptions below 30 characters', () => {
    const [short, long] = ['a'.repeat(29), 'a'.repeat(30)];
    expect(find({ x: { description: short }, y: { description: short } })).toEqual([]);
    expect(find({ x: { description: long }, y: { description: long } })).toHaveLength(1);
  });

  it.each<[string, ExampleMetric]>([
    ['is deprecated', { status: 'deprecated' }],
    ['is retired', { status: 'retired' }],
  ])('leaves out a metric that %s', (_, other) => {
    expect(find({ x: { description }, y: { description, ...other } })).toEqual([]);
  });

  it('leaves metrics of one source to metrics/equivalent-definition', () => {
    const x = { description, source: { text: 'orders' }, filter: 'paid' };
    expect(find({ x, y: x })).toEqual([]);
    expect(find({ x, y: { ...x, filter: 'sent' } })).toHaveLength(1);
  });

  it('leaves a second metric of one name to metrics/duplicate-id', () => {
    const metrics = [
      { id: 'x', description },
      { id: 'x', description },
    ];
    expect(lintExample({ metrics }, code)).toEqual([]);
  });
});
