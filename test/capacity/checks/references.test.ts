import { describe, expect, it } from 'vitest';
import { found } from './found.js';

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

describe('two mandatory initiatives that exclude each other', () => {
  it('says once that two exclude each other', () => {
    const both = ['a', 'b'].map((id, at) => ({
      ...{ id, value: 1, demand: [], mandatory: true, excludes: [at === 0 ? 'b' : 'a'] },
    }));
    expect(found({ teams: [{ id: 't' }], initiatives: both }).map(({ path }) => path)).toEqual([
      ['initiatives', 0, 'excludes', 0],
    ]);
  });
});

describe('a reference to nothing', () => {
  const teams = [{ id: 'payments', product: 'checkout' }, { id: 'growth' }];
  const initiative = (id: string, more: object) => ({ id, value: 1, demand: [], ...more });

  it('is told of teams, buckets, products and initiatives, in stored order, with what was meant', () => {
    const example = {
      teams,
      buckets: [{ id: 'core', share: 1 }],
      people: [{ id: 'ana', skills: ['qa'], teams: [{ team: 'growth' }, { team: 'payment' }] }],
      initiatives: [
        initiative('one-click', { product: 'chekout', bucket: 'cor' }),
        initiative('vault', {
          ...{ teams: ['growth', 'grwth'], dependsOn: [{ on: 'one-clik', kind: 'with' }], excludes: ['valt', 'far'] },
        }),
      ],
    };
    expect(
      found(example)
        .filter(({ code }) => code === 'capacity/unknown-reference')
        .map(({ path, message, hint }) => [path.join('.'), message, hint]),
    ).toEqual([
      [
        'people.0.teams.1.team',
        'people[0].teams[1].team is no team of this portfolio: "payment"',
        'did you mean payments?',
      ],
      [
        'initiatives.0.product',
        'initiatives[0].product is no product that a team works on: "chekout"',
        'did you mean checkout?',
      ],
      ['initiatives.0.bucket', 'initiatives[0].bucket is no bucket of this portfolio: "cor"', 'did you mean core?'],
      [
        'initiatives.1.teams.1',
        'initiatives[1].teams[1] is no team of this portfolio: "grwth"',
        'did you mean growth?',
      ],
      [
        'initiatives.1.dependsOn.0.on',
        'initiatives[1].dependsOn[0].on is no initiative of this portfolio: "one-clik"',
        'did you mean one-click?',
      ],
      [
        'initiatives.1.excludes.0',
        'initiatives[1].excludes[0] is no initiative of this portfolio: "valt"',
        'did you mean vault?',
      ],
      [
        'initiatives.1.excludes.1',
        'initiatives[1].excludes[1] is no initiative of this portfolio: "far"',
        'add the initiative, or remove the reference',
      ],
    ]);
  });

  it('is no fault of a product where teams are named, which choose then', () => {
    expect(found({ teams, initiatives: [initiative('a', { product: 'nothing', teams: ['growth'] })] })).toEqual([]);
  });
});

describe('a circle of dependencies', () => {
  const ring = (count: number, kind = 'blocks') => ({
    teams: [{ id: 't' }],
    initiatives: Array.from({ length: count }, (_, at) => ({
      ...{ id: `i${at}`, value: 1, demand: [] },
      dependsOn: [{ on: `i${(at + 1) % count}`, kind }],
    })),
  });

  it('is told with the way around, and every place on it', () => {
    expect(found(ring(2))).toEqual([
      {
        code: 'capacity/dependency-cycle',
        severity: 'error',
        path: ['initiatives', 0, 'dependsOn'],
        message: 'i0 waits for itself: i0 -> i1 -> i0',
        hint: 'remove one of these dependencies, or make its kind with',
        related: [
          { path: ['initiatives', 0, 'dependsOn'], message: 'what i0 waits for' },
          { path: ['initiatives', 1, 'dependsOn'], message: 'what i1 waits for' },
        ],
      },
    ]);
    expect(found(ring(1))[0]!.message).toBe('i0 waits for itself: i0 -> i0');
  });

  it('is shortened in the middle beyond twelve names', () => {
    const whole = 'i0 -> i1 -> i2 -> i3 -> i4 -> i5 -> i6 -> i7 -> i8 -> i9 -> i10 -> i0';
    expect(found(ring(11))[0]!.message).toBe(`i0 waits for itself: ${whole}`);
    const parts = ['i0 -> i1 -> i2 -> i3 -> i4 -> i5 -> i6 -> i7 -> i8 -> i9', '(2 more)', 'i12 -> i0'];
    expect(found(ring(13))[0]!.message).toBe(`i0 waits for itself: ${parts.join(' -> ')}`);
    expect(found(ring(13))[0]!.related).toHaveLength(13);
  });

  it('may be, of those that are only funded with each other', () => {
    expect(found(ring(3, 'with'))).toEqual([]);
  });

  it('whose search was ended is to be checked again', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `i${at}`);
    const initiatives = ids.map((id) => ({
      ...{ id, value: 1, demand: [] },
      dependsOn: ids.filter((on) => on !== id).map((on) => ({ on, kind: 'blocks' })),
    }));
    const [first] = found({ teams: [{ id: 't' }], initiatives });
    expect([first!.path, first!.hint]).toEqual([['initiatives'], 'remove those that are listed, and check again']);
  });
});

describe('a promise after the need', () => {
  const told = (...dependsOn: readonly object[]) =>
    found({
      teams: [{ id: 't' }],
      initiatives: [
        { id: 'b', value: 1, demand: [] },
        { id: 'c', value: 1, demand: [] },
        { id: 'a', value: 1, demand: [], dependsOn },
      ],
    }).map(({ path, message, hint }) => [path.join('.'), message, hint]);

  it('is told with both days', () => {
    const late = { needBy: '2027-02-01', promised: '2027-02-02', kind: 'with' };
    expect(told({ on: 'b', ...late, promised: '2027-02-01' }, { on: 'c', ...late })).toEqual([
      [
        'initiatives.2.dependsOn.1.promised',
        'a needs c by 2027-02-01, and it is promised for 2027-02-02',
        'agree on one day',
      ],
    ]);
  });

  it('needs both days', () => {
    expect(
      told({ on: 'b', kind: 'with', needBy: '2027-02-01' }, { on: 'c', kind: 'with', promised: '2027-02-01' }),
    ).toEqual([]);
  });
});

describe('mandatory initiatives that exclude each other', () => {
  const one = (id: string, excludes: readonly string[], mandatory = true) => ({
    ...{ id, value: 1, demand: [], excludes },
    ...(mandatory && { mandatory }),
  });
  const told = (...initiatives: readonly object[]) =>
    found({ teams: [{ id: 't' }], initiatives })
      .filter(({ code }) => code === 'capacity/mandatory-excluded')
      .map(({ path, message, hint }) => [path.join('.'), message, hint]);
  const hint = 'let one of the two be optional, or remove the exclusion';

  it('are told where one of them says so, the first or the second', () => {
    expect(told(one('a', ['b', 'c']), one('b', []), one('c', [], false))).toEqual([
      ['initiatives.0.excludes.0', 'a excludes b, and both are mandatory', hint],
    ]);
    expect(told(one('a', []), one('b', ['nowhere', 'a']))).toEqual([
      ['initiatives.1.excludes.1', 'b excludes a, and both are mandatory', hint],
    ]);
    expect(told(one('a', ['b', 'c']), one('b', ['c', 'a']), one('c', []))).toEqual([
      ['initiatives.0.excludes.0', 'a excludes b, and both are mandatory', hint],
      ['initiatives.0.excludes.1', 'a excludes c, and both are mandatory', hint],
      ['initiatives.1.excludes.0', 'b excludes c, and both are mandatory', hint],
    ]);
  });

  it('may be one that excludes itself', () => {
    expect(told(one('a', ['a']))).toEqual([['initiatives.0.excludes.0', 'a is mandatory and excludes itself', hint]]);
  });

  it('are none where one of the two is optional', () => {
    expect(told(one('a', ['b'], false), one('b', ['c']), one('c', [], false))).toEqual([]);
  });
});
