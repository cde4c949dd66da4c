import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/no-user-outcome';

const revenue = { role: 'outcome', of: 'business' } as const;

describe(code, () => {
  it("finds a tree whose outcomes are all the business's, once", () => {
    expect(lintExample({ metrics: { revenue, orders: {}, profit: revenue } }, code)).toEqual([
      {
        code,
        severity: 'warning',
        message: "all outcomes are the business's: revenue and profit",
        path: ['metrics'],
        hint: 'add an outcome of the users, such as how many finish what they came for',
      },
    ]);
  });

  it('names an outcome that stands twice once', () => {
    const metrics = [
      { id: 'revenue', ...revenue },
      { id: 'revenue', ...revenue },
    ];
    expect(lintExample({ metrics }, code)[0]?.message).toBe("all outcomes are the business's: revenue");
  });

  it.each<[string, MetricExample['metrics'], number]>([
    ['with an outcome of the users', { revenue, tasks_done: { role: 'outcome', of: 'user' } }, 0],
    ['with one that may be of the users', { revenue, delight: { role: 'outcome' } }, 0],
    ['with a retired one of the users', { revenue, tasks_done: { role: 'outcome', of: 'user', status: 'retired' } }, 1],
    ['with what is of the users and no outcome', { revenue, tasks_done: { of: 'user' } }, 1],
    ['without any outcome', { orders: {}, clicks: { of: 'business' } }, 0],
    ['with retired outcomes only', { revenue: { ...revenue, status: 'retired' } }, 0],
  ])('takes a tree %s as it is', (_, metrics, findings) => {
    expect(lintExample({ metrics }, code)).toHaveLength(findings);
  });
});
