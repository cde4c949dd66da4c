import type { Diagnostic } from 'keelson/foundation';
import {
  evaluatePolicy,
  type FactSet,
  type FactValues,
  policyToCel,
  type StoredFact,
  safeParseFacts,
  safeParsePolicy,
} from 'keelson/governance';

/** true, false, or undefined for unknown. */
export type Truth = boolean | undefined;

/** A condition that the library took, or why it did not. */
export type Judged =
  | {
      readonly ok: true;
      /** What `policyToCel` prints for it. */
      readonly cel: string;
      readonly holds: (request: FactValues) => Truth;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Facts as a door takes them. */
export function factSetOf(facts: readonly StoredFact[]): FactSet {
  const result = safeParseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.value;
}

/** Reads a text as the only condition of a policy, and evaluates it by that policy's outcome. */
export function judge(facts: FactSet, when: string): Judged {
  const [yes, no] = [{ kind: 'autonomous' }, { kind: 'forbidden' }];
  const head = { schemaVersion: 1, id: 'policy', version: '1', facts: 'facts', hit: 'first', onUnknown: 'ask' };
  const rules = [{ id: 'rule', when, then: yes }];
  const result = safeParsePolicy({ ...head, rules, otherwise: no }, { facts });
  if (!result.ok) return result;
  return {
    ok: true,
    cel: policyToCel(result.value).rules[0]!.when,
    holds(request) {
      const decision = evaluatePolicy(result.value, request);
      return decision.status === 'decided' ? decision.outcome.kind === 'autonomous' : undefined;
    },
  };
}
