import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { UnitClaim } from './fair-types.js';

/** What an example is made of: the arguments of `fairShare` for units of one resource. */
export interface FairShareExample {
  readonly capacity: number;
  readonly claims: readonly UnitClaim[];
}

/** What can be wrong with capacities and claims, and the same put right. */
export const fairShareCatalogue: readonly CatalogueEntry<FairShareExample>[] = /* @__PURE__ */ (() => {
  const claims = [
    { id: 'web', demand: 20 },
    { id: 'ios', demand: 70 },
  ];
  const good: FairShareExample = { capacity: 80, claims };
  return [
    {
      code: 'capacity/invalid-fair-share',
      severity: 'error',
      summary: 'A capacity is no whole number or no record of them, the claims are no list, or an option is none.',
      bad: { ...good, capacity: -80 },
      good,
    },
    {
      code: 'capacity/invalid-claim',
      severity: 'error',
      summary:
        'A claim has no id or that of another, a demand that is none or of a resource that is none, a weight not above 0, or a group that is none.',
      bad: { ...good, claims: [...claims, { id: 'web', demand: 5 }] },
      good: { ...good, claims: [...claims, { id: 'android', demand: 5 }] },
    },
  ];
})();
