import { type Diagnostic, isKeelsonError } from 'keelson/foundation';
import { checkDirectory, type DirectoryInput, organizationCatalogue, parseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

function check(literal: DirectoryInput, max?: number): readonly Diagnostic[] {
  const lists = { teams: [], roles: [], memberships: [], assignments: [] };
  const directory = parseDirectory({ schemaVersion: 1, id: 'checked', version: '1', ...lists, ...literal });
  return checkDirectory(directory, max === undefined ? {} : { max });
}

/** A directory with nothing wrong, into which one fault is planted at a time. */
const sound = {
  people: [{ id: 'ana', managerId: 'eva' }, { id: 'bo', managerId: 'eva' }, { id: 'eva' }],
  teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }, { id: 'search' }],
  roles: [{ id: 'director' }],
  memberships: [
    { person: 'ana', team: 'payments', share: 0.7, from: '2026-01-01', to: '2026-10-01' },
    { person: 'ana', team: 'search', share: 0.3, from: '2026-01-01' },
    { person: 'bo', team: 'search' },
    { person: 'eva', team: 'checkout' },
  ],
  assignments: [{ person: 'eva', role: 'director', team: 'checkout' }],
  engagements: [{ person: 'bo', kind: 'contractor', from: '2026-09-01', to: '2027-03-01' }],
} satisfies DirectoryInput;

const [ana, ...others] = sound.memberships;

type Planted = readonly [
  what: string,
  fault: DirectoryInput,
  code: string,
  path: Diagnostic['path'],
  message: string,
  hint: string,
];

const planted: readonly Planted[] = [
  [
    'a manager who is nobody',
    { people: [{ id: 'ana', managerId: 'evaa' }, ...sound.people.slice(1)] },
    ...(['unknown-reference', ['people', 0, 'managerId']] as const),
    'people[0].managerId is no person of this directory: "evaa"',
    'did you mean eva?',
  ],
  [
    'a parent that is no team',
    { teams: [...sound.teams, { id: 'cards', parent: 'paymnets' }] },
    ...(['unknown-reference', ['teams', 3, 'parent']] as const),
    'teams[3].parent is no team of this directory: "paymnets"',
    'did you mean payments?',
  ],
  [
    'a member who is nobody',
    { memberships: [...sound.memberships, { person: 'zacharias', team: 'search' }] },
    ...(['unknown-reference', ['memberships', 4, 'person']] as const),
    'memberships[4].person is no person of this directory: "zacharias"',
    'add it to the people, or remove the reference',
  ],
  [
    'a membership in no team',
    { memberships: [{ ...ana!, team: 'paymets' }, ...others] },
    ...(['unknown-reference', ['memberships', 0, 'team']] as const),
    'memberships[0].team is no team of this directory: "paymets"',
    'did you mean payments?',
  ],
  [
    'a role that is none',
    { assignments: [...sound.assignments, { person: 'eva', role: 'direktor' }] },
    ...(['unknown-reference', ['assignments', 1, 'role']] as const),
    'assignments[1].role is no role of this directory: "direktor"',
    'did you mean director?',
  ],
  [
    'a role of nobody',
    { assignments: [{ person: 'ewa', role: 'director' }] },
    ...(['unknown-reference', ['assignments', 0, 'person']] as const),
    'assignments[0].person is no person of this directory: "ewa"',
    'did you mean eva?',
  ],
  [
    'a role for no team',
    { assignments: [{ person: 'eva', role: 'director', team: 'chekout' }] },
    ...(['unknown-reference', ['assignments', 0, 'team']] as const),
    'assignments[0].team is no team of this directory: "chekout"',
    'did you mean checkout?',
  ],
  [
    'an engagement of nobody',
    { engagements: [{ person: 'boo', kind: 'employee' }] },
    ...(['unknown-reference', ['engagements', 0, 'person']] as const),
    'engagements[0].person is no person of this directory: "boo"',
    'did you mean bo?',
  ],
  [
    'a circle of teams',
    { teams: [{ id: 'checkout', parent: 'payments' }, ...sound.teams.slice(1)] },
    ...(['team-cycle', ['teams', 0, 'parent']] as const),
    'checkout is part of itself: checkout -> payments -> checkout',
    'one of them stands at the top: remove its parent',
  ],
  [
    'a team within itself',
    { teams: [...sound.teams, { id: 'cards', parent: 'cards' }] },
    ...(['team-cycle', ['teams', 3, 'parent']] as const),
    'cards is part of itself: cards -> cards',
    'one of them stands at the top: remove its parent',
  ],
  [
    'a circle of reporting',
    { people: [...sound.people.slice(0, 2), { id: 'eva', managerId: 'bo' }] },
    ...(['reporting-cycle', ['people', 1, 'managerId']] as const),
    'bo reports to themselves: bo -> eva -> bo',
    'one of them stands at the top: remove its managerId',
  ],
  [
    'a membership that ends before it begins',
    { memberships: [{ ...ana!, to: '2025-12-31' }, ...others] },
    ...(['interval-backwards', ['memberships', 0]] as const),
    'memberships[0] holds on no day: it begins on 2026-01-01 and ends before 2025-12-31',
    'to is the first day on which it no longer holds, and must be after from',
  ],
  [
    'an assignment of no day',
    { assignments: [{ person: 'eva', role: 'director', from: '2026-01-01', to: '2026-01-01' }] },
    ...(['interval-backwards', ['assignments', 0]] as const),
    'assignments[0] holds on no day: it begins on 2026-01-01 and ends before 2026-01-01',
    'to is the first day on which it no longer holds, and must be after from',
  ],
  [
    'an engagement that ends before it begins',
    { engagements: [{ person: 'bo', kind: 'contractor', from: '2027-03-01', to: '2026-09-01' }] },
    ...(['interval-backwards', ['engagements', 0]] as const),
    'engagements[0] holds on no day: it begins on 2027-03-01 and ends before 2026-09-01',
    'to is the first day on which it no longer holds, and must be after from',
  ],
  [
    'a share too much',
    { memberships: [{ ...ana!, share: 0.8 }, ...others] },
    ...(['overbooked', ['memberships', 1, 'share']] as const),
    'ana is booked at 1.1 from 2026-01-01 until 2026-10-01: 0.8 for payments, 0.3 for search',
    'lower a share, or let one end before the other begins',
  ],
  [
    'a role that nobody holds',
    { roles: [...sound.roles, { id: 'legal' }] },
    ...(['unheld-role', ['roles', 1]] as const),
    'nobody ever holds the role legal, so that whatever asks for it is never given',
    'assign legal to somebody, or remove it',
  ],
  [
    'a person in no team',
    { people: [...sound.people, { id: 'cy' }] },
    ...(['person-without-team', ['people', 3]] as const),
    'cy never belongs to a team',
    'add a membership, or accept it for those who belong to none',
  ],
];

describe('checkDirectory', () => {
  it('finds nothing in a sound directory', () => {
    expect(check(sound)).toEqual([]);
  });

  it.each(planted)('finds %s, and nothing else', (_, fault, code, path, message, hint) => {
    const findings = check({ ...sound, ...fault });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: `organization/${code}`, path, message, hint });
  });

  it('has every one of its codes planted', () => {
    const codes = new Set(planted.map(([, , code]) => `organization/${code}`));
    const ofDoor = 'organization/duplicate-id';
    expect([...codes, ofDoor].sort()).toEqual(organizationCatalogue.map(({ code }) => code).sort());
  });

  it('asks for no list of people where there is none', () => {
    const { people: _, ...rest } = sound;
    expect(check(rest)).toEqual([]);
    expect(check({ ...rest, memberships: [{ person: 'whoever', team: 'search' }] })).toEqual([]);
  });

  it('says nothing of people without a team where nobody has one', () => {
    expect(check({ ...sound, memberships: [] })).toEqual([]);
  });

  it('names every member of a long circle, in the message the first and the last', () => {
    const people = Array.from({ length: 20 }, (_, at) => ({
      id: `p${at + 10}`,
      managerId: `p${((at + 1) % 20) + 10}`,
    }));
    const [finding] = check({ people });
    expect(finding!.message).toBe(
      'p10 reports to themselves: p10 -> p11 -> p12 -> p13 -> p14 -> p15 -> p16 -> p17 -> p18 -> p19 -> (9 more) -> p29 -> p10',
    );
    expect(finding!.related).toHaveLength(20);
    expect(finding!.related![19]).toEqual({ path: ['people', 19, 'managerId'], message: 'p29 reports to p10' });
  });

  it('leaves out no member of a circle of eleven', () => {
    const ids = Array.from({ length: 11 }, (_, at) => `p${at + 10}`);
    const [finding] = check({ people: ids.map((id, at) => ({ id, managerId: ids[(at + 1) % 11]! })) });
    expect(finding!.message).toBe(`p10 reports to themselves: ${[...ids, 'p10'].join(' -> ')}`);
  });

  it('counts what is beyond max in one last finding of the code', () => {
    const roles = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
    const findings = check({ roles }, 2);
    expect(findings.map(({ path }) => path)).toEqual([['roles', 0], ['roles', 1], []]);
    expect(findings[2]!.message).toBe('3 more of organization/unheld-role, 5 in all');
    expect(findings[2]!.hint).toBe('raise max to see them one by one');
    expect(check({ roles }, 5)).toHaveLength(5);
    expect(
      check({ roles }, 1)
        .map(({ message }) => message)
        .at(-1),
    ).toBe('4 more of organization/unheld-role, 5 in all');
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a max of %d', (max) => {
    let thrown: unknown;
    try {
      check(sound, max);
    } catch (error) {
      thrown = error;
    }
    expect(isKeelsonError(thrown) && thrown.code).toBe('organization/invalid-options');
  });
});

describe('organization/overbooked', () => {
  const teams = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const share = (team: string, part: number, from?: string, to?: string) => ({
    person: 'ana',
    team,
    share: part,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  const messages = (literal: DirectoryInput) => check({ teams, ...literal }).map(({ message }) => message);

  it.each([
    [0.7, 0.2, 0.1],
    [0.6, 0.3, 0.1],
    [1 / 3, 1 / 3, 1 / 3],
    [0.333334, 0.333333, 0.333333],
  ])('adds %d, %d and %d up to one', (a, b, c) => {
    expect(messages({ memberships: [share('a', a), share('b', b), share('c', c)] })).toEqual([]);
  });

  it('sees a millionth too much', () => {
    expect(messages({ memberships: [share('a', 0.5), share('b', 0.500001)] })).toEqual([
      'ana is booked at 1.000001 from the beginning: 0.5 for a, 0.500001 for b',
    ]);
  });

  it('takes an end and a beginning on one day for no overlap', () => {
    const memberships = [share('a', 1, undefined, '2026-10-01'), share('b', 1, '2026-10-01')];
    expect(messages({ memberships })).toEqual([]);
  });

  it('is one finding as long as it lasts, with the shares of its first day', () => {
    const memberships = [share('a', 0.8), share('b', 0.5, '2026-02-01', '2026-04-01'), share('c', 0.4, '2026-03-01')];
    expect(messages({ memberships })).toEqual(['ana is booked at 1.3 from 2026-02-01: 0.8 for a, 0.5 for b']);
  });

  it('is two findings where there is a day without between', () => {
    const memberships = [share('a', 0.8), share('b', 0.5, '2026-02-01', '2026-03-01'), share('c', 0.4, '2026-03-02')];
    expect(messages({ memberships })).toEqual([
      'ana is booked at 1.3 from 2026-02-01 until 2026-03-01: 0.8 for a, 0.5 for b',
      'ana is booked at 1.2 from 2026-03-02: 0.8 for a, 0.4 for c',
    ]);
  });

  it('counts while the person is there', () => {
    const engagements = [
      { person: 'ana', kind: 'contractor', from: '2026-01-01', to: '2026-02-01' },
      { person: 'ana', kind: 'contractor', from: '2026-05-01' },
    ];
    expect(messages({ memberships: [share('a', 0.8), share('b', 0.5, '2026-01-15')], engagements })).toEqual([
      'ana is booked at 1.3 from 2026-01-15 until 2026-02-01: 0.8 for a, 0.5 for b',
      'ana is booked at 1.3 from 2026-05-01: 0.8 for a, 0.5 for b',
    ]);
  });

  it('adds up two shares in one team', () => {
    expect(messages({ memberships: [share('a', 0.8), share('a', 0.8)] })).toEqual([
      'ana is booked at 1.6 from the beginning: 0.8 for a, 0.8 for a',
    ]);
  });

  it('lists twelve shares and counts the others', () => {
    const memberships = Array.from({ length: 14 }, () => share('a', 0.5));
    const [message] = messages({ memberships });
    expect(message).toBe(`ana is booked at 7 from the beginning: ${'0.5 for a, '.repeat(12)}2 more`);
  });

  it('names what it is booked for at the same time, without what came last', () => {
    const memberships = [
      share('a', 0.8, '2026-01-01', '2026-06-01'),
      share('b', 0.5, '2026-02-01', '2026-04-01'),
      share('c', 0.1, '2026-02-01'),
      share('c', 0.9, '2026-07-01'),
    ];
    const [found] = check({ teams, memberships });
    const message = 'booked at the same time';
    expect(found?.path).toEqual(['memberships', 2, 'share']);
    expect(found?.hint).toBe('lower a share, or let one end before the other begins');
    expect(found?.related).toEqual([
      { path: ['memberships', 0, 'share'], message },
      { path: ['memberships', 1, 'share'], message },
    ]);
  });

  it('blames a membership that began later though it is written first', () => {
    const memberships = [share('b', 0.5, '2026-02-01'), share('a', 0.8, '2026-01-01')];
    expect(check({ teams, memberships }).map(({ path }) => path)).toEqual([['memberships', 0, 'share']]);
  });

  it('leaves out a share that ends on the day it becomes too much', () => {
    const memberships = [
      share('a', 0.5, '2026-01-01', '2026-02-01'),
      share('b', 0.8, '2026-01-15'),
      share('c', 0.6, '2026-02-01'),
    ];
    expect(messages({ memberships })).toEqual(['ana is booked at 1.3 from 2026-01-15: 0.5 for a, 0.8 for b']);
    expect(messages({ memberships: [share('a', 0.2, '2026-01-01', '2026-02-01'), ...memberships.slice(1)] })).toEqual([
      'ana is booked at 1.4 from 2026-02-01: 0.8 for b, 0.6 for c',
    ]);
  });

  it('lists thirteen shares as twelve and one', () => {
    const twelve = Array.from({ length: 12 }, () => share('a', 0.5));
    expect(messages({ memberships: twelve })).toEqual([
      `ana is booked at 6 from the beginning: ${Array.from({ length: 12 }, () => '0.5 for a').join(', ')}`,
    ]);
  });
});
