import * as fc from 'fast-check';
import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/equivalent-definition';

const leaves = { a: {}, b: {}, c: {} };

function find(metrics: { readonly [id: string]: ExampleMetric }) {
  return lintExample({ metrics: { ...leaves, ...metrics } }, code);
}

describe(`${code}, by formula`, () => {
  it('finds metrics that are one function, however it is written', () => {
    expect(find({ x: { formula: 'a / (b + c)' }, y: { formula: 'a / sum' }, sum: { formula: 'c + b' } })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'x',
        message: 'x and y are the same function of the same leaves',
        path: ['metrics', 3],
        hint: 'keep one of them, and deprecate the other with replacedBy',
        related: [{ path: ['metrics', 4], message: 'y is the same as x' }],
      },
    ]);
  });

  it('gives one finding for all that are the same', () => {
    expect(find({ x: { formula: 'a + b' }, y: { formula: 'b + a' }, z: { formula: 'a - -b' } })).toMatchObject([
      {
        message: 'x, y and z are the same function of the same leaves',
        hint: 'keep one of them, and deprecate the others with replacedBy',
        related: [{ message: 'y is the same as x' }, { message: 'z is the same as x' }],
      },
    ]);
  });

  it('finds another name for a leaf', () => {
    expect(find({ x: { formula: 'b' } })).toMatchObject([
      { metric: 'b', message: expect.stringMatching(/^b and x are/) },
    ]);
  });

  it.each([
    ['a * (b + c)', 'a * b + a * c'],
    ['a / b / c', 'a / (b * c)'],
    ['(a + b) * (a - b)', 'pow(a, 2) - pow(b, 2)'],
    ['min(a, b)', 'min(b, a)'],
    ["lag(a, 1, 'month') * 2", "2 * lag(a, 1, 'month')"],
    ["ratio(a, b + c, 'zero')", "ratio(a, c + b, 'zero')"],
    ['0.1 * a + 0.2 * a', '0.3 * a'],
  ])('takes %s and %s for the same', (x, y) => {
    expect(find({ x: { formula: x }, y: { formula: y } })).toHaveLength(1);
  });

  it.each([
    ['a - b', 'b - a'],
    ['a / b', 'b / a'],
    ['min(a, b)', 'max(a, b)'],
    ["lag(a, 1, 'month')", "lag(a, 2, 'month')"],
    ["lag(a, 1, 'month')", "lag(a, 1, 'week')"],
    ["lag(a, 1, 'month')", "lag(b, 1, 'month')"],
    ["ratio(a, b, 'zero')", "ratio(a, b, 'null')"],
    ['a * 2', 'a * 2.0000001'],
    ['0.2', '0.2'],
    ['a + (b', 'a + (b'],
  ])('tells %s from %s', (x, y) => {
    expect(find({ x: { formula: x }, y: { formula: y } })).toEqual([]);
  });

  it('takes two parameters of one value today for two', () => {
    const parameters = { tax: { formula: '0.2' }, fee: { formula: '0.2' } };
    expect(find({ ...parameters, x: { formula: 'a * tax' }, y: { formula: 'a * fee' } })).toEqual([]);
    expect(find({ ...parameters, x: { formula: 'a * tax' }, y: { formula: 'tax * a' } })).toHaveLength(1);
  });

  it.each<[string, ExampleMetric, ExampleMetric, number]>([
    ['other records', { filter: "region = 'eu'" }, { filter: "region = 'us'" }, 0],
    ['some of the records', { filter: "region = 'eu'" }, {}, 0],
    ['the same records', { filter: "region = 'eu'" }, { filter: "region = 'eu'" }, 1],
    ['another window', { window: { length: 7, unit: 'day' } }, { window: { length: 28, unit: 'day' } }, 0],
    ['the same window', { window: { length: 7, unit: 'day' } }, { window: { length: 7, unit: 'day' } }, 1],
    ['everything so far', { accumulation: 'cumulative' }, { accumulation: 'flow' }, 0],
    ['a period, said and unsaid', {}, { accumulation: 'flow' }, 1],
  ])('looks at what is counted: %s', (_, x, y, times) => {
    expect(find({ x: { ...x, formula: 'a + b' }, y: { ...y, formula: 'b + a' } })).toHaveLength(times);
    const scaled = { v: { formula: 'x * 3 + c' }, w: { formula: 'c + y * 3' } };
    expect(find({ x: { ...x, formula: 'a + b' }, y: { ...y, formula: 'b + a' }, ...scaled })).toHaveLength(times * 2);
  });

  it('tells a metric from the same one over fewer records', () => {
    expect(find({ x: { formula: 'a', filter: "region = 'eu'" } })).toEqual([]);
  });

  it('leaves out what is on its way out, as its replacement may well be the same', () => {
    const formula = 'a + b';
    expect(find({ x: { formula }, y: { formula, status: 'deprecated' } })).toEqual([]);
    expect(find({ x: { formula, status: 'retired' }, y: { formula } })).toEqual([]);
    expect(find({ x: { formula }, y: { formula, status: 'deprecated' }, z: { formula } })).toMatchObject([
      { message: expect.stringMatching(/^x and z are/) },
    ]);
  });

  it('says so where multiplying out is too much work', () => {
    const ids = Array.from({ length: 24 }, (_, i) => `l${i}`);
    const many = Object.fromEntries(ids.map((id) => [id, {}]));
    const factors = ids.map((id, i) => `(${id} + ${ids[(i + 1) % ids.length]})`);
    const [x, y] = [factors.join(' * '), [...factors].reverse().join(' * ')];
    expect(find({ ...many, x: { formula: x }, y: { formula: y } })).toMatchObject([
      { message: 'x and y are the same function of the same leaves, as far as random points tell' },
    ]);
  });

  it('finds the same groups whatever the names and the order of the metrics', () => {
    const pick = fc.nat(9);
    const step = fc.tuple(fc.constantFrom('+', '-', '*', '/', 'min'), pick, pick);
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 3, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        (steps, keys) => {
          const count = steps.length + 3;
          const formulas = steps.map(([operator, left, right], i) => {
            const [a, b] = [left % (i + 3), right % (i + 3)];
            return (name: (at: number) => string) =>
              operator === 'min' ? `min(${name(a)}, ${name(b)})` : `${name(a)} ${operator} ${name(b)}`;
          });
          const groupsWith = (name: (at: number) => string, order: readonly number[]) => {
            const metrics = order.map((at) => ({ id: name(at), ...(at >= 3 && { formula: formulas[at - 3]!(name) }) }));
            return lintExample({ metrics }, code)
              .map(({ path, related }) => [path, ...related!.map((one) => one.path)].map((at) => order[Number(at[1])]!))
              .map((group) => group.sort((a, b) => a - b).join())
              .sort();
          };
          const order = Array.from({ length: count }, (_, at) => at);
          const shuffled = [...order].sort((a, b) => keys[a]! - keys[b]!);
          expect(groupsWith((at) => `metric_${(at * 7) % 100}`, shuffled)).toEqual(groupsWith((at) => `m${at}`, order));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe(`${code}, by source`, () => {
  const signups: ExampleMetric = { source: { system: 'crm', text: 'signups' }, filter: "plan = 'pro'" };

  it('finds leaves that count the same records', () => {
    expect(find({ x: signups, y: signups })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'x',
        message: 'x and y have the same source and filter',
        path: ['metrics', 3],
        hint: 'keep one of them, and deprecate the other with replacedBy',
        related: [{ path: ['metrics', 4], message: 'y is the same as x' }],
      },
    ]);
  });

  it.each<[string, ExampleMetric, number]>([
    ['another system', { source: { system: 'billing', text: 'signups' } }, 0],
    ['no system', { source: { text: 'signups' } }, 0],
    ['another text', { source: { system: 'crm', text: 'logins' } }, 0],
    ['another filter', { filter: "plan = 'free'" }, 0],
    ['another unit', { unit: 'user' }, 0],
    ['another accumulation', { accumulation: 'stock' }, 0],
    ['another window', { window: { length: 7, unit: 'day' } }, 0],
    ['a formula', { formula: 'a + b' }, 0],
    ['another label', { label: 'Sign-ups' }, 1],
    ['the status of a deprecated metric', { status: 'deprecated' }, 0],
  ])('compares a leaf with one of %s', (_, other, times) => {
    expect(find({ x: signups, y: { ...signups, ...other } })).toHaveLength(times);
  });

  it('takes windows of one length for the same', () => {
    const week = { ...signups, window: { length: 1, unit: 'week' } } as const;
    expect(find({ x: week, y: { ...signups, window: { length: 7, unit: 'day' } } })).toHaveLength(1);
  });

  it.each<[string, ExampleMetric]>([
    ['a system alone', { source: { system: 'crm' }, filter: 'x' }],
    ['a table without a filter', { source: { system: 'crm', text: 'signups' } }],
    ['a filter alone', { filter: 'x' }],
  ])('says nothing of %s, which does not say what is counted', (_, leaf) => {
    expect(find({ x: leaf, y: leaf })).toEqual([]);
  });

  it('leaves a second metric of one name to metrics/duplicate-id', () => {
    const metrics = [
      { id: 'x', ...signups },
      { id: 'x', ...signups },
    ];
    expect(lintExample({ metrics }, code)).toEqual([]);
  });
});
