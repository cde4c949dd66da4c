import type { FaultList } from '../../foundation/fault-list.js';
import { quote } from '../../foundation/shorten.js';
import { addClaimFault, type ReadClaims } from './claims.js';
import type { MaxMinShare } from './fair-types.js';
import { isCount } from './limits.js';
import { shareTexts } from './quota.js';
import { dealByRemainder, exactShares } from './remainder.js';
import { describe } from './weights.js';

interface Part {
  readonly share: number;
  readonly exact: string;
}

/** Shares units among groups and claims without one, and what a group gets among its claims; undefined where there are faults. */
export function shareUnits(capacity: number, claims: ReadClaims, faults: FaultList): MaxMinShare | undefined {
  const { ids, demands, weights, groupOf, groups, groupWeights } = claims;
  const wanted = readDemands(claims, faults);
  if (faults.count() > 0) return undefined;
  // First the groups, then the claims beside them.
  const single = [...ids.keys()].filter((at) => groupOf[at] === -1);
  const members = groups.map((): number[] => []);
  for (const [at, group] of groupOf.entries()) members[group]?.push(at);
  const top = fill(
    capacity,
    [...groupWeights, ...single.map((at) => weights[at]!)],
    [...members.map((own) => totalOf(own, wanted, capacity)), ...single.map((at) => wanted[at]!)],
  );
  const parts = new Array<Part>(ids.length);
  for (const [place, at] of single.entries()) parts[at] = top[groups.length + place]!;
  for (const [group, own] of members.entries()) {
    const inside = fill(
      top[group]!.share,
      own.map((at) => weights[at]!),
      own.map((at) => wanted[at]!),
    );
    for (const [place, at] of own.entries()) parts[at] = inside[place]!;
  }
  let unused = capacity;
  for (const { share } of parts) unused -= share;
  return {
    ok: true,
    kind: 'maxMin',
    claims: ids.map((id, at) => ({ id, ...parts[at]!, isSatisfied: parts[at]!.share === demands[at] })),
    groups: groups.map((id, group) => ({ id, ...top[group]! })),
    unused,
    diagnostics: [],
  };
}

/** Everybody in proportion to the weight, but for those who want less. */
function fill(capacity: number, weights: readonly bigint[], wanted: readonly number[]): readonly Part[] {
  const min = wanted.map(() => 0);
  const max = wanted.map((own) => Math.min(own, capacity));
  const deal = { weights, min, max, seats: totalOf([...wanted.keys()], max, capacity) };
  const exact = shareTexts(exactShares(deal));
  return dealByRemainder(deal).given.map((share, at) => ({ share, exact: exact[at]! }));
}

/** What they want together, or the capacity where that is less. */
function totalOf(places: readonly number[], wanted: readonly number[], capacity: number): number {
  let total = 0;
  for (const at of places) total = Math.min(capacity, total + wanted[at]!);
  return total;
}

function readDemands({ ids, demands }: ReadClaims, faults: FaultList): readonly number[] {
  return demands.map((demand, at) => {
    if (isCount(demand)) return demand;
    const message = `the demand of ${quote(ids[at]!)} is ${describe(demand)}, and no whole number from 0`;
    addClaimFault(at, 'demand', message, 'give whole units: smaller ones where need be', faults);
    return 0;
  });
}
