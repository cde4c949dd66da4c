import { day } from 'keelson/foundation';
import {
  checkDirectory,
  commonManager,
  diffDirectories,
  managersOf,
  membersOf,
  parseDirectory,
  peopleInRole,
  rolesOf,
  teamsOf,
} from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const on = day('2026-11-23');
const many = 100_000;

function open(rest: Readonly<Record<string, unknown>>) {
  const lists = { teams: [], roles: [], memberships: [], assignments: [] };
  return parseDirectory({ schemaVersion: 1, id: 'hostile', version: '1', ...lists, ...rest });
}

function times<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

describe('a hostile directory', { timeout: 60_000 }, () => {
  it('may have a reporting line of 100,000', () => {
    const directory = open({
      people: times(many, (at) => ({ id: `p${at}`, ...(at > 0 && { managerId: `p${at - 1}` }) })),
    });
    expect(managersOf(directory, `p${many - 1}`)).toHaveLength(many - 1);
    expect(commonManager(directory, [`p${many - 1}`, 'p5000'], { on })).toBe('p4999');
    expect(checkDirectory(directory)).toEqual([]);
  });

  it('may report in a circle of 100,000, which is one finding', () => {
    const directory = open({ people: times(many, (at) => ({ id: `p${at}`, managerId: `p${(at + 1) % many}` })) });
    expect(managersOf(directory, 'p0')).toHaveLength(many - 1);
    expect(commonManager(directory, ['p0', 'p1'], { on })).toBe('p2');
    expect(checkDirectory(directory).map(({ code, related }) => [code, related!.length])).toEqual([
      ['organization/reporting-cycle', many],
    ]);
  });

  it('may have teams in a circle of 100,000, in all of which a role is held', () => {
    const directory = open({
      teams: times(many, (at) => ({ id: `t${at}`, parent: `t${(at + 1) % many}` })),
      roles: [{ id: 'legal' }],
      memberships: [{ person: 'ana', team: 't70000' }],
      assignments: [{ person: 'ana', role: 'legal', team: 't500' }],
    });
    expect(peopleInRole(directory, 'legal', { on, team: 't501' })).toEqual(['ana']);
    expect(rolesOf(directory, 'ana', { on, team: 't499' })).toEqual(['legal']);
    expect(membersOf(directory, 't3', { on, scope: 'teamAndBelow' })).toEqual(['ana']);
    expect(checkDirectory(directory).map(({ code }) => code)).toEqual(['organization/team-cycle']);
  });

  it('may give one person 200,000 memberships, each beginning as the one before ends', () => {
    const dayAt = (at: number) => new Date(Date.UTC(1400, 0, 1 + at)).toISOString().slice(0, 10);
    const memberships = times(200_000, (at) => ({
      person: 'ana',
      team: 't',
      share: 1,
      from: dayAt(at),
      to: dayAt(at + 1),
    }));
    const directory = open({ teams: [{ id: 't' }], memberships });
    const shorter = open({ teams: [{ id: 't' }], memberships: memberships.slice(1) });
    expect(teamsOf(directory, 'ana', { on: day('1400-01-01') })).toEqual(['t']);
    expect(teamsOf(directory, 'ana', { on: day('1399-12-31') })).toEqual([]);
    expect(checkDirectory(directory)).toEqual([]);
    expect(diffDirectories(directory, shorter)).toEqual([
      { kind: 'moved', person: 'ana', leaves: ['t'], joins: [], from: '1400-01-01', to: '1400-01-02' },
    ]);
  });

  it('may book one person 200,000 times on every day, which is one finding', () => {
    const memberships = times(200_000, () => ({ person: 'ana', team: 't', share: 1 }));
    const findings = checkDirectory(open({ teams: [{ id: 't' }], memberships }));
    expect(findings.map(({ message }) => message.slice(0, 52))).toEqual([
      'ana is booked at 200000 from the beginning: 1 for t,',
    ]);
  });

  it('may refer to nothing 200,000 times among 50,000 names', () => {
    const findings = checkDirectory(
      open({
        people: times(50_000, (at) => ({ id: `person-${at}@example.com` })),
        teams: [{ id: 't' }],
        memberships: times(200_000, (at) => ({ person: `persn-${at}@example.com`, team: 't' })),
      }),
      { max: 100 },
    );
    expect(findings[0]!.hint).toBe('did you mean person-0@example.com?');
    expect(findings[100]!.message).toBe('199900 more of organization/unknown-reference, 200000 in all');
  });

  it('may use the names that every object has', () => {
    const directory = open({
      people: [{ id: '__proto__', managerId: 'constructor' }, { id: 'constructor' }],
      teams: [{ id: 'toString', parent: '__proto__' }, { id: '__proto__' }],
      roles: [{ id: 'legal' }],
      memberships: [
        { person: '__proto__', team: 'toString' },
        { person: 'constructor', team: '__proto__' },
      ],
      assignments: [{ person: 'constructor', role: 'legal', team: '__proto__' }],
    });
    expect(peopleInRole(directory, 'legal', { on, team: 'toString' })).toEqual(['constructor']);
    expect(membersOf(directory, '__proto__', { on, scope: 'teamAndBelow' })).toEqual(['__proto__', 'constructor']);
    expect(managersOf(directory, '__proto__')).toEqual(['constructor']);
    expect(managersOf(directory, 'hasOwnProperty')).toEqual([]);
    expect(checkDirectory(directory)).toEqual([]);
  });
});
