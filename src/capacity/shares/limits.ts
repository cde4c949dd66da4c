import type { FaultList } from '../../foundation/fault-list.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { describe } from './weights.js';

/** The units by place, and their places by id: only made where an option names one. */
export interface Units {
  readonly ids: readonly string[];
  readonly places: () => ReadonlyMap<string, number>;
}

export function unitsOf(ids: readonly string[]): Units {
  let known: ReadonlyMap<string, number> | undefined;
  return {
    ids,
    places() {
      known ??= new Map(ids.map((id, place) => [id, place]));
      return known;
    },
  };
}

/** Reads one limit for each id; `absent` where none is given. */
export function readLimit(
  kind: 'min' | 'max',
  limit: unknown,
  units: Units,
  absent: number,
  faults: FaultList,
): number[] {
  const read = new Array<number>(units.ids.length).fill(absent);
  if (limit === undefined) return read;
  if (isCount(limit)) return read.fill(limit);
  if (typeof limit !== 'object' || limit === null || Array.isArray(limit)) {
    addNoCount(kind, [kind], kind, limit, faults);
    return read;
  }
  for (const [id, value] of Object.entries(limit)) {
    const place = units.places().get(id);
    if (place === undefined) addUnknown(`${kind} has a limit for`, [kind, id], id, units, faults);
    else if (isCount(value)) read[place] = value;
    else if (value !== undefined) addNoCount(kind, [kind, id], `${kind} of ${quote(id)}`, value, faults);
  }
  return read;
}

/** The rank of each id among equals: the order that is stated, then that of the weights. */
export function readTies(ties: unknown, units: Units, faults: FaultList): readonly number[] {
  const rank = units.ids.map((_, place) => place + units.ids.length);
  if (ties === undefined) return rank;
  if (!Array.isArray(ties)) {
    faults.add(['ties'], {
      code: 'capacity/invalid-apportionment',
      message: `ties is ${describe(ties)}, and no list of ids`,
      hint: 'list ids in the order in which ties are broken, or leave it out',
    });
    return rank;
  }
  const seen = new Set<unknown>();
  for (const [at, id] of ties.entries()) {
    const place = units.places().get(id);
    if (place === undefined) addUnknown('ties names', ['ties', at], id, units, faults);
    else if (seen.has(id)) {
      faults.add(['ties', at], () => ({
        code: 'capacity/invalid-apportionment',
        message: `ties names ${quote(id)} twice`,
        hint: 'leave one out',
      }));
    } else rank[place] = at;
    seen.add(id);
  }
  return rank;
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function addNoCount(kind: string, path: readonly string[], what: string, value: unknown, faults: FaultList): void {
  faults.add(path, () => ({
    code: 'capacity/invalid-seat-limit',
    message: `${what} is ${describe(value)}, and no whole number from 0`,
    hint: `give a whole number, or leave it out for no ${kind}`,
  }));
}

function addUnknown(
  what: string,
  path: readonly (string | number)[],
  id: unknown,
  units: Units,
  faults: FaultList,
): void {
  faults.add(path, () => {
    const near = typeof id === 'string' ? nearestName(id, units.ids) : undefined;
    return {
      code: path[0] === 'ties' ? 'capacity/invalid-apportionment' : 'capacity/invalid-seat-limit',
      message: `${what} ${describe(id)}, which has no weight`,
      hint: near === undefined ? 'give it a weight, 0 if need be, or leave it out' : `did you mean ${quote(near)}?`,
    };
  });
}
