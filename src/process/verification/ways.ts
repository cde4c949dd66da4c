import type { Expression } from '../../expression/types.js';
import { nearestOutcome } from '../../governance/analysis/nearest.js';
import type { Witness } from '../../governance/analysis/types.js';
import type { ApprovalShortage } from '../../governance/approvals/types.js';
import { compilePolicy } from '../../governance/compile.js';
import { type CompiledFacts, compileFacts } from '../../governance/facts/compile.js';
import type { StoredFact } from '../../governance/facts/types.js';
import { seal, unseal } from '../../governance/seal.js';
import type { Outcome, Policy, PolicyDefinition, Requirement, Rule } from '../../governance/types.js';
import type { Authority, CompiledCondition, CompiledProcess } from '../compiled.js';
import type { Staff } from './staff.js';

/** Conditions that all have to hold. */
export type Conditions = readonly Expression[];

/** Whether some facts lead somewhere: facts with which they do, or whether it is proven that none do. */
export type Search = { readonly facts: Witness } | { readonly facts?: undefined; readonly proven: boolean };

/** How an authority lets something happen. */
export interface Way {
  readonly facts: Witness;
  /** What has to be approved; none where the owner decides alone. */
  readonly requirements: readonly Requirement[];
}

/** Facts with which an authority asks for more people than there are. */
export interface Short {
  readonly facts: Witness;
  readonly shortage: ApprovalShortage | undefined;
}

/** What an authority comes to where one of several lists of conditions holds. */
export interface Ways {
  /** Absent where nothing gets through. */
  readonly passing?: Way;
  readonly short: readonly Short[];
  /** Whether what is absent is proven to be. */
  readonly isProven: boolean;
}

type Asking = Extract<Outcome, { readonly kind: 'requires' }>;
type Rules = Pick<PolicyDefinition, 'rules' | 'otherwise' | 'hit'>;

export function expressionOf({ policy }: CompiledCondition): Expression {
  return unseal(policy).rules[0]!.expression;
}

export function negated(operand: Expression): Expression {
  return { kind: 'unary', operator: '!', operand, span: operand.span };
}

/** Looks for facts with which all of these conditions hold. */
export function satisfy(compiled: CompiledProcess, conditions: Conditions): Search {
  if (conditions.length === 0) return { facts: {} };
  const { facts, proven } = find(policyUnder(compiled, conditions, alone), 'autonomous');
  return facts === undefined ? { proven } : { facts };
}

/** Looks for a way through, and for what asks for too many people. */
export function waysOf(
  compiled: CompiledProcess,
  { policy }: Authority,
  alternatives: readonly Conditions[],
  staff: Staff,
  contributors: readonly string[] = [],
): Ways {
  const { rules, otherwise, hit } = unseal(policy).definition;
  const tooMuch = new Map<string, { readonly outcome: Asking; readonly shortage: ApprovalShortage | undefined }>();
  for (const { then } of [...rules, { then: otherwise }]) {
    const lack = then.kind === 'requires' && staff.lackFor(then.requirements, contributors);
    if (lack) tooMuch.set(JSON.stringify(then), { outcome: then, shortage: lack.shortage });
  }
  // Joined with others it is as much out of reach: to get through, it is as good as forbidden.
  const open = (then: Outcome): Outcome => (tooMuch.has(JSON.stringify(then)) ? { kind: 'forbidden' } : then);
  const staffed: Rules = {
    rules: rules.map((rule) => ({ ...rule, then: open(rule.then) })),
    ...{ otherwise: open(otherwise), hit },
  };
  const short: Short[] = [];
  let isProven = true;
  let passing: Way | undefined;
  for (const conditions of alternatives) {
    const under = policyUnder(compiled, conditions, staffed);
    const free = find(under, 'autonomous');
    const asking = free.facts === undefined ? find(under, 'requires') : free;
    if (!asking.proven) isProven = false;
    if (asking.facts === undefined) continue;
    const requirements = asking.outcome.kind === 'requires' ? asking.outcome.requirements : [];
    const lack = requirements.length > 0 ? staff.lackFor(requirements, contributors) : undefined;
    if (lack === undefined) {
      passing = { facts: asking.facts, requirements };
      break;
    }
    // Each rule asks for few enough, and together they ask for too many: other facts may join others.
    short.push({ facts: asking.facts, shortage: lack.shortage });
    isProven = false;
  }
  for (const { outcome, shortage } of tooMuch.values()) {
    for (const conditions of alternatives) {
      const { facts } = find(policyUnder(compiled, conditions, { rules, otherwise, hit }), outcome);
      if (facts === undefined) continue;
      short.push({ facts, shortage });
      break;
    }
  }
  return { ...(passing !== undefined && { passing }), short, isProven };
}

const alone: Rules = { rules: [], otherwise: { kind: 'autonomous' }, hit: 'first' };

/** A policy that forbids what does not meet the conditions. */
function policyUnder(compiled: CompiledProcess, conditions: Conditions, { rules, otherwise, hit }: Rules): Policy {
  // A rule for each: joined, they could be more than a condition may be. First where the first rule decides; elsewhere what
  // forbids outweighs all others.
  const unmet = conditions.map(
    (condition, at): Rule => ({ id: `unmet/${at}`, when: negated(condition), then: { kind: 'forbidden' } }),
  );
  const definition: PolicyDefinition = {
    ...{ schemaVersion: 1, id: 'gate', version: '1', facts: compiled.facts.definition.id, onUnknown: 'ask' },
    ...{ rules: [...unmet, ...rules], otherwise, hit: hit === 'collect' ? 'strictest' : hit },
  };
  const result = compilePolicy(definition, ageless(compiled.facts), { isKept: false });
  // Each condition went through the door with the same facts, or with facts of the same types.
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return seal(definition, result.value) as Policy;
}

/** Facts with which a policy has an outcome, nothing known to begin with: what is found is all that matters. */
function find(policy: Policy, wanted: Outcome['kind'] | Outcome) {
  const found = nearestOutcome(policy as Policy<object>, {}, wanted);
  return found.found
    ? { facts: found.request, outcome: found.outcome, proven: true }
    : { facts: undefined, proven: found.proven };
}

const agelessOf = new WeakMap<CompiledFacts, CompiledFacts>();

/** Facts that never grow too old: a value can always be measured again. */
function ageless(compiled: CompiledFacts): CompiledFacts {
  const known = agelessOf.get(compiled);
  if (known !== undefined) return known;
  const facts = compiled.definition.facts.map((fact): StoredFact => {
    if (!('maxAge' in fact)) return fact;
    const { maxAge: _, ...rest } = fact;
    return rest;
  });
  const made = compileFacts({ ...compiled.definition, facts });
  agelessOf.set(compiled, made);
  return made;
}
