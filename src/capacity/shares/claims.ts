import type { FaultList } from '../../foundation/fault-list.js';
import { isExternalId } from '../../foundation/names.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { describe, integerWeights, weightFault } from './weights.js';

/** Claims as they are read, but for what they want. */
export interface ReadClaims {
  readonly ids: readonly string[];
  readonly demands: readonly unknown[];
  /** Integers on the scale of the weights of groups. */
  readonly weights: readonly bigint[];
  /** The place of each claim's group, or -1. */
  readonly groupOf: readonly number[];
  readonly groups: readonly string[];
  readonly groupWeights: readonly bigint[];
}

/** Reads ids, weights and groups; undefined where there are faults. */
export function readClaims(claims: readonly unknown[], weights: unknown, faults: FaultList): ReadClaims | undefined {
  const ids: string[] = [];
  const demands: unknown[] = [];
  const own: number[] = [];
  const groupOf: number[] = [];
  const placeOf = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const [at, claim] of claims.entries()) {
    const { id, demand, weight = 1, group } = isRecord(claim) ? claim : ({} as Readonly<Record<string, unknown>>);
    if (typeof id !== 'string' || !isExternalId(id)) {
      const message = `the claim at place ${at} has ${typeof id === 'string' ? `an id that is none, ${quote(id)}` : 'no id'}`;
      addFault([at, 'id'], message, 'an id is a text of 1 to 256 characters without control characters', faults);
      continue;
    }
    const first = seen.get(id);
    if (first !== undefined) {
      addFault([at, 'id'], `${quote(id)} claims twice, at places ${first} and ${at}`, 'make one claim of them', faults);
    }
    seen.set(id, at);
    const fault = positiveFault(weight);
    if (fault !== undefined) addFault([at, 'weight'], `the weight of ${quote(id)} ${fault}`, weightHint, faults);
    if (group !== undefined && (typeof group !== 'string' || !isExternalId(group))) {
      const hint = 'name a group by a text of 1 to 256 characters, or leave it out';
      addFault([at, 'group'], `the group of ${quote(id)} is ${describe(group)}, and no name`, hint, faults);
    }
    ids.push(id);
    demands.push(demand);
    own.push(weight as number);
    groupOf.push(typeof group === 'string' ? placeIn(placeOf, group) : -1);
  }
  const groups = [...placeOf.keys()];
  const ofGroups = readGroupWeights(weights, placeOf, faults);
  if (faults.count() > 0) return undefined;
  const integers = integerWeights([...own, ...ofGroups]);
  return {
    ids,
    demands,
    weights: integers.slice(0, own.length),
    groupOf,
    groups,
    groupWeights: integers.slice(own.length),
  };
}

const weightHint = 'a weight is a number from 1e-100 to 1e100; who is due nothing is left out';

export function addClaimFault(at: number, key: string, message: string, hint: string, faults: FaultList): void {
  addFault([at, key], message, hint, faults);
}

function addFault(path: readonly (string | number)[], message: string, hint: string, faults: FaultList): void {
  faults.add(path[0] === 'weights' ? path : ['claims', ...path], { code: 'capacity/invalid-claim', message, hint });
}

function readGroupWeights(weights: unknown, places: ReadonlyMap<string, number>, faults: FaultList): number[] {
  const read = new Array<number>(places.size).fill(1);
  if (weights === undefined) return read;
  if (!isRecord(weights)) {
    const message = `the weights are ${describe(weights)}, and no record`;
    addFault(['weights'], message, 'pass { group: weight, ... }, or leave them out', faults);
    return read;
  }
  for (const [group, weight] of Object.entries(weights)) {
    const place = places.get(group);
    if (place === undefined) {
      const near = nearestName(group, places.keys());
      const hint =
        near === undefined ? 'leave it out, or name it as the group of a claim' : `did you mean ${quote(near)}?`;
      addFault(
        ['weights', group],
        `there is a weight for ${quote(group)}, and no claim is of that group`,
        hint,
        faults,
      );
      continue;
    }
    const fault = positiveFault(weight);
    if (fault === undefined) read[place] = weight as number;
    else addFault(['weights', group], `the weight of the group ${quote(group)} ${fault}`, weightHint, faults);
  }
  return read;
}

function positiveFault(weight: unknown): string | undefined {
  if (weight === 0) return 'is 0';
  return typeof weight === 'bigint' ? 'is a bigint, and no number' : weightFault(weight);
}

function placeIn(places: Map<string, number>, id: string): number {
  const known = places.get(id);
  if (known !== undefined) return known;
  places.set(id, places.size);
  return places.size - 1;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
