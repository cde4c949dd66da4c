import { quote } from '../../foundation/shorten.js';
import type { Whereabouts } from './types.js';

/** A text for look-ups: two places are the same where these are. No phase has a name that begins like the others. */
export function keyOf(place: Whereabouts): string {
  if (place === null) return '/outside';
  return typeof place === 'string' ? place : `/${place.end}`;
}

/** A place for a sentence. */
export function wordsOf(place: Whereabouts): string {
  if (place === null) return 'outside of the process';
  return typeof place === 'string' ? quote(place) : place.end;
}
