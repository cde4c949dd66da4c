import type { Diagnostic } from '../diagnostic.js';
import { placeOf } from '../place.js';

/** What makes a finding the same finding in the next run, although lists were reordered and numbers moved. */
export interface FindingIdentity {
  readonly code: string;
  /** Where, with elements by name: `metrics[revenue].formula`. */
  readonly place: string;
  /** Names in the message's quotes and the places it relates to, sorted; absent where there are none. */
  readonly about?: readonly string[];
}

const quoted = /"((?:[^"\\]|\\.)*)"/g;

/**
 * Returns a finding's identity: its code, its place by names, and what else it names. The wording of its message, the
 * numbers in it, its severity and its hint do not count.
 */
export function identityOf(diagnostic: Diagnostic, stored: unknown): FindingIdentity {
  const place = placeOf(diagnostic.path, stored);
  const names = new Set<string>();
  for (const [, name] of diagnostic.message.matchAll(quoted)) {
    if (name !== undefined && !place.includes(`[${name}]`)) names.add(name);
  }
  for (const related of diagnostic.related ?? []) names.add(placeOf(related.path, stored));
  names.delete(place);
  const code = diagnostic.code;
  return names.size === 0 ? { code, place } : { code, place, about: [...names].sort() };
}

/** Returns a text that two identities share exactly when they are equal. */
export function keyOf({ code, place, about = [] }: FindingIdentity): string {
  return JSON.stringify([code, place, ...about]);
}
