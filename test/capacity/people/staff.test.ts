import { parsePortfolio } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { staffOf } from '../../../src/capacity/people/staff.js';
import { unseal } from '../../../src/capacity/seal.js';

describe('staffOf', () => {
  it('are the teams that an initiative names, or those of its product, or those without one', () => {
    const initiatives = [
      { product: 'checkout' },
      {},
      { product: 'nothing' },
      { product: '__proto__' },
      { product: 'checkout', teams: ['growth', 'nowhere', 'vault'] },
      { teams: [] },
    ];
    const portfolio = parsePortfolio(
      {
        ...{ schemaVersion: 1, id: 'p', version: '1', unit: 'personDay' },
        horizon: { start: '2027-01-04', periods: 1, period: 'week' },
        teams: [
          { id: 'payments', product: 'checkout' },
          { id: 'growth' },
          { id: 'vault', product: 'checkout' },
          { id: 'people' },
        ],
        initiatives: initiatives.map((own, at) => ({ id: `i${at}`, value: 1, demand: [], ...own })),
      },
      { calendar: defineCalendar({ zone: 'UTC', weekend: [] }) },
    );
    expect(staffOf(unseal(portfolio))).toEqual([[0, 2], [1, 3], [], [], [1, 2], []]);
  });
});
