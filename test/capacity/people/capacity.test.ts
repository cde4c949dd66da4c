import fc from 'fast-check';
import { combinedCapacity, definePortfolio, parsePortfolio, portfolioCapacity } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { daysOfPeriods, type NaivePortfolio, naiveCapacity } from '../../oracle/portfolio.js';

const weekend = ['saturday', 'sunday'] as const;
const calendar = defineCalendar({ zone: 'UTC', weekend });
const horizon = { start: '2027-01-04', periods: 2, period: 'week' } as const;
const base = { calendar, horizon, initiatives: [] } as const;

describe('portfolioCapacity', () => {
  it('keeps what is lost of seats to availability and floor, as decimals', () => {
    const portfolio = definePortfolio({ ...base, teams: { t: { seats: { qa: 0.7 }, availability: 0.1, floor: 0.9 } } });
    expect(portfolioCapacity(portfolio).teams[0]!.total).toEqual([35, 35]);
  });

  it('rounds down what a source gives to a period', () => {
    const teams = { t: { seats: { qa: 0.001 }, availability: 0.3 } };
    expect(portfolioCapacity(definePortfolio({ ...base, teams })).teams[0]!.total).toEqual([1, 1]);
  });

  it('gives periods with their working days', () => {
    const holidays = [{ day: '2027-02-15' }];
    const portfolio = definePortfolio({
      calendar: defineCalendar({ zone: 'UTC', weekend, holidays }),
      horizon: { start: '2027-01-31', periods: 3, period: 'month' },
      teams: {},
      initiatives: [],
    });
    expect(portfolioCapacity(portfolio).periods).toEqual([
      { from: '2027-01-31', to: '2027-02-28', workingDays: 19 },
      { from: '2027-02-28', to: '2027-03-31', workingDays: 22 },
      { from: '2027-03-31', to: '2027-04-30', workingDays: 22 },
    ]);
  });

  it('counts a person of several teams once: absent shares are equal parts of what the others leave', () => {
    const portfolio = parsePortfolio(
      {
        ...{ schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', horizon, initiatives: [] },
        teams: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
        people: [
          {
            id: 'ana',
            skills: ['qa'],
            teams: [{ team: 'a', share: 0.5 }, { team: 'b' }, { team: 'c' }, { team: 'x' }],
          },
          { id: 'bo', skills: ['qa'], teams: [{ team: 'a', share: 1 }, { team: 'b', share: 0.5 }, { team: 'c' }] },
        ],
      },
      { calendar },
    );
    // 2.5 and 5 / 1.5; a third of 2.5 rounded down and 2.5 / 1.5; the third again and nothing.
    expect(portfolioCapacity(portfolio).teams.map(({ total }) => total[0])).toEqual([2500 + 3333, 833 + 1666, 833]);
  });

  it('takes engagements from the directory unless the person has some', () => {
    const engagements = ['ana', 'bo'].map((person) => ({ person, kind: 'employee', to: '2027-01-06' }));
    const directory = defineDirectory({ engagements });
    const teams = { t: {} };
    const ana = { id: 'ana', skills: ['qa'], teams: ['t'] } as const;
    const bo = { id: 'bo', skills: ['qa'], teams: ['t'], engagements: [{ from: '2027-01-15' }] } as const;
    const of = (person: typeof ana | typeof bo) =>
      portfolioCapacity(definePortfolio({ ...base, directory, teams, people: [person] })).teams[0]!.total;
    expect(of(ana)).toEqual([2000, 0]);
    expect(of(bo)).toEqual([0, 1000]);
  });

  it('takes every engagement that the directory knows of a person', () => {
    const engagements = [
      { person: 'ana', kind: 'employee', to: '2027-01-06' },
      { person: 'bo', kind: 'employee' },
      { person: 'ana', kind: 'employee', from: '2027-01-12', to: '2027-01-13' },
    ];
    const directory = defineDirectory({ engagements });
    const people = [{ id: 'ana', skills: ['qa'], teams: ['t'] }] as const;
    const portfolio = definePortfolio({ ...base, directory, teams: { t: {} }, people });
    expect(portfolioCapacity(portfolio).teams[0]!.total).toEqual([2000, 1000]);
  });

  it('adds up by skill what seats and people of a team have', () => {
    const people = [
      { id: 'ana', skills: ['qa', 'data'], teams: ['t'] },
      { id: 'bo', skills: ['qa'], teams: ['t'] },
    ] as const;
    const portfolio = definePortfolio({ ...base, teams: { t: { seats: { ops: 1, qa: 2 } } }, people });
    expect(portfolioCapacity(portfolio).teams[0]).toEqual({
      team: 't',
      total: [25_000, 25_000],
      skills: [
        { skill: 'ops', capacity: [5_000, 5_000] },
        { skill: 'qa', capacity: [20_000, 20_000] },
        { skill: 'data', capacity: [5_000, 5_000] },
      ],
    });
  });

  it('has nothing where there is no team, and a team without people has no skill', () => {
    expect(portfolioCapacity(definePortfolio({ ...base, teams: {} })).teams).toEqual([]);
    const empty = portfolioCapacity(definePortfolio({ ...base, teams: { t: {} } })).teams;
    expect(empty).toEqual([{ team: 't', total: [0, 0], skills: [] }]);
  });
});

const days = [
  '2026-12-30',
  '2027-01-04',
  '2027-01-06',
  '2027-01-09',
  '2027-01-29',
  '2027-01-31',
  '2027-02-16',
  '2027-03-02',
];
const part = fc.integer({ min: 1, max: 1_000_000 }).map((millionths) => millionths / 1_000_000);
const simple = fc.constantFrom(0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 1);
const span = fc.record({ from: fc.constantFrom(...days), to: fc.constantFrom(...days) }, { requiredKeys: [] });
const teamIds = ['a', 'b', '__proto__'];
const skillIds = ['qa', 'data', 'ops'];

const anyPortfolio: fc.Arbitrary<NaivePortfolio> = fc.record({
  horizon: fc.record({
    start: fc.constantFrom('2027-01-04', '2027-01-31', '2026-12-30'),
    periods: fc.integer({ min: 1, max: 5 }),
    period: fc.constantFrom('week', 'month'),
  }),
  teams: fc.subarray(teamIds).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record(
          {
            id: fc.constant(id),
            seats: fc
              .subarray(skillIds)
              .chain((skills) =>
                fc.tuple(
                  ...skills.map((skill) =>
                    fc.integer({ min: 1, max: 9_999 }).map((count) => ({ skill, count: count / 1_000 })),
                  ),
                ),
              ),
            availability: fc.oneof(part, simple),
            floor: fc.constantFrom(0, 0.1, 0.3, 0.999999),
          },
          { requiredKeys: ['id'] },
        ),
      ),
    ),
  ),
  people: fc.uniqueArray(
    fc.record(
      {
        id: fc.constantFrom('ana', 'bo', 'cy'),
        skills: fc.subarray(skillIds),
        teams: fc
          .subarray([...teamIds, 'nowhere'])
          .chain((ids) =>
            fc.tuple(
              ...ids.map((team) =>
                fc.record({ team: fc.constant(team), share: fc.oneof(part, simple) }, { requiredKeys: ['team'] }),
              ),
            ),
          ),
        availability: fc.oneof(part, simple),
        absences: fc.array(span, { maxLength: 4 }),
        engagements: fc.array(span, { maxLength: 3 }),
      },
      { requiredKeys: ['id', 'skills', 'teams'] },
    ),
    { selector: ({ id }) => id },
  ),
});

describe('capacity, against day by day and person by person', () => {
  const holidays = ['2027-01-06', '2027-02-15', '2027-01-09'];
  const worked = defineCalendar({ zone: 'UTC', weekend, holidays: holidays.map((day) => ({ day })) });
  const works = (day: string) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
  };
  const open = (definition: NaivePortfolio) =>
    parsePortfolio(
      { schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', initiatives: [], ...definition },
      { calendar: worked },
    );

  it('is the same, by team and by skill', () => {
    fc.assert(
      fc.property(anyPortfolio, (definition) => {
        const { periods, teams } = portfolioCapacity(open(definition));
        expect(periods.map(({ workingDays }) => workingDays)).toEqual(
          daysOfPeriods(definition.horizon).map((all) => all.filter(works).length),
        );
        for (const { team, total, skills } of teams) {
          expect(total).toEqual(naiveCapacity(definition, works, [team], undefined));
          for (const { skill, capacity } of skills) {
            expect(capacity).toEqual(naiveCapacity(definition, works, [team], [skill]));
          }
        }
      }),
    );
  });

  it('is the same for any teams and skills together', () => {
    const some = fc.tuple(fc.subarray(teamIds), fc.option(fc.subarray(skillIds), { nil: undefined }));
    fc.assert(
      fc.property(anyPortfolio, some, (definition, [teams, skills]) => {
        const options = { teams, ...(skills && { skills }) };
        expect(combinedCapacity(open(definition), options)).toEqual(naiveCapacity(definition, works, teams, skills));
      }),
    );
  });
});
