import { countOf, entriesOn } from './compile/timeline.js';
import type { CompiledDirectory } from './compile.js';
import { dayNumberIn } from './day-number.js';
import { unseal } from './seal.js';
import type { Directory, OnDay } from './types.js';

/** Says whether somebody is there: who has engagements is there during one of them, everybody else always. */
export function isThere({ engagements: { ofPerson } }: CompiledDirectory, person: number, dayNumber: number): boolean {
  return countOf(ofPerson, person) === 0 || entriesOn(ofPerson, person, dayNumber).length > 0;
}

/**
 * Says whether the directory knows a person and has them there on a day: during one of their engagements, or on every day
 * where they have none. Who is not there holds no role and belongs to no team on that day.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist, as every question about a day does.
 *
 * @example
 * const directory = defineDirectory({
 *   people: [{ id: 'ana' }, { id: 'bo' }],
 *   engagements: [{ person: 'bo', kind: 'contractor', from: '2026-09-01', to: '2027-03-01' }],
 * });
 * isPresent(directory, 'ana', { on: day('2027-03-01') }); //=> true
 * isPresent(directory, 'bo', { on: day('2027-03-01') }); //=> false
 */
export function isPresent(directory: Directory, person: string, { on }: OnDay): boolean {
  const compiled = unseal(directory);
  const number = compiled.people.numberOf.get(person);
  const dayNumber = dayNumberIn(on);
  return number !== undefined && isThere(compiled, number, dayNumber);
}
