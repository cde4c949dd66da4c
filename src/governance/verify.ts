import { canonicalJson } from '../foundation/canonical-json.js';
import type { Diagnostic } from '../foundation/diagnostic.js';
import { evaluatePolicy } from './evaluate.js';
import type { FactValues, PolicyContext } from './facts/types.js';
import { unseal } from './seal.js';
import type { Policy, PolicyDecision } from './types.js';

/** What verifying finds: nothing, or what is not as it was. */
export type Verification = { readonly ok: true } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Runs a stored decision again and compares the two to the letter: whether it was made by this policy (id, version,
 * fingerprint), and whether the request leads to it. Give the context that it was made with. Throws as `evaluatePolicy` does.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }) });
 * const rules = [{ id: 'small', when: 'cost < 50000', then: outcome.autonomous() }] as const;
 * const policy = definePolicy({ id: 'spending', version: '1', facts, rules, otherwise: outcome.forbidden() });
 * const decision = evaluatePolicy(policy, { cost: 20_000 });
 * verifyDecision(policy, { cost: 20_000 }, decision); //=> { ok: true }
 * verifyDecision(policy, { cost: 90_000 }, decision).ok; //=> false
 */
export function verifyDecision<F>(
  policy: Policy<F>,
  request: FactValues<NoInfer<F>>,
  decision: PolicyDecision<NoInfer<F>>,
  context: PolicyContext = {},
): Verification {
  const { reference } = unseal(policy);
  const { policy: stated, ...rest } = decision;
  const diagnostics: Diagnostic[] = [];
  for (const key of ['id', 'version', 'fingerprint'] as const) {
    if (stated[key] === reference[key]) continue;
    const message = `the decision is by a policy of ${key} ${stated[key]}, this one is of ${key} ${reference[key]}`;
    const hint = 'verify it against the policy that made it';
    diagnostics.push({ code: 'governance/other-policy', severity: 'error', message, path: ['policy', key], hint });
    break;
  }
  const { policy: _, ...again } = evaluatePolicy(policy, request, context);
  const stale = keysOf(rest, again).find((key) => differ(rest, again, key));
  if (stale !== undefined) {
    const message = `${stale} was ${textOf(rest, stale)} and comes to ${textOf(again, stale)}`;
    const hint = 'the request, its context or the policy is not the one that it was made with';
    diagnostics.push({ code: 'governance/other-decision', severity: 'error', message, path: [stale], hint });
  }
  return diagnostics.length === 0 ? { ok: true } : { ok: false, diagnostics };
}

function keysOf(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function differ(a: object, b: object, key: string): boolean {
  return textOf(a, key) !== textOf(b, key);
}

function textOf(value: object, key: string): string {
  const found = Object.getOwnPropertyDescriptor(value, key)?.value;
  return found === undefined ? 'absent' : canonicalJson(found);
}
