import type { ExternalId } from '../foundation/names.js';
import { lineAbove } from './compile/line.js';
import { unseal } from './seal.js';
import type { Directory } from './types.js';

/**
 * Returns the reporting line of a person: their manager, the manager's manager and so on up to the top. It is the line as it is
 * stored, whoever is there on which day. It ends where a manager is not known; a line that runs in a circle has each person
 * once, and never the one that was asked for.
 *
 * @example
 * const directory = defineDirectory({
 *   people: [{ id: 'ana', managerId: 'eva' }, { id: 'eva', managerId: 'kim' }, { id: 'kim' }],
 * });
 * managersOf(directory, 'ana'); //=> ['eva', 'kim']
 */
export function managersOf(directory: Directory, person: ExternalId): readonly ExternalId[] {
  const { people, managerOf } = unseal(directory);
  const number = people.numberOf.get(person);
  return number === undefined ? [] : Array.from(lineAbove(managerOf, number), (manager) => people.ids[manager]!);
}
