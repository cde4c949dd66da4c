import type { Expression } from '../../expression/types.js';
import type { ExternalId } from '../../foundation/names.js';
import { nearestOutcome } from '../../governance/analysis/nearest.js';
import type { Witness } from '../../governance/analysis/types.js';
import { compileRules } from '../../governance/compile.js';
import { type CompiledFacts, compileFacts } from '../../governance/facts/compile.js';
import type { StoredFact } from '../../governance/facts/types.js';
import { seal, unseal } from '../../governance/seal.js';
import type { Outcome, Policy, PolicyDefinition, Requirement, Rule } from '../../governance/types.js';
import type { Authority, CompiledCondition, CompiledProcess } from '../compiled.js';
import type { Lack, Staff } from './staff.js';

/** Conditions that all have to hold. */
export type Conditions = readonly Expression[];

/** What a search found, or whether it is proven that there is nothing. */
export interface Found<T> {
  readonly found?: T;
  readonly isProven: boolean;
}

/** How an authority lets something happen. */
export interface Way {
  readonly facts: Witness;
  /** What has to be approved; none where the owner decides alone. */
  readonly requirements: readonly Requirement[];
}

/** Facts with which an authority asks for more people than there are. */
export interface Short extends Lack {
  readonly facts: Witness;
}

/** What an authority comes to where some conditions hold. */
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

/** Adds what conditions are not: that a score is reached, say. */
export type Lift = <T extends { readonly facts: Witness }>(look: (more: Conditions) => Found<T>) => Found<T>;

const nothingMore: Lift = (look) => look([]);

/** Looks for facts with which all of these conditions hold. */
export function satisfy(
  compiled: CompiledProcess,
  conditions: Conditions,
  lift: Lift = nothingMore,
): Found<{ readonly facts: Witness }> {
  return lift((more) => {
    const all = [...conditions, ...more];
    if (all.length === 0) return { found: { facts: {} }, isProven: true };
    return find(policyUnder(compiled, all, alone), 'autonomous');
  });
}

/** Looks for a way through, and for what asks for too many people. */
export function waysOf(
  compiled: CompiledProcess,
  { policy }: Authority,
  staff: Staff,
  { conditions = [], lift = nothingMore, contributors = [] }: Under = {},
): Ways {
  const rules: Rules = unseal(policy).definition;
  const tooMuch = new Map<string, { readonly outcome: Asking; readonly lack: Lack }>();
  for (const { then } of [...rules.rules, { then: rules.otherwise }]) {
    const lack = then.kind === 'requires' && staff.lackFor(then.requirements, contributors);
    if (lack) tooMuch.set(JSON.stringify(then), { outcome: then, lack });
  }
  // Joined with others it is as much out of reach: to get through, it is as good as forbidden.
  const open = (then: Outcome): Outcome => (tooMuch.has(JSON.stringify(then)) ? { kind: 'forbidden' } : then);
  const staffed: Rules = {
    rules: rules.rules.map((rule) => ({ ...rule, then: open(rule.then) })),
    ...{ otherwise: open(rules.otherwise), hit: rules.hit },
  };
  const short: Short[] = [];
  const passing = lift((more): Found<Way> => {
    const under = policyUnder(compiled, [...conditions, ...more], staffed);
    const free = find(under, 'autonomous');
    const { found, isProven } = free.found === undefined ? find(under, 'requires') : free;
    if (found === undefined) return { isProven: free.isProven && isProven };
    const requirements = found.outcome.kind === 'requires' ? found.outcome.requirements : [];
    const lack = requirements.length > 0 ? staff.lackFor(requirements, contributors) : undefined;
    if (lack === undefined) return { found: { facts: found.facts, requirements }, isProven: true };
    // Each rule asks for few enough, and together they ask for too many: other facts may join others.
    if (short.length === 0) short.push({ facts: found.facts, ...lack });
    return { isProven: false };
  });
  for (const { outcome, lack } of tooMuch.values()) {
    const { found } = lift((more) => find(policyUnder(compiled, [...conditions, ...more], rules), outcome));
    if (found !== undefined) short.push({ facts: found.facts, ...lack });
  }
  return { ...(passing.found !== undefined && { passing: passing.found }), short, isProven: passing.isProven };
}

/** What has to hold, and who may be excluded. */
export interface Under {
  readonly conditions?: Conditions;
  readonly lift?: Lift;
  readonly contributors?: readonly ExternalId[];
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
  // No decision of it is kept, so that it needs no fingerprint.
  const reference = () => ({ id: definition.id, version: definition.version, fingerprint: '' });
  const result = compileRules(definition, ageless(compiled.facts), reference);
  // Each condition went through the door with the same facts, or with facts of the same types.
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return seal(definition, result.value) as Policy;
}

/** Facts with which a policy has an outcome, nothing known to begin with: what is found is all that matters. */
function find(
  policy: Policy,
  wanted: Outcome['kind'] | Outcome,
): Found<{ readonly facts: Witness; readonly outcome: Outcome }> {
  const nearest = nearestOutcome(policy as Policy<object>, {}, wanted);
  if (!nearest.found) return { isProven: nearest.proven };
  return { found: { facts: nearest.request, outcome: nearest.outcome }, isProven: true };
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
