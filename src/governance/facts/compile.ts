import { nearestName } from '../../foundation/nearest-name.js';
import { type FactReader, readerOf } from './reading.js';
import type { FactSetDefinition, StoredFact } from './types.js';
import { limitsOf } from './values.js';

/** A fact set with its look-ups. */
export interface CompiledFacts {
  readonly definition: FactSetDefinition;
  readonly facts: readonly StoredFact[];
  /** The place of each fact, by name. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The least and largest value of each fact on its scale; meaningless for facts without an order. */
  readonly limits: readonly (readonly [min: number, max: number])[];
  /** The facts that each fact follows from; itself for one that a request gives. */
  readonly sourcesOf: readonly (readonly number[])[];
  /** Whether some fact follows from others, or grows too old. */
  readonly derives: boolean;
  /** How the values of each fact are read from a request. */
  readonly readers: readonly FactReader[];
}

export function compileFacts(definition: FactSetDefinition): CompiledFacts {
  const indexOf = new Map(definition.facts.map(({ id }, index) => [id, index]));
  return {
    definition,
    facts: definition.facts,
    indexOf,
    sourcesOf: definition.facts.map((fact, index) =>
      'derived' in fact ? [fact.derived.of].flat().map((name) => indexOf.get(name)!) : [index],
    ),
    limits: definition.facts.map(limitsOf),
    derives: definition.facts.some((fact) => 'derived' in fact || ('maxAge' in fact && fact.maxAge !== undefined)),
    readers: definition.facts.map(readerOf),
  };
}

/** What to do about a name that is no fact. */
export function unknownFactHint(facts: CompiledFacts, name: string): string {
  const nearest = nearestName(name, [...facts.indexOf.keys()]);
  return nearest === undefined ? 'add it to the facts, or write one of theirs' : `did you mean ${nearest}?`;
}
