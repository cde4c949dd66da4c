import fc from 'fast-check';
import {
  checkDirectory,
  commonManager,
  type DirectoryChange,
  diffDirectories,
  isPresent,
  membersOf,
  parseDirectory,
  peopleInRole,
  rolesOf,
  teamsOf,
} from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { naive } from '../oracle/organization.js';
import { anyDay, anyDirectory, anyPerson, anyRole, anyTeam, days } from './arbitraries.js';

const runs = { numRuns: 1_500 };
const team = fc.option(anyTeam, { nil: undefined });

describe('the answers for a day', () => {
  it('say who is there, as a scan does', () => {
    fc.assert(
      fc.property(anyDirectory, anyPerson, anyDay, (stored, person, on) => {
        expect(isPresent(parseDirectory(stored), person, { on })).toBe(naive(stored).isPresent(person, on));
      }),
      runs,
    );
  });

  it('say who holds a role, as a scan does', () => {
    fc.assert(
      fc.property(anyDirectory, anyRole, team, anyDay, (stored, role, forTeam, on) => {
        const options = { on, ...(forTeam !== undefined && { team: forTeam }) };
        expect(peopleInRole(parseDirectory(stored), role, options)).toEqual(
          naive(stored).peopleInRole(role, on, forTeam),
        );
      }),
      runs,
    );
  });

  it('say which roles a person holds, as a scan does', () => {
    fc.assert(
      fc.property(anyDirectory, anyPerson, team, anyDay, (stored, person, forTeam, on) => {
        const options = { on, ...(forTeam !== undefined && { team: forTeam }) };
        expect(rolesOf(parseDirectory(stored), person, options)).toEqual(naive(stored).rolesOf(person, on, forTeam));
      }),
      runs,
    );
  });

  it('say where a person belongs, as a scan does', () => {
    fc.assert(
      fc.property(anyDirectory, anyPerson, anyDay, (stored, person, on) => {
        expect(teamsOf(parseDirectory(stored), person, { on })).toEqual(naive(stored).teamsOf(person, on));
      }),
      runs,
    );
  });

  it('say who belongs to a team, as a scan does', () => {
    fc.assert(
      fc.property(
        ...[anyDirectory, anyTeam, anyDay, fc.constantFrom('team' as const, 'teamAndBelow' as const)],
        (stored, asked, on, scope) => {
          expect(membersOf(parseDirectory(stored), asked, { on, scope })).toEqual(
            naive(stored).membersOf(asked, on, scope),
          );
        },
      ),
      runs,
    );
  });
});

describe('commonManager', () => {
  it('is the nearest of all who are above everybody, also where lines run in circles', () => {
    fc.assert(
      fc.property(...[anyDirectory, fc.array(anyPerson, { maxLength: 3 }), anyDay], (stored, people, on) => {
        expect(commonManager(parseDirectory(stored), people, { on })).toBe(naive(stored).commonManager(people, on));
      }),
      { numRuns: 4_000 },
    );
  });
});

describe('diffDirectories', () => {
  it('is on every day what separates the answers of a scan', () => {
    fc.assert(
      fc.property(anyDirectory, anyDirectory, (before, after) => {
        const changes = diffDirectories(parseDirectory(before), parseDirectory(after));
        for (const on of days) {
          const told = changes.filter(
            ({ from, to }) => (from === undefined || from <= on) && (to === undefined || on < to),
          );
          expect(told.flatMap(textsOf).sort()).toEqual(differences(before, after, on));
        }
      }),
      runs,
    );
  });

  it('says nothing of a directory and itself', () => {
    fc.assert(
      fc.property(anyDirectory, (stored) => {
        expect(diffDirectories(parseDirectory(stored), parseDirectory(stored))).toEqual([]);
      }),
    );
  });
});

function textsOf(change: DirectoryChange): string[] {
  const { kind, person } = change;
  if (kind === 'moved') {
    return [...change.leaves.map((one) => `${person} - ${one}`), ...change.joins.map((one) => `${person} + ${one}`)];
  }
  if (kind === 'joined' || kind === 'left') return [`${person} ${kind}`];
  return [`${person} ${kind} ${change.role} for ${change.team ?? 'all'}`];
}

function differences(before: Parameters<typeof naive>[0], after: Parameters<typeof naive>[0], on: string): string[] {
  const [was, is] = [naive(before), naive(after)];
  const rolesIn = (of: ReturnType<typeof naive>) =>
    of.held(on, undefined).map(({ person, role, team: held }) => `${person} ROLE ${role} for ${held ?? 'all'}`);
  const found = [...new Set([...was.people, ...is.people])].flatMap((person) => {
    const [then, now] = [was.isPresent(person, on), is.isPresent(person, on)];
    const [old, next] = [was.teamsOf(person, on), is.teamsOf(person, on)];
    return [
      ...(now && !then ? [`${person} joined`] : []),
      ...(then && !now ? [`${person} left`] : []),
      ...old.filter((one) => !next.includes(one)).map((one) => `${person} - ${one}`),
      ...next.filter((one) => !old.includes(one)).map((one) => `${person} + ${one}`),
    ];
  });
  const [lost, took] = [rolesIn(was), rolesIn(is)];
  const roles = [
    ...lost.filter((one) => !took.includes(one)).map((one) => one.replace('ROLE', 'lostRole')),
    ...took.filter((one) => !lost.includes(one)).map((one) => one.replace('ROLE', 'tookRole')),
  ];
  return [...found, ...new Set(roles)].sort();
}

describe('organization/overbooked', () => {
  it('is on every day there for whom a scan adds up to more than one', () => {
    fc.assert(
      fc.property(anyDirectory, (stored) => {
        const scan = naive(stored);
        const findings = checkDirectory(parseDirectory(stored)).filter(({ code }) => code.endsWith('/overbooked'));
        const messages = findings.map(({ message }) => message);
        for (const on of days) {
          const over = scan.people.filter((person) => scan.booked(person, on) > 1_000);
          expect(
            messages
              .filter((message) => tells(message, on))
              .map((message) => message.split(' ')[0])
              .sort(),
          ).toEqual(over);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Whether the days in a message hold another: `... from 2026-03-01 until 2026-03-03: ...`. */
function tells(message: string, on: string): boolean {
  const [, from = '', to = '9999'] = /from (?:the beginning|([\d-]+))(?: until ([\d-]+))?:/.exec(message)!;
  return from <= on && on < to;
}
