import { definePortfolio, portfolioToSelection, selectInitiatives } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const horizon = { start: '2027-01-04', periods: 2, period: 'week' } as const;
const common = { calendar, horizon };

describe('portfolioToSelection', () => {
  it('asks the teams that may staff an initiative for each skill, in thousandths of a day', () => {
    const portfolio = definePortfolio({
      ...common,
      teams: {
        payments: { product: 'checkout', seats: { backend: 1, design: 0.5 } },
        vault: { product: 'checkout', seats: { backend: 1 } },
        growth: { product: 'growth', seats: { design: 1 } },
      },
      initiatives: [
        { id: 'a', product: 'checkout', value: 1.5, demand: { backend: 2, design: 0.001 } },
        { id: 'b', product: 'checkout', teams: ['vault'], value: 1, demand: { backend: 3 } },
        { id: 'c', product: 'nothing', value: 1, demand: { design: 4 } },
      ],
    });
    expect(portfolioToSelection(portfolio)).toEqual({
      capacities: [
        { id: 'backend of payments+vault', amount: 20_000 },
        { id: 'design of payments+vault', amount: 5_000 },
        { id: 'backend of vault', amount: 10_000 },
        { id: 'design of nobody', amount: 0 },
      ],
      candidates: [
        { id: 'a', value: 1_500_000, needs: { 'backend of payments+vault': 2_000, 'design of payments+vault': 1 } },
        { id: 'b', value: 1_000_000, needs: { 'backend of payments+vault': 3_000, 'backend of vault': 3_000 } },
        { id: 'c', value: 1_000_000, needs: { 'design of nobody': 4_000 } },
      ],
    });
  });

  it('counts the days of somebody with two skills once', () => {
    const portfolio = definePortfolio({
      ...common,
      teams: { payments: { product: 'checkout' } },
      people: [{ id: 'ana', skills: ['backend', 'data'], teams: ['payments'] }],
      initiatives: [
        { id: 'a', product: 'checkout', value: 1, demand: { backend: 6 } },
        { id: 'b', product: 'checkout', value: 1, demand: { data: 6 } },
      ],
    });
    const problem = portfolioToSelection(portfolio);
    expect(problem.capacities).toEqual([
      { id: 'backend of payments', amount: 10_000 },
      { id: 'data of payments', amount: 10_000 },
      { id: 'all of payments', amount: 10_000 },
    ]);
    expect(selectInitiatives(problem, { iterations: 20 })).toMatchObject({ value: 1_000_000, status: 'optimal' });
  });

  it.each([
    ['low', 3_000, 1_000],
    ['likely', 5_000, 1_502],
    ['high', 10_000, 2_003],
  ] as const)('takes the %s end of sizes and intervals', (demand, size, interval) => {
    const portfolio = definePortfolio({
      ...common,
      sizes: { S: { low: 3, likely: 5, high: 10 } },
      teams: { payments: { seats: { backend: 1, design: 1 } } },
      initiatives: [{ id: 'a', value: 1, demand: { backend: 'S', design: { low: 1, high: 2.003 } } }],
    });
    const [a] = portfolioToSelection(portfolio, { demand }).candidates;
    expect(a?.needs).toEqual({ 'backend of payments': size, 'design of payments': interval });
  });

  it('limits buckets to their parts of all days, never above, never below', () => {
    const portfolio = definePortfolio({
      ...common,
      teams: { payments: { seats: { backend: 0.333 } } },
      buckets: { core: { share: 0.7, atLeast: 0.5, tolerance: 0.01 }, bold: { share: 1, tolerance: 0.5 } },
      initiatives: [{ id: 'a', bucket: 'core', value: 1, demand: { backend: 2 } }],
    });
    const { capacities, candidates } = portfolioToSelection(portfolio);
    expect(capacities.slice(1)).toEqual([
      { id: 'bucket core', amount: 2_364, atLeast: 1_665 },
      { id: 'bucket bold', amount: 3_330 },
    ]);
    expect(candidates[0]?.needs).toEqual({ 'backend of payments': 2_000, 'bucket core': 2_000 });
  });

  it('hands on what depends, excludes and has to be', () => {
    const portfolio = definePortfolio({
      ...common,
      teams: { payments: { seats: { backend: 1 } } },
      initiatives: [
        { id: 'a', value: 1, demand: { backend: 1 }, excludes: ['b'], mandatory: true },
        { id: 'b', value: 1, demand: { backend: 1 }, excludes: ['a'] },
        { id: 'c', value: 1, demand: { backend: 1 }, dependsOn: [{ on: 'a', kind: 'with' }] },
      ],
    });
    const { candidates, exclusions } = portfolioToSelection(portfolio);
    expect(exclusions).toEqual([['a', 'b']]);
    expect(candidates.map(({ requires, mandatory }) => [requires, mandatory])).toEqual([
      [undefined, true],
      [undefined, undefined],
      [['a'], undefined],
    ]);
  });

  it('funds nothing that depends on what does not exist, or on itself', () => {
    const portfolio = definePortfolio({
      ...common,
      teams: { payments: { seats: { backend: 1 } } },
      initiatives: [
        { id: 'a', value: 9, demand: { backend: 1 }, dependsOn: ['x' as 'a'] },
        { id: 'b', value: 9, demand: { backend: 1 }, dependsOn: ['b'] },
        { id: 'c', value: 1, demand: { backend: 1 } },
      ],
    });
    const selection = selectInitiatives(portfolioToSelection(portfolio), { iterations: 20 });
    expect(selection).toMatchObject({ selected: [{ id: 'c' }] });
    expect(selection.ok && selection.capacities.map(({ id }) => id)).toEqual([
      'backend of payments',
      'initiative x',
      'initiative b',
    ]);
  });
});
