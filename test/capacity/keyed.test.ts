import type { Diagnostic } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { placedInLiteral, storedPortfolio } from '../../src/capacity/keyed.js';

describe('storedPortfolio', () => {
  const horizon = { start: '2027-01-04', periods: 1, period: 'week' };
  const given = { schemaVersion: 1, id: 'portfolio', version: '1', unit: 'personDay', horizon };

  it('has no key that the literal has not, but for what is defaulted', () => {
    expect(storedPortfolio({ calendar: {}, horizon, teams: {}, initiatives: [] })).toStrictEqual({
      ...given,
      teams: [],
      initiatives: [],
    });
    expect(
      storedPortfolio({
        ...{ directory: {}, horizon, id: 'own', version: '7' },
        teams: { t: {} },
        people: [{ id: 'ana' }],
        initiatives: [{ id: 'a' }],
      }),
    ).toStrictEqual({
      ...{ ...given, id: 'own', version: '7' },
      teams: [{ id: 't' }],
      people: [{ id: 'ana' }],
      initiatives: [{ id: 'a' }],
    });
  });

  it('leaves what is no literal as it is, for the door to refuse', () => {
    const odd = [null, 5, 'x', ['y'], undefined];
    const absences = [['2027-01-01'], ['1', '2', '3'], [], '12', { length: 2 }, null, { from: '2027-01-01' }];
    const people = [...odd, { teams: 'x', absences, engagements: 7 }];
    const initiatives = [...odd, { demand: ['qa'], dependsOn: [null, 5, ['b']], moves: { a: 1 } }];
    expect(storedPortfolio({ horizon, sizes: [1], teams: {}, people, buckets: 'x', initiatives })).toStrictEqual({
      ...given,
      sizes: [1],
      teams: [],
      people,
      buckets: 'x',
      initiatives,
    });
    expect(storedPortfolio({ horizon, teams: { t: { seats: null } }, people: 'x', initiatives: null })).toStrictEqual({
      ...given,
      teams: [{ id: 't', seats: null }],
      people: 'x',
      initiatives: null,
    });
  });
});

describe('placedInLiteral', () => {
  const literal = {
    sizes: { M: { low: 1 } },
    teams: { payments: { seats: { qa: 1 }, days: 3 } },
    people: [{ id: 'ana', teams: ['a', 'b'], absences: [['2027-01-01', '2027-01-02'], { from: '2027-01-03' }] }],
    initiatives: [{ id: 'i', demand: { qa: { low: 1 } }, dependsOn: ['b', { on: 'c' }], moves: ['m'] }],
  };
  const fault = (path: Diagnostic['path'], more: Partial<Diagnostic> = {}): Diagnostic => ({
    ...{ code: 'x', severity: 'error', message: 'elsewhere' },
    path,
    ...more,
  });

  it.each<readonly [Diagnostic['path'], Diagnostic['path']]>([
    [
      ['sizes', 0, 'days', 'low'],
      ['sizes', 'M', 'low'],
    ],
    [
      ['teams', 0, 'seats', 0, 'skill'],
      ['teams', 'payments', 'seats', 'qa'],
    ],
    [
      ['teams', 0, 'seats', 0, 'count'],
      ['teams', 'payments', 'seats', 'qa'],
    ],
    [
      ['teams', 0, 'days'],
      ['teams', 'payments', 'days'],
    ],
    [
      ['teams', 0, 'floor'],
      ['teams', 'payments', 'floor'],
    ],
    [
      ['people', 0, 'id'],
      ['people', 0, 'id'],
    ],
    [
      ['people', 0, 'teams', 1, 'team'],
      ['people', 0, 'teams', 1],
    ],
    [
      ['people', 0, 'absences', 0, 'from'],
      ['people', 0, 'absences', 0, 0],
    ],
    [
      ['people', 0, 'absences', 0, 'to'],
      ['people', 0, 'absences', 0, 1],
    ],
    [
      ['people', 0, 'absences', 1, 'from'],
      ['people', 0, 'absences', 1, 'from'],
    ],
    [
      ['initiatives', 0, 'demand', 0, 'days', 'low'],
      ['initiatives', 0, 'demand', 'qa', 'low'],
    ],
    [
      ['initiatives', 0, 'dependsOn', 0, 'on'],
      ['initiatives', 0, 'dependsOn', 0],
    ],
    [
      ['initiatives', 0, 'dependsOn', 1, 'on'],
      ['initiatives', 0, 'dependsOn', 1, 'on'],
    ],
    [
      ['initiatives', 0, 'moves', 0, 'metric'],
      ['initiatives', 0, 'moves', 0],
    ],
    [
      ['initiatives', 0, 'deadline'],
      ['initiatives', 0, 'deadline'],
    ],
  ])('finds the place %j at %j', (path, expected) => {
    const related = [{ path, message: 'the first' }];
    expect(placedInLiteral(literal, fault(path, { related }))).toStrictEqual(
      fault(expected, { related: [{ path: expected, message: 'the first' }] }),
    );
    expect(placedInLiteral(literal, fault(path))).toStrictEqual(fault(expected));
  });

  it('says the place in the message too, where it begins with it', () => {
    const message = 'teams[0].seats[0].count must be above 0';
    expect(placedInLiteral(literal, fault(['teams', 0, 'seats', 0, 'count'], { message })).message).toBe(
      'teams.payments.seats.qa must be above 0',
    );
  });
});
