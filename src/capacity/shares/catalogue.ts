import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { ApportionOptions } from './types.js';

/** What an example is made of: the arguments of `apportion`. */
export interface ApportionExample {
  readonly weights: Readonly<Record<string, number>>;
  readonly seats: number;
  readonly options?: ApportionOptions;
}

/** What can be wrong with weights, seats and limits, and the same put right. */
export const apportionCatalogue: readonly CatalogueEntry<ApportionExample>[] = /* @__PURE__ */ (() => {
  const weights = { core: 70, adjacent: 20, transformational: 10 };
  const good: ApportionExample = { weights, seats: 46 };
  const limited = (options: ApportionOptions): ApportionExample => ({ ...good, options });
  const equal = { core: 1, adjacent: 1 };

  return [
    {
      code: 'capacity/invalid-apportionment',
      severity: 'error',
      summary:
        'The weights are no record, the seats no whole number, or an option is none: a method, an order of ties.',
      bad: { ...good, seats: 45.5 },
      good,
    },
    {
      code: 'capacity/invalid-weight',
      severity: 'error',
      summary: 'A weight is no number, not finite, less than 0, or of a size that nothing has.',
      bad: { ...good, weights: { ...weights, adjacent: -20 } },
      good,
    },
    {
      code: 'capacity/invalid-seat-limit',
      severity: 'error',
      summary:
        'A minimum or maximum is no whole number, is of somebody without a weight, or they leave nothing between them.',
      bad: limited({ min: { cor: 30 } }),
      good: limited({ min: { core: 30 } }),
    },
    {
      code: 'capacity/minimums-above-seats',
      severity: 'error',
      summary: 'The minimums add up to more seats than there are.',
      bad: limited({ min: 16 }),
      good: limited({ min: 15 }),
    },
    {
      code: 'capacity/seats-left-over',
      severity: 'error',
      summary: 'The maximums, or weights of 0, keep some of the seats from going to anybody.',
      bad: limited({ max: 15 }),
      good: limited({ max: 16 }),
    },
    {
      code: 'capacity/too-few-seats',
      severity: 'error',
      summary: 'A method that gives each positive weight a seat before any gets two has fewer seats than that takes.',
      bad: { weights, seats: 2, options: { method: 'huntingtonHill' } },
      good: { weights, seats: 2, options: { method: 'webster' } },
    },
    {
      code: 'capacity/tie-broken-by-order',
      severity: 'warning',
      summary: 'Several have equal claims to the last seats, and only the order in which they are written decided.',
      bad: { weights: equal, seats: 1 },
      good: { weights: equal, seats: 1, options: { ties: ['adjacent', 'core'] } },
    },
  ];
})();
