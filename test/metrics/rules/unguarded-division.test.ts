import * as fc from 'fast-check';
import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/unguarded-division';

const leaves: { readonly [id: string]: ExampleMetric } = {
  orders: {},
  sessions: {},
  users: {},
  visits: { range: [1, null] },
  profit: { range: [null, null] },
  loss: { range: [null, -1] },
  debt: { range: [null, 0] },
};

function find(formula: string) {
  return lintExample({ metrics: { ...leaves, result: { formula } } }, code);
}

/** What may be 0. */
const denominators = [
  'sessions',
  'profit',
  'debt',
  'sessions - 1',
  'visits - users',
  'sessions * visits',
  'min(visits, users)',
];

describe(code, () => {
  it('finds a bare division and writes the guarded one', () => {
    expect(find('100 * orders / sessions')).toEqual([
      {
        code,
        severity: 'info',
        metric: 'result',
        message: 'result divides by sessions, which may be 0',
        path: ['metrics', 7, 'formula'],
        span: [0, 23],
        hint: "say what it is then: ratio(100 * orders, sessions, 'null'), or 'zero'; or give sessions a range without 0",
      },
    ]);
  });

  it.each(denominators)('finds a division by %s', (denominator) => {
    expect(find(`orders / (${denominator})`)).toMatchObject([
      { message: `result divides by ${denominator}, which may be 0` },
    ]);
  });

  it('speaks of ranges only where the denominator is a metric', () => {
    expect(find('orders / (sessions + users)')).toMatchObject([
      { hint: "say what it is then: ratio(orders, sessions + users, 'null'), or 'zero'" },
    ]);
  });

  it('gives one finding a metric, with every denominator once and the first division to mend', () => {
    expect(find('orders / users / sessions + users / (users / profit) - 1 / users')).toMatchObject([
      {
        message: 'result divides by users, sessions, users / profit and profit, which may be 0',
        span: [0, 14],
        hint: expect.stringContaining("ratio(orders, users, 'null')"),
      },
    ]);
  });

  it('goes by where the denominators stand, also where there are two', () => {
    expect(find('orders / (users / sessions)')).toMatchObject([
      { message: 'result divides by users / sessions and sessions, which may be 0', span: [0, 27] },
    ]);
  });

  it('counts denominators beyond five', () => {
    const formula = [1, 2, 3, 4, 5, 6].map((i) => `orders / (users * ${i})`).join(' + ');
    expect(find(formula)[0]!.message).toBe(
      'result divides by users * 1, users * 2, users * 3, users * 4 and 2 more, which may be 0',
    );
  });

  it('shortens a long denominator, and a longer formula', () => {
    const sum = Array.from({ length: 60 }, () => 'users').join(' + ');
    const [finding] = find(`orders / (${sum})`);
    expect(finding!.message.length).toBeLessThan(130);
    expect(finding!.hint!.length).toBeLessThan(160);
    expect(finding!.hint).toContain('…');
  });

  it('says that a division by 0 never has a value', () => {
    expect(find('orders / 0')).toMatchObject([
      { message: 'result divides by 0', hint: 'divide by another number: by 0 there is never a value' },
    ]);
    expect(find('orders / 0 + orders / users')).toMatchObject([
      { message: 'result divides by 0 and users, which may be 0' },
    ]);
  });

  it.each([
    "ratio(orders, sessions, 'null')",
    'orders / 12',
    'pow(orders, 1 / 12)',
    'orders / -12',
    'orders / visits',
    'orders / loss',
    'orders / (visits + sessions)',
    'orders / (sessions + 1)',
    'orders / max(sessions, 1)',
    'orders * sessions',
    'coalesce(orders / sessions, 0)',
    'coalesce(orders / sessions, users / profit, 0)',
    '1 + coalesce(2 * (orders / sessions), 0)',
  ])('finds nothing in %s', (formula) => {
    expect(find(formula)).toEqual([]);
  });

  it.each([
    ['coalesce(orders, users / sessions)', [17, 33]],
    ['users / sessions + coalesce(orders / sessions, 0)', [0, 16]],
    ['coalesce(orders / sessions, 0) + users / sessions', [33, 49]],
    ['coalesce(orders, 0) / sessions', [0, 30]],
    ['max(orders / sessions, 0)', [4, 21]],
    ['coalesce(orders / sessions)', [9, 26]],
    ['coalesce + orders / sessions', [11, 28]],
    ["ratio(orders / sessions, visits, 'null')", [6, 23]],
  ])('finds what coalesce does not cover in %s', (formula, span) => {
    expect(find(formula)).toMatchObject([{ message: 'result divides by sessions, which may be 0', span }]);
  });

  it('finds nothing in a metric without a formula', () => {
    expect(lintExample({ metrics: leaves }, code)).toEqual([]);
  });

  it('finds it in a formula that cannot be read', () => {
    expect(find('orders / (sessions')).toMatchObject([{ span: [0, 18] }]);
  });

  it('never fires where ranges keep every denominator from 0', () => {
    const above = fc.integer({ min: 1, max: 9 });
    const denominator = fc.oneof(
      above.map((number) => `(visits + ${number})`),
      above.map((number) => `(sessions * users + ${number})`),
      above.map((number) => `max(sessions, ${number})`),
      above.map((number) => `(visits * ${number})`),
      above.map((number) => `(loss - ${number} * orders)`),
      fc.constant('(visits / (1 + orders) + visits)'),
    );
    fc.assert(
      fc.property(fc.array(denominator, { minLength: 1, maxLength: 4 }), (denominators) => {
        expect(find(denominators.map((one) => `orders / ${one}`).join(' - '))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
