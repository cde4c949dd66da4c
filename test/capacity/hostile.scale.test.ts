import {
  apportion,
  checkPortfolio,
  fairShare,
  rankRobustness,
  safeParsePortfolio,
  scoreInitiatives,
  scorers,
  selectInitiatives,
  verifyBound,
} from 'keelson/capacity';
import { defineCalendar, readJson } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const horizon = { start: '2027-01-04', periods: 12, period: 'week' };
const teams = [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }];

function times<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function open(rest: object) {
  const empty = { schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', horizon, teams, initiatives: [] };
  return safeParsePortfolio({ ...empty, ...rest }, { calendar });
}

const initiative = (at: number, more: object = {}) => ({
  ...{ id: `i${at}`, value: 1, demand: [{ skill: 'qa', days: 0.001 }] },
  ...more,
});
const blockedBy = (...ids: readonly number[]) => ({ dependsOn: ids.map((at) => ({ on: `i${at}`, kind: 'blocks' })) });

/** The codes of what is said of a portfolio that must open; of each code few. */
function check(rest: object): readonly string[] {
  const opened = open(rest);
  if (!opened.ok) throw new Error(opened.diagnostics[0]!.message);
  return [...new Set(checkPortfolio(opened.value, { max: 3 }).map(({ code }) => code.replace('capacity/', '')))];
}

function secondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** How many times as long one takes as the other; less than a tenth of a second counts as that. */
function ratioOf(hostile: () => unknown, tame: () => unknown): number {
  tame();
  return secondsOf(hostile) / Math.max(0.1, secondsOf(tame));
}

describe('a hostile portfolio', { timeout: 120_000 }, () => {
  const many = 10_000;
  const plain = () => check({ initiatives: times(many, (at) => initiative(at)) });

  it.each<readonly [string, object, readonly string[]]>([
    [
      'a circle',
      { initiatives: times(many, (at) => initiative(at, blockedBy((at + 1) % many))) },
      ['dependency-cycle'],
    ],
    [
      'a chain with deadlines',
      {
        initiatives: times(many, (at) => initiative(at, { ...(at > 0 && blockedBy(at - 1)), deadline: '2027-01-01' })),
      },
      ['deadline-too-early'],
    ],
    [
      'one dense region of circles',
      {
        initiatives: times(many, (at) =>
          initiative(at, blockedBy((at + 1) % many, (at + 2 + ((at * 7) % 1_000)) % many)),
        ),
      },
      ['dependency-cycle'],
    ],
    [
      'one mandatory initiative that excludes all others, and they it',
      {
        initiatives: times(many, (at) => ({
          ...initiative(at, { mandatory: true, demand: [] }),
          excludes: at === 0 ? times(many - 1, (other) => `i${other + 1}`) : ['i0'],
        })),
      },
      ['mandatory-excluded'],
    ],
    [
      'references to nothing, each in its own way',
      { initiatives: times(many, (at) => initiative(at, { excludes: [`j${at}x`] })) },
      ['unknown-reference'],
    ],
    [
      'skills that nobody has, each its own',
      { initiatives: times(many, (at) => initiative(at, { mandatory: true, demand: [{ skill: `s${at}`, days: 1 }] })) },
      ['skill-missing'],
    ],
  ])('may be 10,000 initiatives: %s', (_, rest, codes) => {
    expect(check(rest)).toEqual(codes);
    expect(ratioOf(() => check(rest), plain)).toBeLessThan(12);
  });

  it('may ask every team for every skill, and every team of a product, a thousand times', () => {
    const crowd = (product: string | undefined) =>
      times(100, (at) => ({
        ...{ id: `t${at}`, seats: times(50, (skill) => ({ skill: `s${skill}`, count: 1 })) },
        ...(product !== undefined && { product }),
      }));
    const ask = (at: number, more: object) =>
      initiative(at, { ...more, deadline: '2027-03-01', demand: times(50, (s) => ({ skill: `s${s}`, days: 1 })) });
    const named = times(100, (at) => `t${at}`);
    const tame = () =>
      check({ teams: crowd(undefined), initiatives: times(1_000, (at) => ask(at, { teams: ['t0'] })) });
    const byName = { teams: crowd(undefined), initiatives: times(1_000, (at) => ask(at, { teams: named })) };
    const byProduct = { teams: crowd('p'), initiatives: times(1_000, (at) => ask(at, { product: 'p' })) };
    expect([check(byName), check(byProduct)]).toEqual([[], []]);
    expect(ratioOf(() => check(byName), tame)).toBeLessThan(30);
    expect(ratioOf(() => check(byProduct), tame)).toBeLessThan(12);
  });

  it('may have the skills of 10,000 mandatory initiatives in 10,000 teams', () => {
    const crowd = (skills: number) => ({
      teams: times(10_000, (at) => ({ id: `t${at}`, seats: [{ skill: `s${at % skills}`, count: 1 }] })),
      initiatives: times(10_000, (at) =>
        initiative(at, { mandatory: true, demand: [{ skill: `s${at % skills}`, days: 0.001 }], teams: [`t${at}`] }),
      ),
    });
    expect(check(crowd(10_000))).toEqual([]);
    expect(
      ratioOf(
        () => check(crowd(10_000)),
        () => check(crowd(1)),
      ),
    ).toBeLessThan(12);
  });

  it('may be away 200,000 times on the same day', () => {
    const absences = times(200_000, () => ({ from: '2027-01-05', to: '2027-01-06' }));
    expect(check({ people: [{ id: 'ana', skills: ['qa'], teams: [{ team: 't' }], absences }] })).toEqual([]);
  });

  it.each<readonly [string, object]>([
    ['100,000 times the same id', { initiatives: times(100_000, () => initiative(1)) }],
    [
      'a person in 50,000 teams',
      { people: [{ id: 'a', skills: [], teams: times(50_000, (at) => ({ team: `t${at}` })) }] },
    ],
    ['an id of a million characters', { teams: [{ id: 'x'.repeat(1 << 20) }] }],
    ['half of a surrogate pair', { initiatives: [initiative(1, { id: '\ud800' })] }],
    ['days that do not exist', { initiatives: [initiative(1, { deadline: '2027-02-29' })] }],
    ['a first day that does not exist', { horizon: { ...horizon, start: '2027-13-01' } }],
    ['half of a person', { people: [0.5] }],
    ['a list where an object is expected', { horizon: [horizon] }],
    ['an object where a list is expected', { initiatives: { 0: initiative(0), length: 1 } }],
    ['NaN as a text', { initiatives: [initiative(1, { value: 'NaN' })] }],
    ['a number beyond all', { teams: [{ id: 't', seats: [{ skill: 'qa', count: 2 ** 60 }] }] }],
    ['a number of seats below 0', { teams: [{ id: 't', seats: [{ skill: 'qa', count: -1 }] }] }],
    ['lists in each other, 10,000 deep', { extra: times(10_000, (at) => at).reduce<unknown>((inner) => [inner], 0) }],
  ])('is refused for %s, within limits', (_, rest) => {
    const opened = open(rest);
    expect(opened.ok).toBe(false);
    expect(opened.diagnostics.length).toBeLessThanOrEqual(1_001);
    expect(opened.diagnostics.every(({ code, message }) => code !== '' && message.length < 2_000)).toBe(true);
  });

  it('is refused as a text that is 10,000 deep before anything sees it', () => {
    const json = readJson(`{"extra":${'['.repeat(10_000)}${']'.repeat(10_000)}}`);
    expect(json.ok || json.diagnostics.length).toBe(1);
  });

  it('may have the names that every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const rest = {
      teams: names.map((id) => ({ id, product: id, seats: [{ skill: 'qa', count: 1 }] })),
      people: names.map((id) => ({ id, skills: ['qa'], teams: names.map((team) => ({ team })) })),
      initiatives: names.map((id, at) => ({
        ...initiative(0, { id, product: id, excludes: [names[(at + 1) % 4]] }),
        dependsOn: at === 0 ? [] : [{ on: names[at - 1], kind: 'blocks' }],
      })),
    };
    expect(check(rest)).toEqual([]);
    const [first, ...others] = rest.initiatives;
    expect(check({ ...rest, initiatives: others })).toEqual(['unknown-reference']);
    expect(first!.id).toBe('__proto__');
  });
});

describe('hostile shares', { timeout: 120_000 }, () => {
  const methods = ['largestRemainder', 'jefferson', 'webster', 'huntingtonHill', 'dean', 'adams'] as const;

  it.each(methods)('of populations of 2^60 and of names that every object has add up by %s', (method) => {
    const weights = JSON.parse(`{"__proto__":${2 ** 60},"constructor":${2 ** 60},"toString":${2 ** 60},"none":0}`);
    const result = apportion(weights, 1_000, { method });
    expect(result.ok && Object.entries(result.seats)).toEqual([
      ['__proto__', 334],
      ['constructor', 333],
      ['toString', 333],
      ['none', 0],
    ]);
  });

  it.each([
    [{ a: Number.NaN }, 1, {}],
    [{ a: 'NaN' }, 1, {}],
    [{ a: -1, b: 1 }, 1, {}],
    [{ a: 0, b: 0 }, 1, {}],
    [{ a: 1, b: 1 }, 1, { min: 1 }],
    [{ a: 1 }, 0.5, {}],
    [[1, 2], 1, {}],
    [{ '\ud800': 1 }, 2 ** 60, {}],
  ])('%j are refused', (weights, seats, options) => {
    const result = apportion(weights as unknown as Record<string, number>, seats, options);
    expect(result.ok).toBe(false);
    expect(result.diagnostics.length).toBeGreaterThan(0);
  });

  it('of 100,000 equal claims add up, one by one and in as many groups', () => {
    const claims = times(100_000, (at) => ({ id: `c${at}`, demand: 3 }));
    const grouped = claims.map((claim, at) => ({ ...claim, group: `g${at}` }));
    const sum = (list: typeof claims) => {
      const result = fairShare(150_000, list, { kind: 'maxMin' });
      return result.ok && result.claims.reduce((all, { share }) => all + share, result.unused);
    };
    expect([sum(claims), sum(grouped)]).toEqual([150_000, 150_000]);
    expect(
      ratioOf(
        () => sum(grouped),
        () => sum(claims),
      ),
    ).toBeLessThan(12);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60, '5', [], null])('of a capacity of %j are refused', (capacity) => {
    const result = fairShare(capacity as number, [{ id: 'a', demand: 1 }], { kind: 'maxMin' });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.length).toBeGreaterThan(0);
  });
});

describe('hostile scores', { timeout: 60_000 }, () => {
  const inputs = { reach: 1, impact: 1, confidence: 1, effort: 1 };
  const of = (list: unknown) => scoreInitiatives(list as Parameters<typeof scoreInitiatives>[0], scorers.rice);

  it('of 100,000 equal initiatives are one tie', () => {
    const equal = of(times(100_000, (at) => ({ id: `i${at}`, inputs })));
    const different = () => of(times(100_000, (at) => ({ id: `i${at}`, inputs: { ...inputs, reach: at } })));
    expect(equal.ok && equal.ranked.length).toBe(100_000);
    expect(ratioOf(() => of(times(100_000, (at) => ({ id: `i${at}`, inputs }))), different)).toBeLessThan(12);
  });

  it.each<readonly [string, unknown]>([
    ['no list', { 0: { id: 'a', inputs }, length: 1 }],
    [
      'an id that is there twice',
      [
        { id: 'a', inputs },
        { id: 'a', inputs },
      ],
    ],
    ['half of a surrogate pair', [{ id: '\ud800', inputs }]],
    ['an id of a million characters', [{ id: 'x'.repeat(1 << 20), inputs }]],
    ['NaN as a text', [{ id: 'a', inputs: { ...inputs, reach: 'NaN' } }]],
    ['inputs in a list', [{ id: 'a', inputs: [1, 2] }]],
    ['nothing', [null]],
  ])('of %s are refused, or said to be none', (_, list) => {
    const result = of(list);
    expect(result.ok ? result.unscored.length : result.diagnostics.length).toBeGreaterThan(0);
    expect(result.diagnostics.length).toBeGreaterThan(0);
    const ranks = rankRobustness(list as Parameters<typeof rankRobustness>[0], scorers.rice, {
      seed: 1,
      cut: 1,
      trials: 9,
    });
    expect(ranks.diagnostics.length).toBeGreaterThan(0);
  });

  it('of names that every object has are scores like others', () => {
    const list = ['__proto__', 'constructor', 'toString'].map((id) => ({ id, inputs }));
    const ranks = rankRobustness(list, scorers.rice, { seed: '__proto__', cut: 1, trials: 9 });
    expect(ranks.ok && ranks.initiatives.map(({ id }) => id)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('a hostile selection', { timeout: 120_000 }, () => {
  const capacities = [{ id: 'toString', amount: 10 }];
  const needs = { toString: 1 } as unknown as Record<string, number>;
  const options = { iterations: 50, proofNodes: 50 };
  const solve = (problem: unknown) => selectInitiatives(problem as Parameters<typeof selectInitiatives>[0], options);

  it.each<readonly [string, object]>([
    ['ties everywhere', { capacities, candidates: times(1_000, (at) => ({ id: `c${at}`, value: 1, needs })) }],
    ['no value anywhere', { capacities, candidates: times(100, (at) => ({ id: `c${at}`, value: 0, needs })) }],
    [
      'names that every object has',
      { capacities, candidates: ['__proto__', 'constructor', 'toString'].map((id) => ({ id, value: 3, needs })) },
    ],
    [
      'a chain of 2,000 requirements',
      {
        capacities,
        candidates: times(2_000, (at) => ({ id: `c${at}`, value: 1, needs, requires: at === 0 ? [] : [`c${at - 1}`] })),
      },
    ],
    ['no room at all', { capacities: [{ id: 'toString', amount: 0 }], candidates: [{ id: 'a', value: 1, needs }] }],
  ])('of %s verifies', (_, problem) => {
    const result = solve(problem);
    if (!result.ok) throw new Error(result.diagnostics[0]?.message);
    const verified = verifyBound(problem as Parameters<typeof verifyBound>[0], result);
    expect([verified.ok, verified.diagnostics]).toEqual([true, []]);
  });

  it.each<readonly [string, unknown]>([
    ['a capacity below 0', { capacities: [{ id: 'a', amount: -1 }], candidates: [] }],
    ['half a unit', { capacities: [{ id: 'a', amount: 0.5 }], candidates: [] }],
    ['2^60 units', { capacities: [{ id: 'a', amount: 2 ** 60 }], candidates: [] }],
    ['NaN', { capacities, candidates: [{ id: 'a', value: Number.NaN, needs }] }],
    ['NaN as a text', { capacities, candidates: [{ id: 'a', value: 'NaN', needs }] }],
    [
      'a key that JavaScript keeps for itself',
      JSON.parse('{"capacities":[],"candidates":[{"id":"a","value":1,"needs":{"__proto__":1}}]}'),
    ],
    ['needs in a list', { capacities, candidates: [{ id: 'a', value: 1, needs: [1] }] }],
    ['100,000 times the same id', { capacities, candidates: times(100_000, () => ({ id: 'a', value: 1, needs })) }],
    ['an id of a million characters', { capacities: [{ id: 'x'.repeat(1 << 20), amount: 1 }], candidates: [] }],
    ['half of a surrogate pair', { capacities: [{ id: '\ud800', amount: 1 }], candidates: [] }],
    ['a list', []],
  ])('is refused for %s, within limits', (_, problem) => {
    const result = solve(problem);
    expect(result.ok ? undefined : result.status).toBe('invalid');
    expect(result.ok ? 0 : result.diagnostics.length).toBeGreaterThan(0);
    expect(result.ok ? 0 : result.diagnostics.length).toBeLessThanOrEqual(1_001);
  });
});
