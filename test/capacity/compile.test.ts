import { definePortfolio, parsePortfolio, portfolioCapacity } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../src/capacity/compile.js';
import { unseal } from '../../src/capacity/seal.js';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const stored = { schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', teams: [], initiatives: [] };

describe('a horizon', () => {
  it.each([
    ['2027-01-04', 'week', ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25']],
    ['2027-01-15', 'month', ['2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15']],
    ['2027-01-31', 'month', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    ['2028-01-30', 'month', ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30']],
    ['2027-10-31', 'month', ['2027-10-31', '2027-11-30', '2027-12-31', '2028-01-31']],
    ['2027-12-01', 'month', ['2027-12-01', '2028-01-01', '2028-02-01', '2028-03-01']],
    ['0998-12-30', 'month', ['0998-12-30', '0999-01-30', '0999-02-28', '0999-03-30']],
  ] as const)(
    'from %s has a period each %s that begins on the same day, or the last of a shorter month',
    (start, period, days) => {
      const portfolio = parsePortfolio({ ...stored, horizon: { start, periods: 3, period } }, { calendar });
      const { periods } = portfolioCapacity(portfolio);
      expect(periods.map(({ from }) => from)).toEqual(days.slice(0, -1));
      expect(periods.map(({ to }) => to)).toEqual(days.slice(1));
    },
  );
});

describe('a portfolio', () => {
  it('knows the directory that it is defined with', () => {
    const directory = defineDirectory({ engagements: [{ person: 'ana', kind: 'employee', to: '2027-01-06' }] });
    const horizon = { start: '2027-01-04', periods: 1, period: 'week' } as const;
    const people = [{ id: 'ana', skills: ['qa'], teams: ['t'] }] as const;
    const totalOf = (more: object) =>
      portfolioCapacity(definePortfolio({ calendar, horizon, teams: { t: {} }, people, initiatives: [], ...more }))
        .teams[0]!.total;
    expect(totalOf({ directory })).toEqual([2_000]);
    expect(totalOf({})).toEqual([5_000]);
    expect(totalOf({ directory: undefined })).toEqual([5_000]);
  });

  it.each([
    [1.5, { low: 1_500, high: 1_500 }],
    [
      { low: 1, likely: 2, high: 3.25 },
      { low: 1_000, high: 3_250 },
    ],
    ['M', { low: 5_000, high: 20_000 }],
  ])('takes the demand %j in thousandths of a day', (days, range) => {
    const sizes = [{ id: 'M', days: { low: 5, high: 20 } }];
    const horizon = { start: '2027-01-04', periods: 1, period: 'week' };
    const portfolio = unseal(parsePortfolio({ ...stored, sizes, horizon }, { calendar }));
    expect(rangeOf(portfolio, { skill: 'qa', days })).toEqual(range);
  });
});
