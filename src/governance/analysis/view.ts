import { printExpression } from '../../expression/printer.js';
import type { Path } from '../../foundation/diagnostic.js';
import { keelsonError } from '../../foundation/error.js';
import { quote, shorten } from '../../foundation/shorten.js';
import type { Axis, CompiledPolicy } from '../compiled.js';
import type { PolicyContext } from '../facts/types.js';
import type { PolicyDecision } from '../types.js';
import { createOutcomeTable, numbersOf, type OutcomeTable } from './outcome-table.js';
import { bySize } from './search.js';
import { createSpace, meet, type Region, type Space } from './space.js';
import type { AnalysisLimits, PolicyFinding } from './types.js';
import { decisionOn, fallsIn, findWitness } from './witness.js';
import { regionText } from './words.js';

/** A policy laid out for search. */
export interface PolicyView {
  readonly policy: CompiledPolicy;
  readonly context: PolicyContext;
  readonly space: Space;
  /** Every box, the largest first. */
  readonly boxes: readonly number[];
  readonly ruleOf: Int32Array;
  readonly boxesOf: readonly (readonly number[])[];
  readonly outcomes: OutcomeTable;
  /** Of each rule its outcome, in `outcomes`. */
  readonly outcomeOf: readonly number[];
  readonly otherwise: number;
}

export function createView(policy: CompiledPolicy, context: PolicyContext = {}): PolicyView {
  const space = createSpace(
    policy.axes.map(({ cells }) => cells),
    policy.boxes,
  );
  const boxesOf = policy.rules.map((): number[] => []);
  for (const [box, { rule }] of policy.boxes.entries()) boxesOf[rule]!.push(box);
  const outcomes = createOutcomeTable();
  return {
    policy,
    context,
    space,
    boxes: bySize(space, policy.boxes.keys()),
    ruleOf: Int32Array.from(policy.boxes, ({ rule }) => rule),
    boxesOf,
    outcomes,
    outcomeOf: numbersOf(policy, outcomes),
    otherwise: outcomes.numberOf(policy.definition.otherwise),
  };
}

/** The regions in which a rule holds, one a box. */
export function regionsOf({ space, boxesOf }: PolicyView, rule: number): readonly Region[] {
  return boxesOf[rule]!.map((box) => meet(space, space.full, box)).filter((region) => region !== undefined);
}

/** Boxes, the largest first, of the rules that are asked for. */
export function boxesWhere({ boxes, ruleOf }: PolicyView, wanted: (rule: number) => boolean): readonly number[] {
  return boxes.filter((box) => wanted(ruleOf[box]!));
}

export function idOf({ policy }: PolicyView, rule: number): string {
  return policy.rules[rule]!.id;
}

/** What a finding says of a region: the words, a request that falls in it, and whether the policy confirms it. */
export function evidence(
  { policy, context }: PolicyView,
  region: Region,
  expected: (decision: PolicyDecision) => boolean,
): Pick<PolicyFinding, 'region' | 'witness' | 'mayBeSpurious'> {
  const { request, confirmed } = findWitness(policy, region, (tried) => {
    const decision = decisionOn(policy, tried, context);
    return decision !== undefined && expected(decision) && fallsIn(policy, tried, region, context);
  });
  return {
    region: regionText(policy, region),
    witness: request,
    ...(!confirmed && { mayBeSpurious: true as const }),
  };
}

export function rulePath(rule: number): Path {
  return ['rules', rule];
}

/** Rule ids for a message. */
export function ruleNames(view: PolicyView, rules: readonly number[], most = 5): string {
  const names = rules.slice(0, most).map((rule) => quote(idOf(view, rule)));
  const rest = rules.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(rules.length === 2 ? ' and ' : ', ');
}

/** The comparisons that cells cannot take apart. */
export function freeTests(axes: readonly Axis[]): readonly string[] {
  const texts = axes.flatMap((axis) => {
    if (axis.kind !== 'opaque') return [];
    return 'expression' in axis.of
      ? [shorten(printExpression(axis.of.expression), 200)]
      : ['a condition of too many parts'];
  });
  return [...new Set(texts)];
}

const defaultBudget = 50_000_000;
const defaultMax = 20;

/** Fills in limits; throws a `KeelsonError` (`governance/invalid-options`) for those that no call accepts. */
export function readLimits({
  budget = defaultBudget,
  max = defaultMax,
  context = {},
}: AnalysisLimits): Required<AnalysisLimits> {
  for (const [name, value] of [
    ['budget', budget],
    ['max', max],
  ] as const) {
    if (Number.isSafeInteger(value) && value >= 1) continue;
    throw keelsonError('governance/invalid-options', `${name} must be a whole number of at least 1, not ${value}`);
  }
  return { budget, max, context };
}
