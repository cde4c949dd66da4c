import { checkPortfolio, parsePortfolio, portfolioCatalogue } from 'keelson/capacity';
import { defineCalendar, isKeelsonError } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { found } from './checks/found.js';

describe('portfolioCatalogue', () => {
  it.each(portfolioCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    const bad = found(entry.bad).map((finding) => [finding.code, finding.severity]);
    // Lower limits are within shares, so that those make more than one as well.
    const beside = code === 'capacity/lower-limits-above-one' ? [['capacity/shares-above-one', 'warning']] : [];
    expect(bad).toEqual([[code, entry.severity], ...beside]);
    expect(found(entry.good)).toEqual([]);
  });

  it.each([
    ['capacity/unknown-reference', 'initiatives[0].bucket is no bucket of this portfolio: "core"'],
    ['capacity/person-not-in-directory', 'people[0].id is no person of the directory, which has 1: "anna"'],
    ['capacity/team-not-in-directory', 'teams[0].id is no team of the directory, which has 1: "serach"'],
    [
      'capacity/engaged-outside-directory',
      'of the working days on which ana is engaged here, the directory does not have them on 1: from 2027-01-15 until 2027-01-16',
    ],
    ['capacity/dependency-cycle', 'a waits for itself: a -> b -> a'],
    ['capacity/initiative-without-team', 'a has no team that may staff it'],
    ['capacity/skill-missing', 'a asks for 1 person-days of data, which nobody in t has'],
    ['capacity/person-overbooked', 'ana is booked at 1.1 by 2 teams'],
    ['capacity/shares-above-one', 'shares of 2 buckets make 1.1, which is more than 1'],
    [
      'capacity/lower-limit-out-of-reach',
      'core is to get at least 5 of 10 person-days, and its initiatives ask for 0 at the most',
    ],
    ['capacity/parallel-above-headcount', 't lets 2 people work on one initiative at a time, and has 1'],
    ['capacity/mandatory-excluded', 'a excludes b, and both are mandatory'],
    ['capacity/demand-above-capacity', 'a asks for 10.001 person-days of qa at the least, and t has 10 in all'],
    [
      'capacity/mandatory-too-much',
      'mandatory initiatives ask for 11 person-days of qa at the least, and all teams have 10',
    ],
    [
      'capacity/interval-backwards',
      'of the absences of ana, one has no day: it begins on 2027-01-08 and ends before 2027-01-05',
    ],
    ['capacity/person-never-there', 'ana is there on no working day from 2027-01-04 to 2027-01-18'],
    ['capacity/absence-outside-horizon', 'an absence of ana begins on 2027-01-18, and the horizon ends on 2027-01-18'],
    [
      'capacity/deadline-too-early',
      'a has to be finished by 2027-01-08, and cannot be before 2027-01-11, alone with all of its teams',
    ],
    ['capacity/promise-after-need', 'a needs b by 2027-02-01, and it is promised for 2027-02-02'],
  ])('says with names and numbers what %s is', (code, message) => {
    const { bad } = portfolioCatalogue.find((entry) => entry.code === code)!;
    expect(found(bad).map((finding) => finding.message)).toEqual([message]);
  });
});

describe('checkPortfolio', () => {
  const initiative = (id: string) => ({ id, value: 1, demand: [], bucket: 'none', teams: ['nowhere'] });
  const portfolio = parsePortfolio(
    {
      ...{ schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', teams: [{ id: 't' }] },
      horizon: { start: '2027-01-04', periods: 1, period: 'week' },
      initiatives: ['a', 'b'].map(initiative),
    },
    { calendar: defineCalendar({ zone: 'UTC', weekend: [] }) },
  );

  it('lists as many of a code as it is told, and counts the rest', () => {
    expect(checkPortfolio(portfolio, { max: 4 })).toHaveLength(4);
    expect(checkPortfolio(portfolio, { max: 3 }).slice(2)).toEqual([
      expect.objectContaining({ path: ['initiatives', 1, 'teams', 0] }),
      {
        code: 'capacity/unknown-reference',
        severity: 'error',
        message: '1 more of capacity/unknown-reference, 4 in all',
        path: [],
        hint: 'raise max to see them one by one',
      },
    ]);
    expect(checkPortfolio(portfolio, { max: 1 })).toHaveLength(2);
  });

  it.each([0, 0.5, -1, Number.NaN])('takes no max of %s', (max) => {
    let thrown: unknown;
    try {
      checkPortfolio(portfolio, { max });
    } catch (error) {
      thrown = error;
    }
    expect(isKeelsonError(thrown) && [thrown.code, thrown.message]).toEqual([
      'capacity/invalid-options',
      `max must be a whole number of at least 1, not ${max}`,
    ]);
  });
});
