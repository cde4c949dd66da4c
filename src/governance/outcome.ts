import type { Outcome, Requirement } from './types.js';

/** What a policy may say of a request, each of one kind. */
export interface OutcomeBuilders {
  /** Go ahead, nobody needs to be asked. */
  autonomous(): Extract<Outcome, { readonly kind: 'autonomous' }>;
  /** Go ahead once all of these are met. */
  requires<const R extends string = never>(
    ...requirements: readonly [Requirement<R>, ...Requirement<R>[]]
  ): Extract<Outcome<R>, { readonly kind: 'requires' }>;
  /** Do not, whoever approves. */
  forbidden(): Extract<Outcome, { readonly kind: 'forbidden' }>;
}

/**
 * Makes the outcomes of a policy's literal. Nothing is checked yet: that quorums are numbers from 1 is for `definePolicy` to
 * see.
 *
 * @example
 * outcome.autonomous(); //=> { kind: 'autonomous' }
 * outcome.requires({ role: 'legal', quorum: 1, veto: true });
 * //=> { kind: 'requires', requirements: [{ role: 'legal', quorum: 1, veto: true }] }
 */
export const outcome: OutcomeBuilders = /* @__PURE__ */ Object.freeze<OutcomeBuilders>({
  autonomous: () => ({ kind: 'autonomous' }),
  requires: (...requirements) => ({ kind: 'requires', requirements }),
  forbidden: () => ({ kind: 'forbidden' }),
});
