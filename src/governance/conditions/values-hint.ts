import { nearestName } from '../../foundation/nearest-name.js';
import { shorten } from '../../foundation/shorten.js';

/** What to write instead of a value that is none: the nearest one, or the first few. */
export function valuesHint(value: string, known: readonly string[]): string {
  const nearest = nearestName(value, known);
  if (nearest !== undefined) return `did you mean '${shorten(nearest)}'?`;
  const most = 8;
  const rest = known.length > most ? ` and ${known.length - most} more` : '';
  return `it is one of ${known
    .slice(0, most)
    .map((one) => shorten(one))
    .join(', ')}${rest}`;
}
