import type { DirectoryDefinition } from 'keelson/organization';

/** Answers about a directory by looking at all of it, every time. Days are compared as text. */
export function naive(stored: DirectoryDefinition) {
  const { teams, roles, memberships, assignments, engagements = [] } = stored;
  const people = stored.people?.map(({ id }) => id) ?? [
    ...memberships.map(({ person }) => person),
    ...assignments.map(({ person }) => person),
    ...engagements.map(({ person }) => person),
  ];

  const covers = ({ from, to }: { from?: string; to?: string }, on: string) =>
    (from === undefined || from <= on) && (to === undefined || on < to);
  const isTeam = (id: string) => teams.some((team) => team.id === id);
  const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();

  function isPresent(person: string, on: string): boolean {
    const own = engagements.filter((engagement) => engagement.person === person);
    return people.includes(person) && (own.length === 0 || own.some((engagement) => covers(engagement, on)));
  }

  function parentOf(id: string): string | undefined {
    const parent = teams.find((team) => team.id === id)?.parent;
    return parent !== undefined && isTeam(parent) ? parent : undefined;
  }

  /** Whether one team is another one or below it: as many steps up as there are teams find out. */
  function isWithin(team: string, above: string): boolean {
    let at: string | undefined = team;
    for (let step = 0; step <= teams.length && at !== undefined; step++, at = parentOf(at))
      if (at === above) return true;
    return false;
  }

  function held(on: string, team: string | undefined) {
    return assignments.filter(
      (one) =>
        covers(one, on) &&
        isPresent(one.person, on) &&
        roles.some(({ id }) => id === one.role) &&
        (one.team === undefined || isTeam(one.team)) &&
        (team === undefined || (isTeam(team) && (one.team === undefined || isWithin(team, one.team)))),
    );
  }

  function belonging(on: string) {
    return memberships.filter((one) => covers(one, on) && isPresent(one.person, on) && isTeam(one.team));
  }

  function managerOf(person: string): string | undefined {
    const manager = stored.people?.find(({ id }) => id === person)?.managerId;
    return manager !== undefined && people.includes(manager) ? manager : undefined;
  }

  /** How many steps up it is from one person to another; 0 to themselves only where they are met first. */
  function stepsUp(person: string, to: string): number {
    let at: string | undefined = person;
    for (let steps = 0; steps <= people.length && at !== undefined; steps++, at = managerOf(at)) {
      if (at === to) return steps;
    }
    return Number.POSITIVE_INFINITY;
  }

  return {
    people: inOrder(people),
    isPresent,
    held,
    peopleInRole: (role: string, on: string, team?: string) =>
      inOrder(
        held(on, team)
          .filter((one) => one.role === role)
          .map(({ person }) => person),
      ),
    rolesOf: (person: string, on: string, team?: string) =>
      inOrder(
        held(on, team)
          .filter((one) => one.person === person)
          .map(({ role }) => role),
      ),
    teamsOf: (person: string, on: string) =>
      inOrder(
        belonging(on)
          .filter((one) => one.person === person)
          .map(({ team }) => team),
      ),
    membersOf: (team: string, on: string, scope: 'team' | 'teamAndBelow') =>
      inOrder(
        belonging(on)
          .filter((one) => (scope === 'team' ? one.team === team : isTeam(team) && isWithin(one.team, team)))
          .map(({ person }) => person),
      ),

    commonManager(asked: readonly string[], on: string): string | undefined {
      if (asked.length === 0 || !asked.every((person) => people.includes(person))) return undefined;
      const longest = (manager: string) => Math.max(...asked.map((person) => stepsUp(person, manager)));
      const above = inOrder(people).filter(
        (person) => !asked.includes(person) && isPresent(person, on) && longest(person) < Number.POSITIVE_INFINITY,
      );
      // The sort is stable: of two that are equally near, the first id.
      return above.sort((a, b) => longest(a) - longest(b))[0];
    },

    /** What the shares of a person add up to, in thousandths: the generated ones are whole tenths. */
    booked: (person: string, on: string) =>
      belonging(on)
        .filter((one) => one.person === person)
        .reduce((sum, { share = 0 }) => sum + Math.round(share * 1_000), 0),
  };
}
