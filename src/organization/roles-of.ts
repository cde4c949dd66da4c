import type { ExternalId, Name } from '../foundation/names.js';
import { lineAbove } from './compile/line.js';
import { idsOf } from './compile/numbering.js';
import { entriesOn } from './compile/timeline.js';
import { allTeams } from './compile.js';
import { dayNumberIn } from './day-number.js';
import { isThere } from './presence.js';
import { unseal } from './seal.js';
import type { Directory, OnDayForTeam } from './types.js';

/**
 * Returns the roles that a person holds on a day: each once, in the order of their ids.
 *
 * With `team` those that they hold for that team: for it, for a team above it, or for all teams. Without `team` all that they
 * hold, for whatever team. It is `peopleInRole` asked from the other side: a person is in one exactly where the role is in the
 * other.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const directory = defineDirectory({
 *   teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }, { id: 'search' }],
 *   roles: [{ id: 'director' }, { id: 'exec' }],
 *   assignments: [{ person: 'eva', role: 'director', team: 'checkout' }, { person: 'eva', role: 'exec' }],
 * });
 * rolesOf(directory, 'eva', { on: day('2026-11-23'), team: 'payments' }); //=> ['director', 'exec']
 * rolesOf(directory, 'eva', { on: day('2026-11-23'), team: 'search' }); //=> ['exec']
 */
export function rolesOf<T extends string>(
  directory: Directory<T>,
  person: ExternalId,
  { on, team }: OnDayForTeam<NoInfer<T>>,
): readonly Name[] {
  const compiled = unseal(directory);
  const { assignments, people, teams, parentOf, roles } = compiled;
  const dayNumber = dayNumberIn(on);
  const number = people.numberOf.get(person);
  if (number === undefined || !isThere(compiled, number, dayNumber)) return [];
  let held: readonly number[] = entriesOn(assignments.ofPerson, number, dayNumber);
  if (team !== undefined) {
    const asked = teams.numberOf.get(team);
    if (asked === undefined) return [];
    const reaching = lineAbove(parentOf, asked).add(asked).add(allTeams);
    held = held.filter((entry) => reaching.has(assignments.team[entry]!));
  }
  return idsOf(
    roles,
    held.map((entry) => assignments.role[entry]!),
  );
}
