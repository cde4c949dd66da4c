import type { Diagnostic } from '../foundation/diagnostic.js';
import { unseal } from './seal.js';
import type { Policy } from './types.js';

/**
 * Returns what is unwise in the conditions of a policy, rule by rule: comparisons that can turn out in one way only. What
 * rules do to each other is for `analyzePolicy`.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0, max: 100_000 }) });
 * const policy = definePolicy({
 *   id: 'spending', version: '1', facts,
 *   rules: [{ id: 'large', when: 'cost > 500000', then: outcome.forbidden() }],
 *   otherwise: outcome.autonomous(),
 * });
 * checkPolicy(policy).map(({ code }) => code); //=> ['governance/always-false']
 */
export function checkPolicy(policy: Policy): readonly Diagnostic[] {
  return unseal(policy).notices;
}
