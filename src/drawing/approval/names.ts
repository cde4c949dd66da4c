import { definitionOf } from '../../foundation/definition.js';
import type { ExternalId } from '../../foundation/names.js';
import type { Directory } from '../../organization/types.js';

/** What a person is called: the name that the directory has, or the id. */
export type NameOf = (person: ExternalId) => string;

export function namesIn(directory: Directory | undefined, people: ReadonlySet<ExternalId>): NameOf {
  const names = new Map<ExternalId, string>();
  for (const { id, name } of directory === undefined ? [] : (definitionOf(directory).people ?? [])) {
    if (name !== undefined && people.has(id)) names.set(id, name);
  }
  return (person) => names.get(person) ?? person;
}

const mostNamed = 3;

/** `Ana, Bo, Kim and 4 more`. */
export function listOf(people: readonly ExternalId[], nameOf: NameOf): string {
  const named = people.slice(0, mostNamed).map(nameOf).join(', ');
  const rest = people.length - mostNamed;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
