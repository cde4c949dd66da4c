import { reachable } from '../foundation/graph.js';
import type { ExternalId } from '../foundation/names.js';
import { idsOf } from './compile/numbering.js';
import { entriesOn } from './compile/timeline.js';
import type { CompiledDirectory } from './compile.js';
import { dayNumberIn } from './day-number.js';
import { isThere } from './presence.js';
import { unseal } from './seal.js';
import type { Directory, OnDay } from './types.js';

/** The day that the question is about, and how far down it goes. */
export interface MembersOfOptions extends OnDay {
  /** Whose members count: those of the `team` alone, or `teamAndBelow`; `team` unless said. */
  readonly scope?: 'team' | 'teamAndBelow';
}

/**
 * Returns the members of a team on a day: each once, in the order of their ids. Who is not there on that day is left out (see
 * `isPresent`), and a team that the directory does not know has no members.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const directory = defineDirectory({
 *   teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }],
 *   memberships: [{ person: 'eva', team: 'checkout' }, { person: 'ana', team: 'payments', from: '2026-01-01' }],
 * });
 * membersOf(directory, 'checkout', { on: day('2026-11-23') }); //=> ['eva']
 * membersOf(directory, 'checkout', { on: day('2026-11-23'), scope: 'teamAndBelow' }); //=> ['ana', 'eva']
 */
export function membersOf<T extends string>(
  directory: Directory<T>,
  team: NoInfer<T>,
  { on, scope = 'team' }: MembersOfOptions,
): readonly ExternalId[] {
  const compiled = unseal(directory);
  const { memberships, teams } = compiled;
  const dayNumber = dayNumberIn(on);
  const number = teams.numberOf.get(team);
  if (number === undefined) return [];
  const asked = scope === 'team' ? [number] : withSubteams(compiled, number);
  const people = asked.flatMap((one) =>
    entriesOn(memberships.ofTeam, one, dayNumber).map((entry) => memberships.person[entry]!),
  );
  return idsOf(
    compiled.people,
    people.filter((person) => isThere(compiled, person, dayNumber)),
  );
}

function withSubteams({ subteams }: CompiledDirectory, team: number): readonly number[] {
  const found: number[] = [];
  for (const [one, reached] of reachable(subteams, [team]).entries()) if (reached === 1) found.push(one);
  return found;
}
