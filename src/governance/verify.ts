import { canonicalJson } from '../foundation/canonical-json.js';
import type { Diagnostic } from '../foundation/diagnostic.js';
import { copyPlainJson } from '../foundation/plain-json.js';
import { shorten } from '../foundation/shorten.js';
import { evaluatePolicy } from './evaluate.js';
import type { FactValues, PolicyContext } from './facts/types.js';
import { unseal } from './seal.js';
import type { Policy, PolicyDecision } from './types.js';

/** What verifying finds: nothing, or what is not as it was. */
export type Verification = { readonly ok: true } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Runs a stored decision again and compares the two to the letter: whether it was made by this policy (id, version,
 * fingerprint), and whether the request leads to it. The decision may be any stored value. Give the context that it was made
 * with. Throws as `evaluatePolicy` does.
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
  const copied = copyPlainJson(decision);
  if (!copied.ok) return { ok: false, diagnostics: copied.diagnostics };
  const { policy: stated, ...stored } = entriesOf(copied.value);
  const { policy: _, ...again } = evaluatePolicy(policy, request, context);
  const key = firstDifference(entriesOf(stated), { ...reference });
  const part = firstDifference(stored, { ...again });
  const diagnostics = [
    ...(key === undefined ? [] : [otherPolicy(key, entriesOf(stated), { ...reference })]),
    ...(part === undefined ? [] : [otherDecision(part, stored, { ...again })]),
  ];
  return diagnostics.length === 0 ? { ok: true } : { ok: false, diagnostics };
}

type Entries = { readonly [key: string]: unknown };

/** What stands in a value by key; nothing in one that has no keys. */
function entriesOf(value: unknown): Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The first key, in the order of what is expected, under which two do not have the same. */
function firstDifference(found: Entries, expected: Entries): string | undefined {
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...keys].find((key) => textOf(found, key) !== textOf(expected, key));
}

function textOf(entries: Entries, key: string): string {
  const value = Object.hasOwn(entries, key) ? entries[key] : undefined;
  return value === undefined ? 'absent' : canonicalJson(value);
}

function otherPolicy(key: string, found: Entries, expected: Entries): Diagnostic {
  return {
    code: 'governance/other-policy',
    severity: 'error',
    message: `the decision states a policy whose ${key} is ${said(found, key)}; of this one it is ${said(expected, key)}`,
    path: ['policy', key],
    hint: 'verify it against the policy that made it',
  };
}

function otherDecision(key: string, found: Entries, expected: Entries): Diagnostic {
  return {
    code: 'governance/other-decision',
    severity: 'error',
    message: `${shorten(key)} was ${said(found, key)} and comes to ${said(expected, key)}`,
    path: [key],
    hint: 'the request, its context or the policy is not the one that it was made with',
  };
}

function said(entries: Entries, key: string): string {
  return shorten(textOf(entries, key), 200);
}
