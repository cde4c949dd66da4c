import type { Diagnostic, Path } from '../../foundation/diagnostic.js';
import { formatPath } from '../../foundation/path.js';

// In a literal facts stand under their names; in the stored form they are a list.

/** The list of what stands under each name; what is no map of facts is left for the door to refuse. */
export function listFacts(facts: unknown): unknown {
  if (!isMap(facts)) return facts;
  return Object.keys(facts).map((id) => {
    const fact = facts[id];
    return isMap(fact) ? { id, ...fact, ...(Object.hasOwn(fact, 'id') && { id }) } : fact;
  });
}

/** The keys that are refused although the stored form knows them: an id inside a fact, which could contradict its name. */
export function idsInside(facts: unknown): readonly Diagnostic[] {
  if (!isMap(facts)) return [];
  return Object.keys(facts)
    .filter((key) => isMap(facts[key]) && Object.hasOwn(facts[key], 'id'))
    .map((key) => ({
      code: 'shape/unknown-key',
      severity: 'error',
      message: `${formatPath([key, 'id'])} is not a key that is known here`,
      path: [key, 'id'],
      hint: 'remove it: the id of a fact is the name that it stands under',
    }));
}

/** The diagnostic with its place in the literal. */
export function byName(diagnostic: Diagnostic, facts: unknown): Diagnostic {
  const [first, index, third] = diagnostic.path;
  const name = isMap(facts) && typeof index === 'number' ? Object.keys(facts)[index] : undefined;
  if (first !== 'facts' || name === undefined) return diagnostic;
  // The id is the name itself.
  const depth = third === 'id' ? 3 : 2;
  const [stored, literal]: readonly [Path, Path] = [diagnostic.path.slice(0, depth), [name]];
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
