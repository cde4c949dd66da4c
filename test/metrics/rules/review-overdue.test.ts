import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/review-overdue';

const day = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((date) => `2026-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`);

describe(code, () => {
  it('finds a definition whose day has passed', () => {
    const example = { metrics: { revenue: {}, churn: { reviewBy: '2026-06-30' } }, asOf: '2026-07-01' };
    expect(lintExample(example, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'churn',
        message: 'churn was to be reviewed by 2026-06-30',
        path: ['metrics', 1, 'reviewBy'],
        hint: 'review the definition and set the next day',
      },
    ]);
  });

  it.each([
    ['on the day itself', { reviewBy: '2026-06-30' }, '2026-06-30', 0],
    ['the day after', { reviewBy: '2026-06-30' }, '2026-07-01', 1],
    ['without a day of the check', { reviewBy: '2026-06-30' }, undefined, 0],
    ['without a day for the review', {}, '2026-07-01', 0],
    ['for a retired metric', { reviewBy: '2026-06-30', status: 'retired' }, '2026-07-01', 0],
    ['for a deprecated metric', { reviewBy: '2026-06-30', status: 'deprecated' }, '2026-07-01', 1],
  ] as const)('%s', (_, churn, asOf, findings) => {
    expect(lintExample({ metrics: { churn }, ...(asOf && { asOf }) }, code)).toHaveLength(findings);
  });

  it('never takes a finding back as time goes by', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 5 }), day, day, (reviews, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const metrics = reviews.map((reviewBy, i) => ({ id: `m${i}`, reviewBy }));
        const before = lintExample({ metrics, asOf: earlier }, code);
        const after = lintExample({ metrics, asOf: later }, code);
        expect(after).toEqual(expect.arrayContaining([...before]));
        expect(after).toHaveLength(reviews.filter((reviewBy) => reviewBy < later).length);
      }),
    );
  });
});
