import type { PortfolioExample } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { found, toldOf } from './found.js';

const ids = (...names: readonly string[]) => names.map((id) => ({ id }));
const directory = (rest: object) => ({
  ...{ schemaVersion: 1, id: 'd', version: '1', teams: [], roles: [], memberships: [], assignments: [] },
  ...rest,
});
const person = (id: string, more: object = {}) => ({ id, skills: ['qa'], teams: [{ team: 't' }], ...more });
const teams = [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }];
const hintsOf = (example: PortfolioExample) => found(example).map(({ hint }) => hint);

describe('a person who is not in the directory', () => {
  const told = (of: object, ...people: readonly object[]) =>
    toldOf('person-not-in-directory', { teams, people, directory: directory(of) });

  it('is told with the number of those who are, and with the one that was meant', () => {
    expect(told({ people: ids('ana', 'bo') }, person('bo'), person('anna'), person('zoe'))).toEqual([
      ['people.1.id', 'people[1].id is no person of the directory, which has 2: "anna"'],
      ['people.2.id', 'people[2].id is no person of the directory, which has 2: "zoe"'],
    ]);
    expect(
      hintsOf({ teams, people: [person('anna'), person('zoe')], directory: directory({ people: ids('ana') }) }),
    ).toEqual(['did you mean ana?', 'add the person to the directory, or look at the id']);
  });

  it('is known by a membership, an assignment or an engagement where nobody is listed', () => {
    const named = {
      memberships: [{ person: 'ana', team: 't' }],
      assignments: [{ person: 'bo', role: 'legal' }],
      engagements: [{ person: 'cleo', kind: 'employee' }],
    };
    const people = ['ana', 'bo', 'cleo', 'dora'].map((id) => person(id));
    expect(told(named, ...people).map(([path]) => path)).toEqual(['people.3.id']);
    const { engagements: _, ...fewer } = named;
    expect(told(fewer, ...people).map(([path]) => path)).toEqual(['people.2.id', 'people.3.id']);
    expect(told({ ...named, people: ids('ana') }, ...people).map(([path]) => path)).toEqual([
      'people.1.id',
      'people.2.id',
      'people.3.id',
    ]);
  });

  it('is not spoken of where the directory has nobody, or where there is none', () => {
    expect(told({ teams: ids('t') }, person('ana'))).toEqual([]);
    expect(found({ teams, people: [person('ana')] })).toEqual([]);
    expect(found({ teams, directory: directory({ people: ids('ana') }) })).toEqual([]);
  });
});

describe('a team that is not in the directory', () => {
  it('is told with the number of those that are, and with the one that was meant', () => {
    const example = {
      teams: ids('serach', 'growth', 'search'),
      directory: directory({ teams: ids('search', 'risk') }),
    };
    expect(toldOf('team-not-in-directory', example)).toEqual([
      ['teams.0.id', 'teams[0].id is no team of the directory, which has 2: "serach"'],
      ['teams.1.id', 'teams[1].id is no team of the directory, which has 2: "growth"'],
    ]);
    expect(hintsOf(example)).toEqual(['did you mean search?', 'add the team to the directory, or look at the id']);
  });

  it('is not spoken of where the directory has no team', () => {
    expect(found({ teams, directory: directory({ people: ids('ana') }) })).toEqual([]);
  });
});

describe('an engagement outside of those of the directory', () => {
  const told = (hired: readonly object[] | undefined, engagements: unknown, more: object = {}) =>
    toldOf('engaged-outside-directory', {
      teams,
      people: [person('ana', { ...(engagements !== undefined && { engagements }), ...more })],
      directory: directory({
        people: ids('ana', 'bo'),
        ...(hired && { engagements: hired.map((span) => ({ person: 'ana', kind: 'employee', ...span })) }),
      }),
    }).map(([, message]) => message);

  it.each<readonly [string, readonly object[] | undefined, unknown]>([
    ['is within them', [{ from: '2027-01-04', to: '2027-01-12' }], [{ from: '2027-01-05', to: '2027-01-12' }]],
    ['is within several of them', [{ to: '2027-01-08' }, { from: '2027-01-08' }], [{}]],
    ['is left to them', [{ to: '2027-01-08' }], undefined],
    ['is all that there is', undefined, [{ from: '2027-01-05' }]],
    ['has only days off beside them', [{ to: '2027-01-09' }], [{ to: '2027-01-11' }]],
    ['is beside them before and after the horizon', [{ from: '2027-01-04', to: '2027-01-18' }], [{}]],
    ['has no day', [{ to: '2027-01-05' }], [{ from: '2027-01-08', to: '2027-01-06' }]],
  ])('%s', (_, hired, engagements) => {
    expect(told(hired, engagements)).toEqual([]);
  });

  it('is told where somebody is not there yet', () => {
    expect(told([{ from: '2027-01-06' }], [{}])).toEqual([
      'of the working days on which ana is engaged here, the directory does not have them on 2: from 2027-01-04 until 2027-01-06',
    ]);
  });

  it('is told where somebody is there no longer', () => {
    expect(told([{ to: '2027-01-08' }], [{ to: '2027-01-13' }])).toEqual([
      'of the working days on which ana is engaged here, the directory does not have them on 3: from 2027-01-08 until 2027-01-13',
    ]);
  });

  it('counts every working day, and names the first ones', () => {
    expect(told([{ from: '2027-01-06', to: '2027-01-12' }], [{}])).toEqual([
      'of the working days on which ana is engaged here, the directory does not have them on 6: from 2027-01-04 until 2027-01-06 at first',
    ]);
  });

  it('leaves out the days of absences, which are counted nowhere', () => {
    const absences = [{ from: '2027-01-08', to: '2027-01-12' }];
    expect(told([{ to: '2027-01-08' }], [{ to: '2027-01-13' }], { absences })).toEqual([
      'of the working days on which ana is engaged here, the directory does not have them on 1: from 2027-01-12 until 2027-01-13',
    ]);
  });

  it('leaves those who are never there to the check of that', () => {
    const example = (more: object) => ({
      teams,
      people: [person('ana', more)],
      directory: directory({
        people: ids('ana'),
        teams: ids('t'),
        engagements: [{ person: 'ana', kind: 'employee', to: '2027-01-04' }],
      }),
    });
    expect(found(example({})).map(({ code }) => code)).toEqual(['capacity/person-never-there']);
    expect(found(example({ engagements: [{}] })).map(({ path, hint }) => [path, hint])).toEqual([
      [
        ['people', 0, 'engagements'],
        'put one of the two right, or leave the engagements out here: those of the directory hold then',
      ],
    ]);
  });
});
