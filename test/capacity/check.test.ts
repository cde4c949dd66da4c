import { checkPortfolio, type PortfolioExample, portfolioCatalogue, safeParsePortfolio } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const horizon = { start: '2027-01-04', periods: 2, period: 'week' };

function found(example: PortfolioExample) {
  const empty = { schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', horizon, teams: [], initiatives: [] };
  const opened = safeParsePortfolio({ ...empty, ...example }, { calendar });
  return [...opened.diagnostics, ...(opened.ok ? checkPortfolio(opened.value) : [])];
}

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

  it('may be as many as there are where nothing is said', () => {
    expect(found({ teams: [{ id: 't' }] })).toEqual([]);
  });
});

describe('circles of dependencies', () => {
  it('are said to be more where the search for them is ended', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `i${at}`);
    const initiatives = ids.map((id) => ({
      ...{ id, value: 1, demand: [] },
      dependsOn: ids.filter((on) => on !== id).map((on) => ({ on, kind: 'blocks' })),
    }));
    const teams = [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }];
    const messages = found({ teams, initiatives }).map(({ message }) => message);
    expect(messages[0]).toBe('the search for circles of dependencies ended after 1000, and there may be more');
    expect(messages[1]).toBe('i0 waits for itself: i0 -> i1 -> i0');
    expect(messages).toHaveLength(1_001);
  });
});

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

  it('takes no more people at a time than may work in parallel', () => {
    const slow = [{ id: 't', seats: [{ skill: 'qa', count: 2 }], maxParallel: 0.5 }];
    expect(told([{ id: 'a', ...work(2.501, '2027-01-10') }], { teams: slow })).toHaveLength(1);
    expect(told([{ id: 'a', ...work(2.5, '2027-01-10') }], { teams: slow })).toEqual([]);
  });
});

describe('checkPortfolio', () => {
  it('holds mandatory initiatives against the share of their bucket', () => {
    const of = (days: number, tolerance: number) =>
      found({
        teams: [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }],
        buckets: [{ id: 'core', share: 0.5, tolerance }],
        initiatives: [{ id: 'a', value: 1, bucket: 'core', mandatory: true, demand: [{ skill: 'qa', days }] }],
      }).map(({ message }) => message);
    expect(of(5, 0)).toEqual([]);
    expect(of(5.001, 0)).toEqual([
      'mandatory initiatives of core ask for 5.001 person-days at the least, and its share of 10 is 5',
    ]);
    expect(of(6, 0.1)).toEqual([]);
  });

  it('says once that a mandatory one is too large by itself', () => {
    const findings = found({
      teams: [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }],
      initiatives: [{ id: 'a', value: 1, mandatory: true, demand: [{ skill: 'qa', days: 11 }] }],
    });
    expect(findings.map(({ code }) => code)).toEqual(['capacity/demand-above-capacity']);
  });

  it('says once that two exclude each other', () => {
    const both = ['a', 'b'].map((id, at) => ({
      ...{ id, value: 1, demand: [], mandatory: true, excludes: [at === 0 ? 'b' : 'a'] },
    }));
    expect(found({ teams: [{ id: 't' }], initiatives: both }).map(({ path }) => path)).toEqual([
      ['initiatives', 0, 'excludes', 0],
    ]);
  });
});
