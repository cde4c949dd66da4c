import { describe, expect, it } from 'vitest';
import { found, toldOf } from './found.js';

const teams = [{ id: 't' }];
const person = (id: string, more: object) => ({ id, skills: ['qa'], teams: [{ team: 't' }], ...more });
const ana = (more: object) => ({ teams, people: [person('bo', {}), person('ana', more)] });

describe('an interval without a day', () => {
  it('is told of absences and engagements, where it ends on the day on which it begins or before', () => {
    const spans = [
      { from: '2027-01-05', to: '2027-01-06' },
      { from: '2027-01-05', to: '2027-01-05' },
      { from: '2027-01-05' },
      { to: '2027-01-05' },
      { from: '2027-01-06', to: '2027-01-05' },
    ];
    const example = ana({ absences: spans.slice(0, 2), engagements: spans });
    expect(toldOf('interval-backwards', example)).toEqual([
      [
        'people.1.absences.1',
        'of the absences of ana, one has no day: it begins on 2027-01-05 and ends before 2027-01-05',
      ],
      [
        'people.1.engagements.1',
        'of the engagements of ana, one has no day: it begins on 2027-01-05 and ends before 2027-01-05',
      ],
      [
        'people.1.engagements.4',
        'of the engagements of ana, one has no day: it begins on 2027-01-06 and ends before 2027-01-05',
      ],
    ]);
    expect(found(example)[0]!.hint).toBe('to is the first day on which it no longer holds, and must be after from');
  });

  it('is said once, wherever it lies', () => {
    const codes = found(ana({ absences: [{ from: '2028-01-05', to: '2028-01-05' }] })).map(({ code }) => code);
    expect(codes).toEqual(['capacity/interval-backwards']);
  });
});

describe('a person who is never there', () => {
  const told = (more: object, directory?: object) =>
    toldOf('person-never-there', { ...ana(more), ...(directory && { directory }) });
  const never = [['people.1', 'ana is there on no working day from 2027-01-04 to 2027-01-18']];

  it.each([
    ['is away on every day', { absences: [{}] }],
    ['is away on every working day', { absences: [{ from: '2027-01-04', to: '2027-01-16' }] }],
    ['has no engagement', { engagements: [] }],
    ['is engaged before and after', { engagements: [{ to: '2027-01-04' }, { from: '2027-01-18' }] }],
    ['is engaged on a weekend', { engagements: [{ from: '2027-01-09', to: '2027-01-11' }] }],
  ])('%s', (_, more) => {
    expect(told(more)).toEqual(never);
  });

  it.each([
    ['on the first day', { engagements: [{ to: '2027-01-05' }] }],
    ['on the last', { absences: [{ to: '2027-01-15' }] }],
    ['on one between', { absences: [{ to: '2027-01-08' }, { from: '2027-01-09' }] }],
  ])('is there %s', (_, more) => {
    expect(told(more)).toEqual([]);
  });

  it('is engaged by the directory alone, unless the portfolio says otherwise', () => {
    const directory = {
      ...{ schemaVersion: 1, id: 'd', version: '1', teams: [], roles: [], memberships: [], assignments: [] },
      engagements: [
        { person: 'ana', kind: 'employee', to: '2026-01-01' },
        { person: 'ana', kind: 'employee', from: '2028-01-01' },
      ],
    };
    expect(told({}, directory)).toEqual(never);
    expect(told({ engagements: [{}] }, directory)).toEqual([]);
  });

  it('may be left out', () => {
    const [finding] = found(ana({ engagements: [] }));
    expect(finding!.hint).toBe('look at the absences and engagements, or leave the person out');
  });
});

describe('an absence outside of the horizon', () => {
  const told = (...absences: readonly object[]) => toldOf('absence-outside-horizon', ana({ absences }));

  it('ends as the horizon begins, or before', () => {
    expect(told({ from: '2027-01-04', to: '2027-01-05' }, { from: '2026-12-24', to: '2027-01-04' })).toEqual([
      ['people.1.absences.1', 'an absence of ana ends on 2027-01-04, and the horizon begins on 2027-01-04'],
    ]);
    expect(told({ to: '2027-01-05' }, { to: '2027-01-03' })).toEqual([
      ['people.1.absences.1', 'an absence of ana ends on 2027-01-03, and the horizon begins on 2027-01-04'],
    ]);
  });

  it('begins as the horizon ends, or after', () => {
    expect(told({ from: '2027-01-17' }, { from: '2027-01-18' }, { from: '2027-02-01', to: '2027-02-02' })).toEqual([
      ['people.1.absences.1', 'an absence of ana begins on 2027-01-18, and the horizon ends on 2027-01-18'],
      ['people.1.absences.2', 'an absence of ana begins on 2027-02-01, and the horizon ends on 2027-01-18'],
    ]);
    expect(found(ana({ absences: [{ from: '2027-01-18' }] }))[0]!.hint).toBe('look at the year, or remove it');
  });
});
