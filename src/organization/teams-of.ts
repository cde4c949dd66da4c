import type { ExternalId } from '../foundation/names.js';
import { idsOf } from './compile/numbering.js';
import { entriesOn } from './compile/timeline.js';
import { dayNumberIn } from './day-number.js';
import { isThere } from './presence.js';
import { unseal } from './seal.js';
import type { Directory, OnDay } from './types.js';

/**
 * Returns the teams that a person belongs to on a day: each once, in the order of their ids. Only those that a membership
 * names; the teams above them are not among them. Nobody that is not there on that day belongs to a team (see `isPresent`).
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const directory = defineDirectory({
 *   teams: [{ id: 'payments' }, { id: 'search' }],
 *   memberships: [
 *     { person: 'ana', team: 'payments', to: '2026-10-01' },
 *     { person: 'ana', team: 'search', from: '2026-10-01' },
 *   ],
 * });
 * teamsOf(directory, 'ana', { on: day('2026-10-01') }); //=> ['search']
 */
export function teamsOf(directory: Directory, person: ExternalId, { on }: OnDay): readonly ExternalId[] {
  const compiled = unseal(directory);
  const { memberships, people, teams } = compiled;
  const dayNumber = dayNumberIn(on);
  const number = people.numberOf.get(person);
  if (number === undefined || !isThere(compiled, number, dayNumber)) return [];
  return idsOf(
    teams,
    entriesOn(memberships.ofPerson, number, dayNumber).map((entry) => memberships.team[entry]!),
  );
}
