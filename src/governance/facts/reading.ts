import { isWellFormed, type Name } from '../../foundation/names.js';
import type { Fact, StoredFact } from './types.js';
import { limitsOf, type Scalar, toScale } from './values.js';

/** What is known of each fact, by its place in the fact set; facts that are absent, and derived ones, are undefined. */
export type RequestValues = (Scalar | ReadonlySet<string> | undefined)[];

/** How the values of one fact are read. */
export interface FactReader {
  readonly id: Name;
  readonly type: Fact['type'];
  readonly derived: boolean;
  /** On the fact's scale; meaningless for facts without an order. */
  readonly min: number;
  readonly max: number;
  /** Empty for facts that are not of choices. */
  readonly choices: ReadonlySet<string>;
}

const longestText = 10_000;

/** Prepares a fact for reading many of its values. */
export function readerOf(fact: StoredFact): FactReader {
  const [min, max] = limitsOf(fact);
  return {
    id: fact.id,
    type: fact.type,
    derived: 'derived' in fact,
    min,
    max,
    choices: new Set('values' in fact ? fact.values : []),
  };
}

/** Gives a value as the engine compares it; undefined where the fact does not take it. */
export function readValue(
  { type, min, max, choices }: FactReader,
  value: unknown,
): Scalar | ReadonlySet<string> | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'oneOf':
      return choices.has(value as string) ? (value as string) : undefined;
    case 'setOf':
      return readSet(choices, value);
    case 'string':
      return typeof value === 'string' && value.length <= longestText && isWellFormed(value) ? value : undefined;
    default: {
      const place = toScale(type, value);
      return place !== undefined && place >= min && place <= max ? place : undefined;
    }
  }
}

function readSet(choices: ReadonlySet<string>, value: unknown): ReadonlySet<string> | undefined {
  if (!Array.isArray(value)) return undefined;
  const elements = new Set<string>();
  for (let at = 0; at < value.length; at++) {
    if (!choices.has(value[at])) return undefined;
    elements.add(value[at]);
  }
  return elements.size === value.length ? elements : undefined;
}

/**
 * Gives the values of a plain object, or undefined where one of its keys is no given fact, is undefined itself, or has a value
 * that its fact does not take. Written for speed: it allocates the values and nothing else that lasts.
 */
export function readValues(readers: readonly FactReader[], request: object): RequestValues | undefined {
  const values: RequestValues = new Array(readers.length);
  let read = 0;
  for (let index = 0; index < readers.length; index++) {
    const reader = readers[index]!;
    const value = (request as Readonly<Record<string, unknown>>)[reader.id];
    if (value === undefined) {
      values[index] = undefined;
      continue;
    }
    const known = reader.derived ? undefined : readValue(reader, value);
    if (known === undefined) return undefined;
    values[index] = known;
    read++;
  }
  // A key that no reader asked for, or a value that is not the request's own.
  return Object.keys(request).length === read ? values : undefined;
}
