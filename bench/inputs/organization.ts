import { day } from 'keelson/foundation';
import type { DirectoryDefinition } from 'keelson/organization';

export const size = { people: 50_000, memberships: 200_000, teams: 5_000, roles: 500, assignments: 60_000 } as const;

export const asked = day('2026-11-23');

/** Days of four years, by number. */
function dayOf(number: number) {
  return day(new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10));
}

const teamOf = (number: number) => `team-${number}`;
const roleOf = (number: number) => `role_${number}`;
const personOf = (number: number) => `person-${number}@example.com`;

/**
 * A company with its past: teams five levels deep, eight people to a manager, four memberships a person one after the other, roles
 * held for a team and some for all, one person in ten with a contract that ends.
 */
export function storedDirectory(): DirectoryDefinition {
  const index = (length: number) => Array.from({ length }, (_, at) => at);
  return {
    schemaVersion: 1,
    id: 'bench',
    version: '1',
    people: index(size.people).map((at) => ({
      id: personOf(at),
      name: `Person ${at}`,
      ...(at > 0 && { managerId: personOf(Math.floor((at - 1) / 8)) }),
    })),
    teams: index(size.teams).map((at) => ({
      id: teamOf(at),
      name: `Team ${at}`,
      ...(at > 0 && { parent: teamOf(Math.floor((at - 1) / 6)) }),
    })),
    roles: index(size.roles).map((at) => ({ id: roleOf(at) })),
    memberships: index(size.memberships).map((at) => ({
      person: personOf(at >> 2),
      team: teamOf((at * 7_919) % size.teams),
      share: 0.8,
      from: dayOf((at & 3) * 365),
      to: dayOf((at & 3) * 365 + 365),
    })),
    assignments: index(size.assignments).map((at) => ({
      person: personOf((at * 104_729) % size.people),
      role: roleOf(at % size.roles),
      ...(at % 10 > 0 && { team: teamOf((at * 31) % size.teams) }),
      from: dayOf(at % 1_000),
      ...(at % 2 === 0 && { to: dayOf((at % 1_000) + 400) }),
    })),
    engagements: index(size.people / 10).map((at) => ({
      person: personOf(at * 10),
      kind: 'contractor',
      from: dayOf(at % 700),
      to: dayOf((at % 700) + 700),
    })),
  };
}

type Days = { readonly from?: string; readonly to?: string };

function covers({ from, to }: Days, on: string): boolean {
  return (from === undefined || from <= on) && (to === undefined || on < to);
}

/** Whether somebody is there, by a look at every engagement: asked for the few that were found only. */
function isThere({ engagements = [] }: DirectoryDefinition, person: string, on: string): boolean {
  const own = engagements.filter((engagement) => engagement.person === person);
  return own.length === 0 || own.some((engagement) => covers(engagement, on));
}

function inOrder(stored: DirectoryDefinition, people: readonly string[], on: string): readonly string[] {
  return [...new Set(people)].filter((person) => isThere(stored, person, on)).sort();
}

/** What a host writes that keeps the list as it is: a filter over all assignments. */
export function scanRole(stored: DirectoryDefinition, role: string, on: string): readonly string[] {
  const held = stored.assignments.filter((one) => one.role === role && covers(one, on));
  return inOrder(
    stored,
    held.map(({ person }) => person),
    on,
  );
}

export function scanMembers(stored: DirectoryDefinition, team: string, on: string): readonly string[] {
  const found = stored.memberships.filter((one) => one.team === team && covers(one, on));
  return inOrder(
    stored,
    found.map(({ person }) => person),
    on,
  );
}

/** The same without a look at engagements: less than the question asks, and so the hardest scan to beat. */
export function scanRoleAlone({ assignments }: DirectoryDefinition, role: string, on: string): readonly string[] {
  return assignments.filter((one) => one.role === role && covers(one, on)).map(({ person }) => person);
}

export function scanMembersAlone({ memberships }: DirectoryDefinition, team: string, on: string): readonly string[] {
  return memberships.filter((one) => one.team === team && covers(one, on)).map(({ person }) => person);
}
