import {
  definePortfolio,
  type PortfolioDefinition,
  type PortfolioInput,
  parsePortfolio,
  safeParsePortfolio,
} from 'keelson/capacity';
import { defineCalendar, definitionOf, isDefinitionError } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const horizon = { start: '2027-01-04', periods: 12, period: 'week' } as const;
const empty = { schemaVersion: 1, id: 'quarter', version: '1', unit: 'personDay', horizon, teams: [], initiatives: [] };

/** Of stored data: the code, place and message of each fault, with its hint where it has one. */
function faults(more: object): readonly string[] {
  const { diagnostics } = safeParsePortfolio({ ...empty, ...more }, { calendar });
  return diagnostics.map(({ code, message, hint }) => [code, message, ...(hint ? [hint] : [])].join(' | '));
}

function initiative(more: object): object {
  return { initiatives: [{ id: 'a', value: 1, demand: [], ...more }] };
}

function team(more: object): object {
  return { teams: [{ id: 't', ...more }] };
}

function person(more: object): object {
  return { people: [{ id: 'ana', skills: [], teams: [], ...more }] };
}

describe('definePortfolio', () => {
  const literal = {
    calendar,
    horizon,
    sizes: { M: { low: 5, likely: 10, high: 20 } },
    teams: { payments: { product: 'checkout', seats: { backend: 3, design: 0.5 }, floor: 0.2 }, growth: {} },
    people: [
      { id: 'ana', skills: ['backend'], teams: ['payments', 'growth'], absences: [['2027-02-01', '2027-02-08']] },
      { id: 'bo', skills: ['qa'], teams: { growth: 0.5 }, engagements: [{ from: '2027-02-01' }] },
    ],
    buckets: { core: { share: 0.7, atLeast: 0.1 } },
    initiatives: [
      { id: 'vault', value: 10, demand: { backend: 5 }, moves: ['conversion', { metric: 'churn', by: -0.1 }] },
      {
        id: 'one-click',
        value: 120,
        bucket: 'core',
        demand: { backend: 40, design: { low: 5, high: 20 }, qa: 'M' },
        dependsOn: ['vault', { on: 'vault-2', needBy: '2027-02-01' }, { on: 'rules', kind: 'with' }],
      },
      { id: 'vault-2', value: 0, demand: {} },
      { id: 'rules', value: 0, demand: {} },
    ],
  } as const satisfies PortfolioInput;

  it('stores lists with ids, without calendar and directory', () => {
    expect(definitionOf(definePortfolio(literal))).toEqual({
      schemaVersion: 1,
      id: 'portfolio',
      version: '1',
      unit: 'personDay',
      horizon,
      sizes: [{ id: 'M', days: { low: 5, likely: 10, high: 20 } }],
      teams: [
        {
          id: 'payments',
          product: 'checkout',
          seats: [
            { skill: 'backend', count: 3 },
            { skill: 'design', count: 0.5 },
          ],
          floor: 0.2,
        },
        { id: 'growth' },
      ],
      people: [
        {
          id: 'ana',
          skills: ['backend'],
          teams: [{ team: 'payments' }, { team: 'growth' }],
          absences: [{ from: '2027-02-01', to: '2027-02-08' }],
        },
        { id: 'bo', skills: ['qa'], teams: [{ team: 'growth', share: 0.5 }], engagements: [{ from: '2027-02-01' }] },
      ],
      buckets: [{ id: 'core', share: 0.7, atLeast: 0.1 }],
      initiatives: [
        {
          id: 'vault',
          value: 10,
          demand: [{ skill: 'backend', days: 5 }],
          moves: [{ metric: 'conversion' }, { metric: 'churn', by: -0.1 }],
        },
        {
          id: 'one-click',
          value: 120,
          bucket: 'core',
          demand: [
            { skill: 'backend', days: 40 },
            { skill: 'design', days: { low: 5, high: 20 } },
            { skill: 'qa', days: 'M' },
          ],
          dependsOn: [
            { on: 'vault', kind: 'blocks' },
            { on: 'vault-2', kind: 'blocks', needBy: '2027-02-01' },
            { on: 'rules', kind: 'with' },
          ],
        },
        { id: 'vault-2', value: 0, demand: [] },
        { id: 'rules', value: 0, demand: [] },
      ],
    });
  });

  it('stores what parsePortfolio opens again', () => {
    const stored: PortfolioDefinition = definitionOf(definePortfolio(literal));
    const again = parsePortfolio(JSON.parse(JSON.stringify(stored)), { calendar });
    expect(definitionOf(again)).toEqual(stored);
  });

  it.each<readonly [string, object, string]>([
    ['a seat', { teams: { t: { seats: { qa: 0.0001 } } } }, 'teams.t.seats.qa must be in thousandths at the finest'],
    ['a team', { teams: { t: { floor: 2 } } }, 'teams.t.floor must be'],
    ['an id in a team', { teams: { t: { id: 't' } } }, 'teams.t.id is not a key'],
    ['an id in a bucket', { buckets: { core: { id: 'core', share: 1 } } }, 'buckets.core.id is not a key'],
    ['a size', { sizes: { M: { low: -1, high: 2 } } }, 'sizes.M.low must be'],
    ['a share', { people: [{ id: 'a', skills: [], teams: { t: 2 } }] }, 'people[0].teams.t must be'],
    ['a team by name', { people: [{ id: 'a', skills: [], teams: ['t', 't'] }] }, 'people[0].teams[1] repeats "t"'],
    [
      'the end of an absence',
      { people: [{ id: 'a', skills: [], teams: [], absences: [['2027-01-01', '2027-02-30']] }] },
      'people[0].absences[0][1] must be a day that exists',
    ],
    ['a demand', { initiatives: [{ id: 'a', value: 1, demand: { qa: 0.0001 } }] }, 'initiatives[0].demand.qa must be'],
    [
      'an interval',
      { initiatives: [{ id: 'a', value: 1, demand: { qa: { low: -1, high: 2 } } }] },
      'initiatives[0].demand.qa.low must be',
    ],
    [
      'a size that is not there',
      { initiatives: [{ id: 'a', value: 1, demand: { qa: 'XL' } }] },
      'initiatives[0].demand.qa is no size of this portfolio: "XL"',
    ],
  ])('says where %s is wrong in the literal', (_, more, message) => {
    const wrong = { calendar, horizon, teams: {}, initiatives: [], ...more } as unknown;
    try {
      definePortfolio(wrong as PortfolioInput);
      expect.unreachable();
    } catch (error) {
      if (!isDefinitionError(error)) throw error;
      expect(error.diagnostics.map((diagnostic) => diagnostic.message.slice(0, message.length))).toEqual([message]);
    }
  });
});

describe('an id inside what stands under one', () => {
  it.each([
    ['a team', { teams: { t: { id: 't' } } }],
    ['a bucket', { buckets: { core: { id: 'core', share: 1 } } }],
  ])('is to be removed from %s', (what, more) => {
    const wrong = { calendar, horizon, teams: {}, initiatives: [], ...more } as unknown;
    expect(() => definePortfolio(wrong as PortfolioInput)).toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({ hint: `remove it: the id of ${what} is the key that it stands under` }),
        ],
      }),
    );
  });
});

describe('parsePortfolio', () => {
  it('throws what safeParsePortfolio returns', () => {
    const wrong = { ...empty, teams: [{ id: 't' }, { id: 't' }] };
    const { diagnostics } = safeParsePortfolio(wrong, { calendar });
    expect(diagnostics).toEqual([
      {
        code: 'capacity/repeated-name',
        severity: 'error',
        message: 'teams[1].id repeats "t", which is teams[0] already',
        path: ['teams', 1, 'id'],
        hint: 'remove one of the two, or give it another id',
        related: [{ path: ['teams', 0, 'id'], message: 'the first of this name' }],
      },
    ]);
    expect(() => parsePortfolio(wrong, { calendar })).toThrow(expect.objectContaining({ diagnostics }));
  });
});

describe('safeParsePortfolio', () => {
  it.each([
    [undefined, 1_000],
    [3, 3],
  ])('lists no more faults than it may: limits of %s', (faultLimit, listed) => {
    const teams = Array.from({ length: 1_010 }, () => ({ id: 't' }));
    const limits = faultLimit === undefined ? {} : { limits: { faults: faultLimit } };
    const { diagnostics } = safeParsePortfolio({ ...empty, teams }, { calendar, ...limits });
    expect(diagnostics).toHaveLength(listed + 1);
    expect(diagnostics.at(-1)!.code).toBe('shape/too-many-faults');
  });

  it.each<readonly [string, object, string]>([
    [
      'a seat below its unit',
      team({ seats: [{ skill: 'qa', count: 0.0005 }] }),
      'teams[0].seats[0].count must be in thousandths at the finest',
    ],
    ['a part below its unit', team({ floor: 0.1234567 }), 'teams[0].floor must be in millionths at the finest'],
    ['a value below its unit', initiative({ value: 1e-7 }), 'initiatives[0].value must be in millionths at the finest'],
    [
      'days below their unit',
      initiative({ demand: [{ skill: 'qa', days: 0.0001 }] }),
      'initiatives[0].demand[0].days must be in thousandths at the finest',
    ],
  ])('refuses %s', (_, more, message) => {
    expect(faults(more).map((text) => text.split(' | ').slice(0, 2))).toEqual([['capacity/too-fine', message]]);
  });

  it.each<readonly [string, object, readonly string[]]>([
    [
      'low above high',
      initiative({ demand: [{ skill: 'qa', days: { low: 3, high: 2 } }] }),
      ['capacity/estimate-backwards'],
    ],
    [
      'likely outside',
      initiative({ demand: [{ skill: 'qa', days: { low: 1, likely: 3, high: 2 } }] }),
      ['capacity/estimate-backwards'],
    ],
    ['atLeast above share', { buckets: [{ id: 'core', share: 0.2, atLeast: 0.3 }] }, ['capacity/limits-backwards']],
  ])('refuses %s', (_, more, codes) => {
    expect(faults(more).map((text) => text.split(' | ')[0])).toEqual(codes);
  });

  it.each<readonly [string, object]>([
    ['equal ends', initiative({ demand: [{ skill: 'qa', days: { low: 2, likely: 2, high: 2 } }] })],
    ['atLeast equal to share', { buckets: [{ id: 'core', share: 0.2, atLeast: 0.2 }] }],
    ['thousandths of days that are large', initiative({ demand: [{ skill: 'qa', days: 999_999_999.999 }] })],
    ['millionths of a value that is large', initiative({ value: 999_999_999.999999 })],
    ['decimals that no fraction of two holds', team({ floor: 0.7, availability: 0.000001 })],
    [
      'dangling references',
      initiative({ teams: ['x'], bucket: 'x', product: 'x', dependsOn: [{ on: 'x', kind: 'with' }] }),
    ],
    ['a circle', initiative({ dependsOn: [{ on: 'a', kind: 'blocks' }] })],
    ['an interval backwards', person({ absences: [{ from: '2027-02-02', to: '2027-02-01' }] })],
  ])('opens %s', (_, more) => {
    expect(faults(more)).toEqual([]);
  });

  it.each<readonly [string, object, string]>([
    [
      'a team',
      { teams: [{ id: 't' }, { id: 't' }] },
      'teams[1].id repeats "t", which is teams[0] already | remove one of the two, or give it another id',
    ],
    [
      'a bucket',
      {
        buckets: [
          { id: 'b', share: 0 },
          { id: 'b', share: 1 },
        ],
      },
      'buckets[1].id repeats "b", which is buckets[0] already | remove one of the two, or give it another id',
    ],
    [
      'a person',
      {
        people: [
          { id: 'p', skills: [], teams: [] },
          { id: 'p', skills: [], teams: [] },
        ],
      },
      'people[1].id repeats "p", which is people[0] already | remove one of the two, or give it another id',
    ],
    [
      'a size',
      {
        sizes: [
          { id: 'S', days: { low: 1, high: 2 } },
          { id: 'S', days: { low: 1, high: 2 } },
        ],
      },
      'sizes[1].id repeats "S", which is sizes[0] already | remove one of the two, or give it another id',
    ],
    [
      'a skill of seats',
      team({
        seats: [
          { skill: 'qa', count: 1 },
          { skill: 'qa', count: 1 },
        ],
      }),
      'teams[0].seats[1].skill repeats "qa", which is teams[0].seats[0] already | remove one of the two',
    ],
    [
      'a skill of a person',
      person({ skills: ['qa', 'qa'] }),
      'people[0].skills[1] repeats "qa", which is people[0].skills[0] already | remove one of the two',
    ],
    [
      'a team of a person',
      person({ teams: [{ team: 't' }, { team: 't', share: 1 }] }),
      'people[0].teams[1].team repeats "t", which is people[0].teams[0] already | remove one of the two',
    ],
    [
      'a demand',
      initiative({
        demand: [
          { skill: 'qa', days: 1 },
          { skill: 'qa', days: 2 },
        ],
      }),
      'initiatives[0].demand[1].skill repeats "qa", which is initiatives[0].demand[0] already | remove one of the two',
    ],
    [
      'a dependency',
      initiative({
        dependsOn: [
          { on: 'b', kind: 'with' },
          { on: 'b', kind: 'blocks' },
        ],
      }),
      'initiatives[0].dependsOn[1].on repeats "b", which is initiatives[0].dependsOn[0] already | remove one of the two',
    ],
    [
      'a team of an initiative',
      initiative({ teams: ['t', 't'] }),
      'initiatives[0].teams[1] repeats "t", which is initiatives[0].teams[0] already | remove one of the two',
    ],
    [
      'an exclusion',
      initiative({ excludes: ['b', 'b'] }),
      'initiatives[0].excludes[1] repeats "b", which is initiatives[0].excludes[0] already | remove one of the two',
    ],
  ])('refuses %s that is there twice', (_, more, text) => {
    expect(faults(more)).toEqual([`capacity/repeated-name | ${text}`]);
  });

  it('refuses a size that is not there, and names the nearest', () => {
    const sizes = [{ id: 'medium', days: { low: 1, high: 2 } }];
    expect(faults({ sizes, ...initiative({ demand: [{ skill: 'qa', days: 'medum' }] }) })).toEqual([
      'capacity/unknown-size | initiatives[0].demand[0].days is no size of this portfolio: "medum" | did you mean medium?',
    ]);
    expect(faults(initiative({ demand: [{ skill: 'qa', days: 'XL' }] }))).toEqual([
      'capacity/unknown-size | initiatives[0].demand[0].days is no size of this portfolio: "XL" | add it to the sizes, or write person-days',
    ]);
  });

  it.each<readonly [string, object]>([
    ['NaN', initiative({ value: Number.NaN })],
    ['an infinity', initiative({ value: Number.POSITIVE_INFINITY })],
    ['a negative value', initiative({ value: -1 })],
    ['more than a billion', initiative({ value: 1_000_000_000.5 })],
    ['no seats', team({ seats: [{ skill: 'qa', count: 0 }] })],
    ['no availability', team({ availability: 0 })],
    ['a floor of all', team({ floor: 1 })],
    ['a share of 0', person({ teams: [{ team: 't', share: 0 }] })],
    ['a share above 1', person({ teams: [{ team: 't', share: 1.1 }] })],
    ['a name that every object has', { buckets: [{ id: '__proto__', share: 1 }] }],
    ['a day that does not exist', initiative({ deadline: '2027-02-30' })],
    ['no period', { horizon: { ...horizon, periods: 0 } }],
    ['half a period', { horizon: { ...horizon, periods: 1.5 } }],
    ['too many periods', { horizon: { ...horizon, periods: 521 } }],
    ['a horizon beyond all years', { horizon: { ...horizon, start: '9951-01-01' } }],
    ['a calendar that is stored with it', { calendar: {} }],
  ])('refuses %s', (_, more) => {
    expect(faults(more)).toHaveLength(1);
  });

  it('suggests the key that was meant', () => {
    expect(faults(initiative({ deadlin: '2027-02-01' }))[0]).toContain('did you mean "deadline"?');
  });

  it('opens teams and initiatives with the names that every object has', () => {
    const stored = {
      ...empty,
      teams: [{ id: '__proto__' }],
      ...initiative({ id: 'constructor', teams: ['__proto__'] }),
    };
    expect(safeParsePortfolio(stored, { calendar }).ok).toBe(true);
  });
});
