import type { CatalogueEntry } from '../foundation/diagnostic.js';
import type { PolicyDefinition, Rule } from './types.js';

/** The parts of a stored policy that are at fault. */
export type PolicyExample = Pick<PolicyDefinition, 'facts' | 'rules'>;

function rule(id: string, when: string): Rule {
  return { id, when, then: { kind: 'autonomous' } };
}

/** What can be wrong with a policy beyond its shape and its conditions; it is read with the facts `shipping`, which have a `cost`. */
export const policyCatalogue: readonly CatalogueEntry<PolicyExample>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/other-facts',
    severity: 'error',
    summary:
      'A policy is read with other facts than it was written for, so that its conditions would mean something else.',
    bad: { facts: 'hiring', rules: [rule('cheap', 'cost < 100')] },
    good: { facts: 'shipping', rules: [rule('cheap', 'cost < 100')] },
  },
  {
    code: 'governance/duplicate-rule',
    severity: 'error',
    summary: 'Two rules have one id, so that a reason that names it could mean either.',
    bad: { facts: 'shipping', rules: [rule('cheap', 'cost < 100'), rule('cheap', 'cost < 500')] },
    good: { facts: 'shipping', rules: [rule('cheap', 'cost < 100'), rule('fair', 'cost < 500')] },
  },
])();

/** A decision that `made` says how, and what it is verified against. */
export interface VerificationExample {
  readonly made: { readonly version: string; readonly cost: number };
  readonly verified: { readonly version: string; readonly cost: number };
}

/** What can be wrong with a stored decision; the policy, of that version, lets through what costs less than 100. */
export const verificationCatalogue: readonly CatalogueEntry<VerificationExample>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/other-policy',
    severity: 'error',
    summary: 'A decision was made by another policy, another version of it, or one that was changed under its version.',
    bad: { made: { version: '1', cost: 50 }, verified: { version: '2', cost: 50 } },
    good: { made: { version: '1', cost: 50 }, verified: { version: '1', cost: 50 } },
  },
  {
    code: 'governance/other-decision',
    severity: 'error',
    summary: 'A request does not lead to the decision that is stored with it.',
    bad: { made: { version: '1', cost: 50 }, verified: { version: '1', cost: 500 } },
    good: { made: { version: '1', cost: 50 }, verified: { version: '1', cost: 60 } },
  },
])();
