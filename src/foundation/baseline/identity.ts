import { storedOf } from '../definition.js';
import type { Diagnostic } from '../diagnostic.js';
import { valueAt } from '../path.js';
import { placeOf } from '../place.js';
import { printable } from '../shorten.js';

/** What makes a finding the same finding in the next run, although lists were reordered and messages reworded. */
export interface FindingIdentity {
  readonly code: string;
  /** Where, with elements by name: `metrics[revenue].formula`. */
  readonly place: string;
  /** The part of the text there that it marks, such as a misspelt name in a formula; absent where it marks none. */
  readonly text?: string;
  /** The other places that it speaks of, each once and sorted; absent where there are none. */
  readonly related?: readonly string[];
}

/** Returns a finding's identity. Its message, hint, severity and count play no part in it. */
export function identityOf({ code, path, span, related = [] }: Diagnostic, stored: unknown): FindingIdentity {
  const marked = span === undefined ? undefined : valueAt(storedOf(stored), path);
  const places = new Set(related.map((other) => placeOf(other.path, stored)));
  return {
    code,
    place: placeOf(path, stored),
    ...(typeof marked === 'string' && { text: printable(marked.slice(...span!)) }),
    ...(places.size > 0 && { related: [...places].sort() }),
  };
}

/** Returns a text that two identities share exactly when they are equal. */
export function keyOf({ code, place, text, related = [] }: FindingIdentity): string {
  return JSON.stringify([code, place, text, ...related]);
}
