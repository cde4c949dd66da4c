import type { Diagnostic, ParseResult } from '../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../foundation/door.js';
import { definitionError } from '../foundation/error.js';
import { createFaultList } from '../foundation/fault-list.js';
import { literalOf } from '../foundation/literal.js';
import { defaultDoorLimits } from '../foundation/plain-json.js';
import { findRepeatedIds } from '../foundation/repeated-ids.js';
import { quote } from '../foundation/shorten.js';
import { compilePolicy } from './compile.js';
import type { CompiledFacts } from './facts/compile.js';
import { unseal as unsealFacts } from './facts/seal.js';
import type { FactSet, FactShape } from './facts/types.js';
import type { CheckRule, PolicyInput, RolesOf } from './literal.js';
import { policySchema } from './schema.js';
import { seal } from './seal.js';
import type { Outcome, Policy, PolicyDefinition, Rule } from './types.js';

/** What a policy's door is told beside the input. */
export interface ParsePolicyContext<F = FactShape> {
  /** The facts that the conditions speak of. */
  readonly facts: FactSet<F>;
  /** How large an input may be; see `DoorLimits` for what holds unless said, but for a depth of 256: conditions are trees. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the policy of a literal. The compiler checks the conditions that are written as literals: names of facts, and
 * texts against the values that a fact can have.
 *
 * Throws a `DefinitionError` that names every fault: a condition that does not parse or compares what cannot be compared, a rule
 * id that is there twice.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
 * const shipping = definePolicy({
 *   id: 'shipping',
 *   facts,
 *   rules: [{ id: 'cheap', when: `cost < 5000 && risk == 'low'`, then: outcome.autonomous(), because: 'cheap to undo' }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * definitionOf(shipping).hit; //=> 'strictest'
 */
export function definePolicy<const I extends string, F, const U extends readonly Rule[], const O extends Outcome>(
  policy: PolicyInput<I, F, O> & {
    readonly rules: { readonly [K in keyof U]: CheckRule<U[K], NoInfer<F>> } & U;
  },
): Policy<F, RolesOf<U[number]['then']> | RolesOf<O>, I> {
  const {
    schemaVersion = 1,
    version = '1',
    hit = 'strictest',
    onUnknown = 'strictest',
    facts,
    ...rest
  } = literalOf(policy);
  const named = unsealFacts(facts).definition.id;
  const result = safeParsePolicy({ schemaVersion, version, hit, onUnknown, ...rest, facts: named }, { facts });
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value as Policy<F, RolesOf<U[number]['then']> | RolesOf<O>, I>;
}

/**
 * Returns the policy of stored data; throws a `DefinitionError` where `safeParsePolicy` returns `ok: false`.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() }, { id: 'purchase' });
 * const stored = {
 *   ...{ schemaVersion: 1, id: 'spending', version: '7', facts: 'purchase', hit: 'first', onUnknown: 'ask' },
 *   ...{ rules: [{ id: 'small', when: 'cost < 100', then: { kind: 'autonomous' } }], otherwise: { kind: 'forbidden' } },
 * };
 * definitionOf(parsePolicy(stored, { facts })).version; //=> '7'
 */
export function parsePolicy<F>(input: unknown, context: ParsePolicyContext<F>): Policy<F> {
  const result = safeParsePolicy(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the policy of stored data, or every fault of its shape, its rules and their conditions. Never throws for what the
 * data holds.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() }, { id: 'purchase' });
 * const rules = [{ id: 'small', when: 'csot < 100', then: { kind: 'autonomous' } }];
 * const stored = { schemaVersion: 1, id: 'spending', version: '7', facts: 'purchase', hit: 'first', onUnknown: 'ask', rules, otherwise: { kind: 'forbidden' } };
 * safeParsePolicy(stored, { facts }).diagnostics.map(({ code, hint }) => [code, hint]);
 * //=> [['governance/unknown-fact', 'did you mean cost?']]
 */
export function safeParsePolicy<F>(input: unknown, context: ParsePolicyContext<F>): ParseResult<Policy<F>> {
  const facts = unsealFacts(context.facts);
  const limits = { ...defaultDoorLimits, depth: 256, ...context.limits };
  const opened = openDoor<PolicyDefinition>(policySchema, input, limits);
  if (!opened.ok) return opened;
  const other = otherFacts(opened.value, facts);
  if (other !== undefined) return { ok: false, diagnostics: [other] };
  const faults = createFaultList('shape/too-many-faults', limits.faults);
  findRepeatedIds(opened.value.rules, repeatedRules, faults);
  const compiled = compilePolicy(opened.value, facts);
  if (!compiled.ok) for (const diagnostic of compiled.diagnostics) faults.add(diagnostic.path, diagnostic);
  if (!compiled.ok || faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return { ok: true, value: seal(opened.value, compiled.value) as Policy<F>, diagnostics: [] };
}

/** A policy for other facts has nothing else said of it: its names would all be unknown. */
function otherFacts({ facts }: PolicyDefinition, { definition }: CompiledFacts): Diagnostic | undefined {
  if (facts === definition.id) return undefined;
  return {
    code: 'governance/other-facts',
    severity: 'error',
    message: `facts names ${quote(facts)}, but the policy is read with ${quote(definition.id)}`,
    path: ['facts'],
    hint: 'read it with the facts that it was written for',
  };
}

const repeatedRules = {
  code: 'governance/duplicate-rule',
  what: 'rule',
  hint: 'give it another id: reasons and reports name rules by their ids',
  pathOf: (index: number) => ['rules', index, 'id'],
};
