import type { ExternalId } from '../foundation/names.js';
import { lineAbove } from './compile/line.js';
import { idsOf } from './compile/numbering.js';
import { entriesOn } from './compile/timeline.js';
import { allTeams, type CompiledDirectory } from './compile.js';
import { dayNumberIn } from './day-number.js';
import { isThere } from './presence.js';
import { unseal } from './seal.js';
import type { Directory, OnDayForTeam } from './types.js';

/**
 * Returns the people who hold a role on a day: each once, in the order of their ids.
 *
 * With `team` those who hold it for that team: for it, for a team above it, or for all teams. Without `team` everybody who holds
 * it at all, for whatever team. Who is not there on that day is left out (see `isPresent`). A role, or a team, that the
 * directory does not know has nobody.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const directory = defineDirectory({
 *   teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }],
 *   roles: [{ id: 'director' }],
 *   assignments: [
 *     { person: 'eva', role: 'director', team: 'checkout', to: '2026-10-01' },
 *     { person: 'kim', role: 'director', team: 'checkout', from: '2026-10-01' },
 *   ],
 * });
 * peopleInRole(directory, 'director', { on: day('2026-09-30'), team: 'payments' }); //=> ['eva']
 * peopleInRole(directory, 'director', { on: day('2026-10-01'), team: 'payments' }); //=> ['kim']
 */
export function peopleInRole<T extends string, R extends string>(
  directory: Directory<T, R>,
  role: NoInfer<R>,
  { on, team }: OnDayForTeam<NoInfer<T>>,
): readonly ExternalId[] {
  const compiled = unseal(directory);
  const dayNumber = dayNumberIn(on);
  const number = compiled.roles.numberOf.get(role);
  if (number === undefined) return [];
  const held = team === undefined ? heldAtAll(compiled, number, dayNumber) : heldFor(compiled, number, team, dayNumber);
  const people = held.map((entry) => compiled.assignments.person[entry]!);
  return idsOf(
    compiled.people,
    people.filter((person) => isThere(compiled, person, dayNumber)),
  );
}

function heldAtAll({ assignments }: CompiledDirectory, role: number, dayNumber: number): readonly number[] {
  return entriesOn(assignments.ofRole, role, dayNumber);
}

function heldFor(compiled: CompiledDirectory, role: number, team: string, dayNumber: number): readonly number[] {
  const { assignments, teams, parentOf } = compiled;
  const number = teams.numberOf.get(team);
  if (number === undefined) return [];
  return [allTeams, number, ...lineAbove(parentOf, number)].flatMap((holder) => {
    const key = assignments.keyOf(role, holder);
    return key === undefined ? [] : entriesOn(assignments.ofRoleAndTeam, key, dayNumber);
  });
}
