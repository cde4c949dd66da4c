import { printExpression } from '../../expression/printer.js';
import { nearestOutcome } from '../../governance/analysis/nearest.js';
import type { Witness } from '../../governance/analysis/types.js';
import { compilePolicy } from '../../governance/compile.js';
import { compileFacts } from '../../governance/facts/compile.js';
import type { StoredFact } from '../../governance/facts/types.js';
import { seal, unseal } from '../../governance/seal.js';
import type { Outcome, Policy, PolicyDefinition } from '../../governance/types.js';
import type { CompiledCondition, CompiledProcess, Step } from '../compiled.js';

/** Whether some facts lead somewhere: facts with which they do, or whether it is proven that none do. */
export type Search = { readonly facts: Witness } | { readonly facts?: undefined; readonly proven: boolean };

/** The text of a condition, as part of another. */
function textOf({ policy }: CompiledCondition): string {
  return `(${printExpression(unseal(policy).rules[0]!.expression)})`;
}

/** Looks for facts with which all of these conditions hold. */
export function satisfy(compiled: CompiledProcess, conditions: readonly CompiledCondition[]): Search {
  if (conditions.length === 0) return { facts: {} };
  const policy = policyOf(compiled, {
    rules: [{ id: 'all', when: conditions.map(textOf).join(' && '), then: { kind: 'autonomous' } }],
    otherwise: { kind: 'forbidden' },
    hit: 'first',
  });
  return find(policy, 'autonomous');
}

/** The gate's policy, which forbids what does not meet the conditions. */
export function gatePolicy(compiled: CompiledProcess, step: Step, conditions: readonly CompiledCondition[]): Policy {
  const { definition } = unseal(step.authority.policy);
  const { rules, otherwise, hit } = definition;
  if (conditions.length === 0) return policyOf(compiled, { rules, otherwise, hit });
  const unmet = `!(${conditions.map(textOf).join(' && ')})`;
  // First where the first rule decides; elsewhere what forbids outweighs all others.
  const all = [{ id: 'gate/unmet', when: unmet, then: { kind: 'forbidden' } as const }, ...rules];
  return policyOf(compiled, { rules: all, otherwise, hit });
}

/** Looks for facts with which a policy has an outcome. */
export function find(policy: Policy, wanted: Outcome['kind'] | Outcome): Search {
  // Nothing known to begin with: what is found is all that matters.
  const found = nearestOutcome(policy as Policy<object>, {}, wanted);
  return found.found ? { facts: found.request } : { proven: found.proven };
}

/** Every outcome that asks for approval and that some facts lead to, with such facts. */
export function askingOutcomes(
  policy: Policy,
): readonly { readonly outcome: Outcome & { kind: 'requires' }; readonly facts: Witness }[] {
  const { definition } = unseal(policy);
  const seen = new Map<string, Outcome & { kind: 'requires' }>();
  for (const { then } of [...definition.rules, { then: definition.otherwise }]) {
    if (then.kind === 'requires') seen.set(JSON.stringify(then), then);
  }
  return [...seen.values()].flatMap((outcome) => {
    const found = find(policy, outcome);
    return found.facts === undefined ? [] : [{ outcome, facts: found.facts }];
  });
}

function policyOf(
  { facts }: CompiledProcess,
  { rules, otherwise, hit }: Pick<PolicyDefinition, 'rules' | 'otherwise' | 'hit'>,
): Policy {
  const definition: PolicyDefinition = {
    ...{
      schemaVersion: 1,
      id: 'gate',
      version: '1',
      facts: facts.definition.id,
      hit: hit === 'collect' ? 'strictest' : hit,
    },
    ...{ onUnknown: 'ask', rules, otherwise },
  };
  const result = compilePolicy(definition, ageless(facts));
  // Each condition went through the door with the same facts, or with facts of the same types.
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return seal(definition, result.value) as Policy;
}

/** Facts that never grow too old: a value can always be measured again. */
function ageless({ definition }: CompiledProcess['facts']): CompiledProcess['facts'] {
  const facts = definition.facts.map((fact): StoredFact => {
    if (!('maxAge' in fact)) return fact;
    const { maxAge: _, ...rest } = fact;
    return rest;
  });
  return compileFacts({ ...definition, facts });
}
