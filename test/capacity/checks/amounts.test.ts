import { describe, expect, it } from 'vitest';
import { found, toldOf } from './found.js';

const seats = (skill: string, count: number) => [{ skill, count }];
const teams = [{ id: 't', seats: seats('qa', 1) }];
const initiative = (id: string, more: object) => ({ id, value: 1, demand: [], ...more });
const asks = (skill: string, days: unknown, more: object = {}) =>
  initiative('a', { demand: [{ skill, days }], ...more });

describe('shares and lower limits of buckets', () => {
  const codes = (...buckets: readonly object[]) =>
    found({ teams, buckets: buckets.map((bucket, at) => ({ id: `b${at}`, ...bucket })) });

  it('may make one exactly, however their decimals add up', () => {
    const parts = [{ share: 0.1 }, { share: 0.2 }, { share: 0.7 }];
    expect(codes(...parts)).toEqual([]);
    expect(codes(...parts.map(({ share }) => ({ share, atLeast: share })))).toEqual([]);
  });

  it('are told together, with what they make', () => {
    expect(codes({ share: 0.8, atLeast: 0.7 }, { share: 0.4, atLeast: 0.300_001 }, { share: 0 })).toEqual([
      {
        code: 'capacity/lower-limits-above-one',
        severity: 'error',
        path: ['buckets'],
        message: 'lower limits of 2 buckets make 1.000001, which is more than 1',
        hint: 'lower atLeast of one of them',
      },
      {
        code: 'capacity/shares-above-one',
        severity: 'warning',
        path: ['buckets'],
        message: 'shares of 3 buckets make 1.2, which is more than 1',
        hint: 'lower share of one of them',
      },
    ]);
  });
});

describe('a person in several teams', () => {
  const told = (...shares: readonly (number | undefined)[]) => {
    const ids = shares.map((_, at) => ({ id: `t${at}` }));
    const booked = shares.map((share, at) => ({ team: `t${at}`, ...(share !== undefined && { share }) }));
    const others = { id: 'bo', skills: ['qa'], teams: [{ team: 't0' }] };
    return toldOf('person-overbooked', {
      teams: ids,
      people: [others, { id: 'ana', skills: ['qa'], teams: booked }],
    });
  };

  it('may be booked for all of their time, and for what is left of it', () => {
    expect(told(0.1, 0.2, 0.7)).toEqual([]);
    expect(told(0.1, 0.2, 0.7, undefined)).toEqual([]);
  });

  it('is told with the teams that say how much of it they book', () => {
    expect(told(0.5, undefined, 0.500_001)).toEqual([['people.1.teams', 'ana is booked at 1.000001 by 2 teams']]);
  });
});

describe('an initiative without a team', () => {
  const hint = 'name its teams, or the product that it is for';

  it('has no product, where every team has one, and names no team', () => {
    const example = { teams: [{ id: 't', product: 'checkout' }], initiatives: [initiative('a', {})] };
    expect(found(example).map(({ path, message, hint }) => [path, message, hint])).toEqual([
      [['initiatives', 0], 'a has no team that may staff it', hint],
    ]);
  });

  it('names a list of no teams, even beside a product', () => {
    const initiatives = [initiative('a', { teams: [] }), initiative('b', { product: 'checkout', teams: [] })];
    expect(toldOf('initiative-without-team', { teams: [{ id: 't', product: 'checkout' }], initiatives })).toEqual([
      ['initiatives.0.teams', 'a has no team that may staff it'],
      ['initiatives.1.teams', 'b has no team that may staff it'],
    ]);
  });

  it('is said once where its team or product is not there', () => {
    const initiatives = [initiative('a', { teams: ['nowhere'] }), initiative('b', { product: 'nothing' })];
    expect(found({ teams, initiatives }).map(({ code }) => code)).toEqual([
      'capacity/unknown-reference',
      'capacity/unknown-reference',
    ]);
  });

  it('has the teams that are for no product', () => {
    expect(found({ teams, initiatives: [initiative('a', {})] })).toEqual([]);
  });
});

describe('a demand', () => {
  it('is told where nobody in the teams has its skill, with their names', () => {
    const three = [...teams, { id: 'u' }, { id: 'v' }];
    const skill = 'initiatives.0.demand.0.skill';
    expect(toldOf('skill-missing', { teams: three, initiatives: [asks('data', 2.5)] })).toEqual([
      [skill, 'a asks for 2.5 person-days of data, which nobody in t, u, v has'],
    ]);
    expect(toldOf('skill-missing', { teams: [...three, { id: 'w' }], initiatives: [asks('data', 2.5)] })).toEqual([
      [skill, 'a asks for 2.5 person-days of data, which nobody in 4 teams together has'],
    ]);
    const [missing] = found({ teams, initiatives: [asks('data', 1)] });
    expect(missing!.hint).toBe('add seats or people with this skill, or name other teams');
  });

  it('of nothing needs no skill', () => {
    expect(found({ teams, initiatives: [asks('data', 0), { ...asks('data', { low: 0, high: 9 }), id: 'b' }] })).toEqual(
      [],
    );
  });

  it('of a skill that somebody has who is away is too large, and not without anybody', () => {
    const people = [{ id: 'ana', skills: ['data'], teams: [{ team: 't' }], engagements: [] }];
    const findings = found({ teams, people, initiatives: [asks('data', 1)] });
    expect(findings.map(({ code }) => code)).toEqual(['capacity/demand-above-capacity', 'capacity/person-never-there']);
  });

  it('may come to all that there is, and to more at its most', () => {
    expect(found({ teams, initiatives: [asks('qa', 10), { ...asks('qa', { low: 10, high: 99 }), id: 'b' }] })).toEqual(
      [],
    );
  });

  it('is held against seats and people of a skill together', () => {
    const people = [{ id: 'ana', skills: ['data', 'qa'], teams: [{ team: 't' }] }];
    const of = (days: number) => toldOf('demand-above-capacity', { teams, people, initiatives: [asks('qa', days)] });
    expect(of(20)).toEqual([]);
    expect(of(20.001)).toHaveLength(1);
  });

  it('is held against the teams of its own initiative, and each skill against those who have it', () => {
    const two = [
      { id: 't', seats: [...seats('qa', 1), ...seats('data', 2)] },
      { id: 'u', seats: seats('qa', 3) },
    ];
    const initiatives = [
      { ...asks('qa', 11), teams: ['t'] },
      { ...asks('qa', 11), id: 'b', teams: ['u'] },
      { ...asks('qa', 40.001), id: 'c' },
      { ...asks('data', 20), id: 'd', teams: ['t'] },
      { ...asks('data', 1), id: 'e', teams: ['u'] },
      { ...asks('qa', 11), id: 'f', teams: ['t'] },
    ];
    const days = (at: number) => `initiatives.${at}.demand.0.days`;
    const example = { teams: two, initiatives };
    expect(toldOf('demand-above-capacity', example)).toEqual([
      [days(0), 'a asks for 11 person-days of qa at the least, and t has 10 in all'],
      [days(2), 'c asks for 40.001 person-days of qa at the least, and t, u has 40 in all'],
      [days(5), 'f asks for 11 person-days of qa at the least, and t has 10 in all'],
    ]);
    expect(toldOf('skill-missing', example)).toEqual([
      ['initiatives.4.demand.0.skill', 'e asks for 1 person-days of data, which nobody in u has'],
    ]);
    const above = found(example).find(({ code }) => code === 'capacity/demand-above-capacity')!;
    expect(above.hint).toBe('make it smaller, the horizon longer, or the team larger');
  });

  it('of an initiative without a team is not spoken of', () => {
    expect(found({ teams, initiatives: [asks('data', 11, { teams: [] })] }).map(({ code }) => code)).toEqual([
      'capacity/initiative-without-team',
    ]);
  });
});
