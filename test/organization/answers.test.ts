import { type Day, day, isKeelsonError } from 'keelson/foundation';
import {
  commonManager,
  type Directory,
  defineDirectory,
  isPresent,
  managersOf,
  membersOf,
  parseDirectory,
  peopleInRole,
  rolesOf,
  teamsOf,
} from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const on = day('2026-11-23');

const directory = defineDirectory({
  people: [
    { id: 'zoe', managerId: 'kim' },
    { id: 'ana', managerId: 'eva' },
    { id: 'bo', managerId: 'eva' },
    { id: 'eva', managerId: 'kim' },
    { id: 'kim' },
  ],
  teams: [
    { id: 'shop' },
    { id: 'checkout', parent: 'shop' },
    { id: 'payments', parent: 'checkout' },
    { id: 'search', parent: 'shop' },
  ],
  roles: [{ id: 'director' }, { id: 'exec' }, { id: 'legal' }],
  memberships: [
    { person: 'zoe', team: 'payments', share: 0.5 },
    { person: 'zoe', team: 'payments', share: 0.5, from: '2026-11-01' },
    { person: 'ana', team: 'payments', from: '2026-01-01', to: '2026-11-23' },
    { person: 'ana', team: 'search', from: '2026-11-23' },
    { person: 'bo', team: 'checkout' },
  ],
  assignments: [
    { person: 'kim', role: 'exec' },
    { person: 'eva', role: 'director', team: 'checkout', to: '2026-11-24' },
    { person: 'zoe', role: 'director', team: 'search' },
    { person: 'bo', role: 'legal', from: '2026-11-23' },
  ],
  engagements: [{ person: 'bo', kind: 'contractor', from: '2026-09-01', to: '2027-03-01' }],
});

describe('peopleInRole', () => {
  it.each<
    readonly [
      what: string,
      role: 'director' | 'exec' | 'legal',
      team: 'shop' | 'payments' | 'search' | undefined,
      on: string,
      people: string[],
    ]
  >([
    ['a team below reaches the role', 'director', 'payments', '2026-11-23', ['eva']],
    ['the team itself does', 'director', 'search', '2026-11-23', ['zoe']],
    ['a team above does not', 'director', 'shop', '2026-11-23', []],
    ['every team reaches a role for all', 'exec', 'search', '2026-11-23', ['kim']],
    ['without a team all count, by id', 'director', undefined, '2026-11-23', ['eva', 'zoe']],
    ['the last day counts', 'director', 'payments', '2026-11-23', ['eva']],
    ['the day of the end does not', 'director', 'payments', '2026-11-24', []],
    ['the first day counts', 'legal', undefined, '2026-11-23', ['bo']],
    ['the day before does not', 'legal', undefined, '2026-11-22', []],
    ['the last day of an engagement counts', 'legal', undefined, '2027-02-28', ['bo']],
    ['who has gone holds nothing', 'legal', undefined, '2027-03-01', []],
  ])('%s', (_, role, team, at, people) => {
    expect(peopleInRole(directory, role, { on: day(at), ...(team !== undefined && { team }) })).toEqual(people);
  });

  it('drops an assignment for a team that does not exist, instead of giving it to all', () => {
    const open: Directory = parseDirectory({
      ...{
        schemaVersion: 1,
        id: 'open',
        version: '1',
        teams: [{ id: 'a' }],
        roles: [{ id: 'legal' }],
        memberships: [],
      },
      assignments: [{ person: 'eva', role: 'legal', team: 'gone' }],
    });
    expect(peopleInRole(open, 'legal', { on, team: 'a' })).toEqual([]);
    expect(peopleInRole(open, 'legal', { on })).toEqual([]);
  });

  it('has nobody for a role or a team that the directory does not know', () => {
    const any: Directory = directory;
    expect(peopleInRole(any, 'direktor', { on })).toEqual([]);
    expect(peopleInRole(any, 'exec', { on, team: 'nowhere' })).toEqual([]);
    expect(peopleInRole(any, '__proto__', { on, team: 'constructor' })).toEqual([]);
  });
});

describe('rolesOf', () => {
  it('has the roles for a team, and all without one', () => {
    expect(rolesOf(directory, 'eva', { on, team: 'payments' })).toEqual(['director']);
    expect(rolesOf(directory, 'eva', { on, team: 'search' })).toEqual([]);
    expect(rolesOf(directory, 'kim', { on, team: 'search' })).toEqual(['exec']);
    expect(rolesOf(directory, 'zoe', { on })).toEqual(['director']);
    expect(rolesOf(directory, 'nobody', { on })).toEqual([]);
  });
});

describe('teamsOf and membersOf', () => {
  it('change on the day of a move', () => {
    expect(teamsOf(directory, 'ana', { on: day('2026-11-22') })).toEqual(['payments']);
    expect(teamsOf(directory, 'ana', { on })).toEqual(['search']);
    expect(membersOf(directory, 'payments', { on: day('2026-11-22') })).toEqual(['ana', 'zoe']);
    expect(membersOf(directory, 'payments', { on })).toEqual(['zoe']);
  });

  it('count the teams below when they are asked for', () => {
    expect(membersOf(directory, 'shop', { on })).toEqual([]);
    expect(membersOf(directory, 'checkout', { on, scope: 'teamAndBelow' })).toEqual(['bo', 'zoe']);
    expect(membersOf(directory, 'shop', { on, scope: 'teamAndBelow' })).toEqual(['ana', 'bo', 'zoe']);
  });

  it('leave out who is not there', () => {
    const after = day('2027-03-01');
    expect(teamsOf(directory, 'bo', { on: after })).toEqual([]);
    expect(membersOf(directory, 'checkout', { on: after })).toEqual([]);
  });
});

describe('managersOf', () => {
  it('goes up to the top', () => {
    expect(managersOf(directory, 'ana')).toEqual(['eva', 'kim']);
    expect(managersOf(directory, 'kim')).toEqual([]);
    expect(managersOf(directory, 'nobody')).toEqual([]);
  });

  it('ends where a manager is not known, or a circle closes', () => {
    const people = [
      { id: 'a', managerId: 'b' },
      { id: 'b', managerId: 'c' },
      { id: 'c', managerId: 'b' },
      { id: 'd', managerId: 'gone' },
      { id: 'e', managerId: 'e' },
    ];
    const circles = defineDirectory({ people });
    expect(['a', 'b', 'd', 'e'].map((person) => managersOf(circles, person))).toEqual([['b', 'c'], ['c'], [], []]);
  });
});

describe('commonManager', () => {
  it.each<readonly [people: string[], manager: string | undefined]>([
    [['ana', 'bo'], 'eva'],
    [['ana'], 'eva'],
    [['ana', 'ana'], 'eva'],
    [['ana', 'eva'], 'kim'],
    [['ana', 'zoe'], 'kim'],
    [['kim'], undefined],
    [['ana', 'kim'], undefined],
    [['ana', 'nobody'], undefined],
    [[], undefined],
  ])('of %j is %s', (people, manager) => {
    expect(commonManager(directory, people, { on })).toBe(manager);
  });

  it('is the nearer one of a circle, and the first id of two that are equally near', () => {
    const circle = (first: string, second: string) =>
      defineDirectory({
        people: [
          { id: 'p', managerId: first },
          { id: 'q', managerId: second },
          { id: 'r', managerId: first },
          { id: 'x', managerId: 'y' },
          { id: 'y', managerId: 'x' },
        ],
      });
    expect(commonManager(circle('y', 'x'), ['p', 'r'], { on })).toBe('y');
    expect(commonManager(circle('y', 'x'), ['p', 'q'], { on })).toBe('x');
    expect(commonManager(circle('x', 'y'), ['q', 'p'], { on })).toBe('x');
  });
});

describe('isPresent', () => {
  it('is so during any engagement, and always without one', () => {
    const at = (person: string, text: string) => isPresent(directory, person, { on: day(text) });
    expect([at('bo', '2026-08-31'), at('bo', '2026-09-01'), at('bo', '2027-02-28')]).toEqual([false, true, true]);
    expect([at('ana', '0001-01-01'), at('ana', '9999-12-31'), at('nobody', '2026-11-23')]).toEqual([true, true, false]);
  });

  it('knows people without a list by whatever names them', () => {
    const named = defineDirectory({
      teams: [{ id: 'a' }],
      roles: [{ id: 'legal' }],
      memberships: [{ person: 'member', team: 'a' }],
      assignments: [{ person: 'holder', role: 'legal' }],
      engagements: [{ person: 'guest', kind: 'contractor' }],
    });
    const people = ['member', 'holder', 'guest', 'other'];
    expect(people.map((person) => isPresent(named, person, { on }))).toEqual([true, true, true, false]);
  });
});

describe('a question about a day that does not exist', () => {
  const wrong = '2026-02-30' as Day;
  const questions: readonly (readonly [string, () => unknown])[] = [
    ['isPresent', () => isPresent(directory, 'nobody', { on: wrong })],
    ['peopleInRole', () => peopleInRole(directory, 'legal', { on: wrong })],
    ['rolesOf', () => rolesOf(directory, 'nobody', { on: wrong })],
    ['teamsOf', () => teamsOf(directory, 'nobody', { on: wrong })],
    ['membersOf', () => membersOf(directory, 'shop', { on: wrong })],
    ['commonManager', () => commonManager(directory, [], { on: wrong })],
  ];

  it.each(questions)('is refused by %s', (_, ask) => {
    let thrown: unknown;
    try {
      ask();
    } catch (error) {
      thrown = error;
    }
    expect(isKeelsonError(thrown) && thrown.code).toBe('foundation/day');
  });
});
