import type { Diagnostic, Path } from './diagnostic.js';
import { formatPath } from './path.js';

// In a literal entities stand under their ids; in the stored form they are a list.

/** The list of what stands under each key; what is no map of entities is left for the door to refuse. */
export function listByKey(entities: unknown): unknown {
  if (!isMap(entities)) return entities;
  return Object.keys(entities).map((id) => {
    const entity = entities[id];
    return isMap(entity) ? { id, ...entity, ...(Object.hasOwn(entity, 'id') && { id }) } : entity;
  });
}

/**
 * The keys that are refused although the stored form knows them: an id inside an entity, which could contradict its key.
 * `at` is where the map stands in the literal, `what` an entity in words: `a metric`.
 */
export function idsInside(entities: unknown, at: Path, what: string): readonly Diagnostic[] {
  if (!isMap(entities)) return [];
  return Object.keys(entities)
    .filter((key) => isMap(entities[key]) && Object.hasOwn(entities[key], 'id'))
    .map((key) => ({
      code: 'shape/unknown-key',
      severity: 'error',
      message: `${formatPath([...at, key, 'id'])} is not a key that is known here`,
      path: [...at, key, 'id'],
      hint: `remove it: the id of ${what} is the key that it stands under`,
    }));
}

/** The diagnostic of the stored form, whose list stands under `list`, with its place in the literal, whose map stands at `at`. */
export function placedByKey(diagnostic: Diagnostic, entities: unknown, list: string, at: Path): Diagnostic {
  const [first, index, third] = diagnostic.path;
  const key = isMap(entities) && typeof index === 'number' ? Object.keys(entities)[index] : undefined;
  if (first !== list || key === undefined) return diagnostic;
  // The id is the key itself.
  const depth = third === 'id' ? 3 : 2;
  const [stored, literal]: readonly [Path, Path] = [diagnostic.path.slice(0, depth), [...at, key]];
  const place = formatPath(stored);
  const { message } = diagnostic;
  return {
    ...diagnostic,
    message: message.startsWith(place) ? formatPath(literal) + message.slice(place.length) : message,
    path: [...literal, ...diagnostic.path.slice(depth)],
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
