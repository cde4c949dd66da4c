import { describe, expect, it } from 'vitest';
import { found } from './found.js';

describe('a lower limit', () => {
  const teams = [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }];
  const asking = (days: unknown, bucket = 'core', id = 'a') => ({
    ...{ id, bucket, value: 1 },
    demand: [{ skill: 'qa', days }],
  });
  const told = (initiatives: readonly object[], atLeast: number) =>
    found({
      teams,
      buckets: [
        { id: 'core', share: 1, atLeast },
        { id: 'rest', share: 1 },
      ],
      initiatives,
    })
      .filter(({ code }) => code === 'capacity/lower-limit-out-of-reach')
      .map(({ path }) => path.join('.'));

  it.each([
    ['is reached by what is asked for at the most', [asking({ low: 1, high: 5 })], 0.5, []],
    ['is reached by all of its initiatives together', [asking(2), asking(3, 'core', 'b')], 0.5, []],
    ['is missed by a thousandth of a day', [asking(4.999)], 0.5, ['buckets.0.atLeast']],
    ['is not reached by the initiatives of others', [asking(8, 'rest')], 0.5, ['buckets.0.atLeast']],
    ['of 0 is always reached', [asking(0, 'rest')], 0, []],
    ['is not asked for where there are no initiatives yet', [], 0.5, []],
  ])('%s', (_, initiatives, atLeast, paths) => {
    expect(told(initiatives, atLeast)).toEqual(paths);
  });
});

describe('a lower limit that is out of reach', () => {
  it('is told with the days that it comes to, that there are, and that are asked for', () => {
    const [finding] = found({
      teams: [{ id: 't', seats: [{ skill: 'qa', count: 0.25 }] }],
      buckets: [{ id: 'core', share: 1, atLeast: 0.5 }],
      initiatives: [
        { id: 'a', bucket: 'core', value: 1, demand: [{ skill: 'qa', days: 0.125 }] },
        { id: 'b', value: 1, demand: [{ skill: 'qa', days: 2 }] },
      ],
    });
    expect([finding!.message, finding!.hint]).toEqual([
      'core is to get at least 1.25 of 2.5 person-days, and its initiatives ask for 0.125 at the most',
      'lower atLeast, or add initiatives to it',
    ]);
  });
});

describe('people at a time', () => {
  const told = (maxParallel: number, seats: object[], people: object[] = []) =>
    found({ teams: [{ id: 't', seats, maxParallel }, { id: 'u' }], people })
      .filter(({ code }) => code === 'capacity/parallel-above-headcount')
      .map(({ message }) => message);
  const seat = (count: number) => ({ skill: 'qa', count });
  const person = (id: string, ...teams: string[]) => ({ id, skills: ['qa'], teams: teams.map((team) => ({ team })) });

  it('are seats and people, whatever part of their time is for the team', () => {
    expect(told(3.5, [seat(0.5)], [person('ana', 't', 'u'), person('bo', 't'), person('cleo', 't')])).toEqual([]);
    expect(told(3.501, [seat(0.5)], [person('ana', 't', 'u'), person('bo', 't'), person('cleo', 't')])).toEqual([
      't lets 3.501 people work on one initiative at a time, and has 3.5',
    ]);
    expect(told(1, [], [person('ana', 'u')])).toEqual(['t lets 1 people work on one initiative at a time, and has 0']);
  });

  it('are told with the team that allows too many', () => {
    const [finding] = found({ teams: [{ id: 't' }, { id: 'u', maxParallel: 1 }] });
    expect([finding!.path, finding!.hint]).toEqual([
      ['teams', 1, 'maxParallel'],
      'lower maxParallel, or leave it out: all of them may then',
    ]);
  });

  it('may be as many as there are where nothing is said', () => {
    expect(found({ teams: [{ id: 't' }] })).toEqual([]);
  });
});
