import type { Day } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { Delegation } from './types.js';

/** How many times a vote may be handed on. */
const mostSteps = 3;

/** Whether somebody may vote for another; without a role, as a named person. */
export type MayActFor = (by: ExternalId, principal: ExternalId, role: Name | undefined, on: Day) => boolean;

/** Reads delegations, leaving out those to somebody that may never have one, whoever hands it on. */
export function readDelegations(
  delegations: readonly Delegation[],
  mayReceive: (to: ExternalId) => boolean,
): MayActFor {
  const byPrincipal = new Map<ExternalId, Delegation[]>();
  for (const delegation of delegations) {
    const list = byPrincipal.get(delegation.from);
    if (list === undefined) byPrincipal.set(delegation.from, [delegation]);
    else list.push(delegation);
  }
  const known = new Map<string, ReadonlySet<ExternalId>>();

  /** Breadth first, so that everybody is met by the fewest steps, and a circle ends. */
  function reachableFrom(principal: ExternalId, role: Name | undefined, on: Day): ReadonlySet<ExternalId> {
    const met = new Set([principal]);
    let last = [principal];
    for (let step = 0; step < mostSteps; step++) {
      const next: ExternalId[] = [];
      for (const from of last) {
        for (const delegation of byPrincipal.get(from) ?? []) {
          const { to } = delegation;
          if (met.has(to) || !holds(delegation, role, on) || !mayReceive(to)) continue;
          met.add(to);
          next.push(to);
        }
      }
      last = next;
    }
    return met;
  }

  return (by, principal, role, on) => {
    const key = JSON.stringify([principal, role ?? null, on]);
    const found = known.get(key) ?? reachableFrom(principal, role, on);
    known.set(key, found);
    return found.has(by);
  };
}

function holds({ role, fromDay, toDay }: Delegation, asked: Name | undefined, on: Day): boolean {
  return (
    (role === undefined || role === asked) &&
    (fromDay === undefined || fromDay <= on) &&
    (toDay === undefined || on < toDay)
  );
}
