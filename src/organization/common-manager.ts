import type { ExternalId } from '../foundation/names.js';
import { lineAbove } from './compile/line.js';
import type { CompiledDirectory } from './compile.js';
import { dayNumberIn } from './day-number.js';
import { isThere } from './presence.js';
import { unseal } from './seal.js';
import type { Directory, OnDay } from './types.js';

/**
 * Returns the lowest person who is above all of some people, is none of them, and is there on a day; absent where there is
 * nobody, as for no people or for one that the directory does not know. Managers who are not there are passed over, and the line
 * goes on above them.
 *
 * The lowest is the one to whom the longest of the ways up is shortest. Where that is two, as it can be in a reporting
 * cycle only, it is the one whose id is first.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const directory = defineDirectory({
 *   people: [
 *     { id: 'ana', managerId: 'eva' }, { id: 'bo', managerId: 'eva' }, { id: 'eva', managerId: 'kim' }, { id: 'kim' },
 *   ],
 *   engagements: [{ person: 'eva', kind: 'employee', to: '2026-12-01' }],
 * });
 * commonManager(directory, ['ana', 'bo'], { on: day('2026-11-23') }); //=> 'eva'
 * commonManager(directory, ['ana', 'eva'], { on: day('2026-11-23') }); //=> 'kim'
 * commonManager(directory, ['ana', 'bo'], { on: day('2026-12-01') }); //=> 'kim'
 */
export function commonManager(
  directory: Directory,
  people: Iterable<ExternalId>,
  { on }: OnDay,
): ExternalId | undefined {
  const compiled = unseal(directory);
  const dayNumber = dayNumberIn(on);
  const asked = new Set<number>();
  for (const person of people) {
    const number = compiled.people.numberOf.get(person);
    if (number === undefined) return undefined;
    asked.add(number);
  }
  let lowest: number | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [manager, way] of aboveAll(compiled, asked)) {
    if (asked.has(manager) || way > shortest || !isThere(compiled, manager, dayNumber)) continue;
    if (way < shortest || manager < lowest!) lowest = manager;
    shortest = way;
  }
  return lowest === undefined ? undefined : compiled.people.ids[lowest];
}

/** Who is above all of some people, each with the longest of the ways up to them. */
function aboveAll({ managerOf }: CompiledDirectory, people: ReadonlySet<number>): ReadonlyMap<number, number> {
  let common: Map<number, number> | undefined;
  for (const person of people) {
    const before = common;
    common = new Map();
    let way = 0;
    for (const manager of lineAbove(managerOf, person)) {
      way++;
      const longest: number | undefined = before === undefined ? way : before.get(manager);
      if (longest !== undefined) common.set(manager, Math.max(longest, way));
    }
  }
  return common ?? new Map();
}
