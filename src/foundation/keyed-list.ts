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

/**
 * The diagnostic of the stored form, whose list stands under `list`, with its places in the literal, whose map stands at `at`.
 * Maps inside the map are followed too.
 */
export function placedByKey(diagnostic: Diagnostic, entities: unknown, list: string, at: Path): Diagnostic {
  const placed = (path: Path): Path => {
    const inside = path[0] === list ? pathByKeys(entities, path.slice(1)) : undefined;
    return inside === undefined ? path : [...at, ...inside];
  };
  const path = placed(diagnostic.path);
  if (path === diagnostic.path) return diagnostic;
  const { message, related } = diagnostic;
  const place = formatPath(diagnostic.path);
  return {
    ...diagnostic,
    message: message.startsWith(place) ? formatPath(path) + message.slice(place.length) : message,
    path,
    ...(related !== undefined && { related: related.map((other) => ({ ...other, path: placed(other.path) })) }),
  };
}

/** A path through lists as one through the maps that they were made of; undefined where there is no such entity. */
function pathByKeys(entities: unknown, path: Path): Path | undefined {
  const steps: (string | number)[] = [];
  let here = entities;
  let isEntity = false;
  for (const step of path) {
    if (isMap(here) && typeof step === 'number') {
      const key = Object.keys(here)[step];
      if (key === undefined) return undefined;
      steps.push(key);
      here = here[key];
      isEntity = true;
      continue;
    }
    // The id is the key itself, and an entity that is one text is all of it.
    if (!isEntity || (step !== 'id' && typeof here !== 'string')) steps.push(step);
    here = isMap(here) || Array.isArray(here) ? (here as Readonly<Record<string, unknown>>)[step] : undefined;
    isEntity = false;
  }
  return steps;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
