import { printExpression } from '../expression/printer.js';
import type { Span } from '../expression/types.js';
import { factsRead } from './axis.js';
import type { CompiledPolicy, CompiledRule } from './compiled.js';
import { type Truth, truthIn } from './conditions/truth.js';
import type { Condition } from './conditions/types.js';
import { decide } from './decide.js';
import { cellsIn, valuesOf } from './evaluate.js';
import type { FactValues, PolicyContext } from './facts/types.js';
import { givenValue, type KnownValues, type Scalar } from './facts/values.js';
import { unseal } from './seal.js';
import type { Outcome, Policy, PolicyDecision } from './types.js';

/** Whether something holds: `unknown` as long as a fact that would say so is absent. */
export type Holds = true | false | 'unknown';

/** One comparison of a rule, with what the request says. */
export interface ComparisonExplanation {
  /** The comparison, as the condition has it. */
  readonly text: string;
  /** Where it stands in the condition's text; absent where the condition is stored as a tree. */
  readonly span?: Span;
  readonly holds: Holds;
  /** The value of each fact that it reads; an absent fact is left out. */
  readonly actual: { readonly [fact: string]: boolean | number | string | readonly string[] };
}

/** One rule and how it came out. */
export interface RuleExplanation {
  readonly id: string;
  readonly holds: Holds;
  /** Whether the decision rests on it: among `rules` of the decision. */
  readonly counts: boolean;
  readonly outcome: Outcome;
  readonly because?: string;
  /** In the order of the condition. */
  readonly comparisons: readonly ComparisonExplanation[];
}

/** A decision with everything that led to it. Plain JSON. */
export interface PolicyExplanation<F> {
  readonly decision: PolicyDecision<F>;
  /** Every rule, in the order of the policy. */
  readonly rules: readonly RuleExplanation[];
}

/**
 * Returns a decision with every rule, true, false or unknown, and each of its comparisons with the actual value. The
 * decision is the one that `evaluatePolicy` returns, from the same computation; throws as that does.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), reversible: fact.boolean() });
 * const policy = definePolicy({
 *   id: 'shipping', version: '1', facts,
 *   rules: [{ id: 'two_way_door', when: 'reversible && cost < 50000', then: outcome.autonomous() }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * const [rule] = explainPolicy(policy, { cost: 80_000, reversible: true }).rules;
 * rule?.comparisons.map(({ text, holds, actual }) => [text, holds, actual]);
 * //=> [['reversible', true, { reversible: true }], ['cost < 50000', false, { cost: 80000 }]]
 */
export function explainPolicy<F>(
  policy: Policy<F>,
  request: FactValues<NoInfer<F>>,
  context: PolicyContext = {},
): PolicyExplanation<F> {
  const compiled = unseal(policy);
  const values = valuesOf(compiled, request, context);
  const cells = cellsIn(compiled, values);
  const decision = decide(compiled, cells, values) as PolicyDecision<F>;
  const counting = new Set(decision.rules);
  const rules = compiled.rules.map((rule) => explainRule(compiled, rule, cells, values, counting.has(rule.id)));
  return { decision, rules };
}

function explainRule(
  compiled: CompiledPolicy,
  { id, condition, definition }: CompiledRule,
  cells: readonly number[],
  values: KnownValues,
  counts: boolean,
): RuleExplanation {
  const { when } = definition;
  const truthOf = (part: Condition): Holds => toHolds(truthIn(part, compiled.placeOf, cells));
  const comparisons = comparisonsIn(condition).map(({ expression, part }): ComparisonExplanation => {
    const holds = truthOf(part);
    const actual = actualOf(compiled, part, values);
    if (typeof when !== 'string') return { text: printExpression(expression), holds, actual };
    const { span } = expression;
    return { text: when.slice(span[0], span[1]), span, holds, actual };
  });
  const { then: outcome, because } = definition;
  return { id, holds: truthOf(condition), counts, outcome, ...(because !== undefined && { because }), comparisons };
}

type Comparison = Extract<Condition, { readonly kind: 'comparison' }>;

function comparisonsIn(condition: Condition): readonly Comparison[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition];
    case 'not':
      return comparisonsIn(condition.part);
    case 'all':
    case 'any':
    case 'same':
      return condition.parts.flatMap(comparisonsIn);
    default:
      return [];
  }
}

function toHolds(truth: Truth): Holds {
  return truth === -1 ? 'unknown' : truth === 1;
}

/** The values of the facts that a comparison reads, in the order of the facts. */
function actualOf(
  { facts }: CompiledPolicy,
  condition: Condition,
  values: KnownValues,
): ComparisonExplanation['actual'] {
  const actual: Record<string, Scalar | readonly string[]> = {};
  for (const fact of factsRead(condition)) {
    const value = values[fact];
    if (value !== undefined) actual[facts.facts[fact]!.id] = givenValue(facts.facts[fact]!, value);
  }
  return actual;
}
