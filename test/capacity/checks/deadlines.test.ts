import { describe, expect, it } from 'vitest';
import { found } from './found.js';

describe('a deadline before the earliest finish', () => {
  const teams = [{ id: 't', seats: [{ skill: 'qa', count: 2 }] }];
  const work = (days: unknown, deadline?: string, more: object = {}) => ({
    value: 1,
    demand: [{ skill: 'qa', days }],
    ...(deadline !== undefined && { deadline }),
    ...more,
  });
  const told = (initiatives: readonly object[], more: object = {}) =>
    found({ teams, initiatives, ...more })
      .filter(({ code }) => code === 'capacity/deadline-too-early')
      .map(({ path, message }) => [path.join('.'), message]);
  const behind = (on: string, kind = 'blocks') => ({ dependsOn: [{ on, kind }] });

  it.each([
    ['is exactly met', [{ id: 'a', ...work(10, '2027-01-08') }], []],
    ['counts the first day of the period in which the rest is done', [{ id: 'a', ...work(10.001, '2027-01-11') }], []],
    ['counts the least of an interval', [{ id: 'a', ...work({ low: 10, high: 30 }, '2027-01-08') }], []],
    [
      'may pass where a delay has a cost',
      [{ id: 'a', ...work(11, '2027-01-08', { costOfDelay: { perWeek: 1 } }) }],
      [],
    ],
    [
      'is missed by a thousandth of a day',
      [{ id: 'a', ...work(10.001, '2027-01-10') }],
      [
        [
          'initiatives.0.deadline',
          'a has to be finished by 2027-01-10, and cannot be before 2027-01-11, alone with all of its teams',
        ],
      ],
    ],
    [
      'lies before the horizon',
      [{ id: 'a', ...work(0, '2027-01-03') }],
      [
        [
          'initiatives.0.deadline',
          'a has to be finished by 2027-01-03, and cannot be before 2027-01-04, alone with all of its teams',
        ],
      ],
    ],
    [
      'waits for what blocks it',
      [
        { id: 'a', ...work(1, '2027-01-10', behind('b')) },
        { id: 'b', ...work(11) },
      ],
      [
        [
          'initiatives.0.deadline',
          'a has to be finished by 2027-01-10, and cannot be before 2027-01-11, alone with all of its teams',
        ],
      ],
    ],
    [
      'does not wait for what is only funded with it',
      [
        { id: 'a', ...work(1, '2027-01-10', behind('b', 'with')) },
        { id: 'b', ...work(11) },
      ],
      [],
    ],
    [
      'waits for more than the horizon holds',
      [
        { id: 'a', ...work(15, '2027-01-15', behind('b')) },
        { id: 'b', ...work(15) },
      ],
      [
        [
          'initiatives.0.deadline',
          'a has to be finished by 2027-01-15, and cannot be before the horizon ends on 2027-01-18',
        ],
      ],
    ],
    ['is not spoken of where the demand is too large in any time', [{ id: 'a', ...work(21, '2027-01-08') }], []],
    [
      'is not spoken of in a circle',
      [
        { id: 'a', ...work(1, '2027-01-03', behind('b')) },
        { id: 'b', ...work(1, undefined, behind('a')) },
      ],
      [],
    ],
  ])('%s', (_, initiatives, expected) => {
    expect(told(initiatives)).toEqual(expected);
  });

  it('counts what each team has of the skill, of as many people as may work at a time', () => {
    const three = [
      { id: 't', seats: [{ skill: 'qa', count: 2 }], maxParallel: 1 },
      {
        id: 'u',
        seats: [
          { skill: 'qa', count: 1 },
          { skill: 'data', count: 9 },
        ],
      },
      { id: 'v', seats: [{ skill: 'qa', count: 9 }] },
    ];
    const of = (days: number) =>
      told([{ id: 'a', ...work(days, '2027-01-10', { teams: ['t', 'u'] }) }], { teams: three });
    expect(of(10)).toEqual([]);
    expect(of(10.001)).toHaveLength(1);
  });

  it('is told of a demand for all that there is, and beside a blocker that is not there', () => {
    expect(told([{ id: 'a', ...work(20, '2027-01-10') }])).toHaveLength(1);
    expect(told([{ id: 'a', ...work(1, '2027-01-03', behind('nowhere')) }])).toHaveLength(1);
  });

  it('is not spoken of where nobody has the skill', () => {
    expect(told([{ id: 'a', value: 1, demand: [{ skill: 'data', days: 1 }], deadline: '2027-01-03' }])).toEqual([]);
  });

  it('passes over weeks in which nobody works', () => {
    const people = [{ id: 'ana', skills: ['qa'], teams: [{ team: 't' }], engagements: [{ from: '2027-01-11' }] }];
    const empty = [{ id: 't' }];
    expect(told([{ id: 'a', ...work(1, '2027-01-10') }], { teams: empty, people })).toHaveLength(1);
    expect(told([{ id: 'a', ...work(1, '2027-01-11') }], { teams: empty, people })).toEqual([]);
  });

  it('can be moved, or worked for by more people', () => {
    const late = found({ teams, initiatives: [{ id: 'a', ...work(11, '2027-01-08') }] });
    expect(late.map(({ hint }) => hint)).toEqual([
      'move the deadline, give a delay its cost, or let more people work on it at a time',
    ]);
  });

  it('takes no more people at a time than may work in parallel', () => {
    const slow = [{ id: 't', seats: [{ skill: 'qa', count: 2 }], maxParallel: 0.5 }];
    expect(told([{ id: 'a', ...work(2.501, '2027-01-10') }], { teams: slow })).toHaveLength(1);
    expect(told([{ id: 'a', ...work(2.5, '2027-01-10') }], { teams: slow })).toEqual([]);
  });
});
