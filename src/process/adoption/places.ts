import type { Path } from '../../foundation/diagnostic.js';
import type { FaultList } from '../../foundation/fault-list.js';
import { isInstant } from '../../foundation/instant.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { ItemMove, Whereabouts } from './types.js';

/** Says whether a process has what a move names; lists what it does not. */
export function checkPlaces(
  { phaseOf, routes }: CompiledProcess,
  move: ItemMove,
  path: Path,
  faults: FaultList,
): boolean {
  let isKnown = true;
  const check = (key: 'from' | 'to' | 'track', what: string, name: string, names: Iterable<string>): void => {
    isKnown = false;
    faults.add([...path, key], () => {
      const nearest = nearestName(name, names);
      return {
        code: 'process/unknown-place',
        message: `move ${path.at(-1)}, of ${quote(plainText(move.item))}, names the ${what} ${quote(name)}, which the process does not have`,
        hint: nearest === undefined ? 'map the status to what the process has' : `did you mean ${nearest}?`,
      };
    });
  };
  if (!isInstant(move.at)) {
    isKnown = false;
    faults.add([...path, 'at'], {
      code: 'process/unreadable-history',
      message: `move ${path.at(-1)}, of ${quote(plainText(move.item))}, is of no moment in UTC`,
      hint: 'give it as YYYY-MM-DDThh:mm:ssZ',
    });
  }
  for (const key of ['from', 'to'] as const) {
    const place = move[key];
    if (isPlace(place) && (typeof place !== 'string' || phaseOf.has(place))) continue;
    check(key, 'phase', typeof place === 'string' ? place : String(JSON.stringify(place)), phaseOf.keys());
  }
  const { track } = move;
  if (track !== undefined && !routes.has(track)) {
    check(
      'track',
      'track',
      plainText(track),
      [...routes.keys()].filter((id) => id !== undefined),
    );
  }
  return isKnown;
}

function isPlace(place: unknown): place is Whereabouts {
  if (place === null || typeof place === 'string') return true;
  if (typeof place !== 'object') return false;
  const { end } = place as { readonly end?: unknown };
  return end === 'completed' || end === 'killed';
}
