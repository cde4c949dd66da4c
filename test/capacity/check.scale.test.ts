import { checkPortfolio, safeParsePortfolio } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const horizon = { start: '2027-01-04', periods: 2, period: 'week' };

describe('checkPortfolio, at scale', () => {
  it('takes a circle of 100,000, and counts what is beyond max', { timeout: 60_000 }, () => {
    const many = 100_000;
    const initiatives = Array.from({ length: many }, (_, at) => ({
      ...{ id: `i${at}`, value: 1, demand: [{ skill: 'qa', days: 1 }], product: '__proto__' },
      dependsOn: [{ on: `i${(at + 1) % many}`, kind: 'blocks' }],
    }));
    const teams = [{ id: '__proto__', product: '__proto__' }];
    const opened = safeParsePortfolio(
      { schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', horizon, teams, initiatives },
      { calendar },
    );
    const findings = opened.ok ? checkPortfolio(opened.value) : [];
    expect(findings.filter(({ code }) => code === 'capacity/dependency-cycle')).toHaveLength(1);
    expect(findings.at(-1)!.message).toBe('99000 more of capacity/skill-missing, 100000 in all');
  });
});
