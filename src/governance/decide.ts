import type { Axis, Box, CompiledPolicy, CompiledRule, PolicyTables } from './compiled.js';
import type { KnownValues } from './facts/values.js';
import { allMatches, firstMatch, openMatches } from './match.js';
import { type Possible, possibleOutcomes } from './possible.js';
import type { DecidedPolicy, Outcome, PolicyDecision } from './types.js';

const none: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** What a policy says of a request whose facts fall in these cells. */
export function decide(compiled: CompiledPolicy, cells: readonly number[], values: KnownValues): PolicyDecision {
  if (cells.includes(-1)) return decideOpen(compiled, cells, values);
  const { tables, definition } = compiled;
  if (definition.hit !== 'first') return decideAll(compiled, allMatches(tables, cells));
  const rule = firstMatch(tables, cells);
  return rule === -1 ? compiled.onOtherwise : compiled.onRule[rule]!;
}

/** Every rule that holds is known. */
function decideAll(compiled: CompiledPolicy, rules: readonly number[]): DecidedPolicy {
  if (rules.length === 0) return compiled.onOtherwise;
  if (rules.length === 1) return compiled.onRule[rules[0]!]!;
  return decisionOf(compiled, rules);
}

/** The decision that these rules make together where nothing is missing; of none, that of `otherwise`. */
export function decisionOf(compiled: PolicyTables, rules: readonly number[]): DecidedPolicy {
  const { outcomes, otherwise, definition, reference } = compiled;
  const found = rules.map((rule) => compiled.rules[rule]!);
  const numbers = found.length > 0 ? found.map(({ outcome }) => outcome) : [otherwise];
  const outcome = outcomes.list[outcomes.joined(numbers)]!;
  const ids = found.map(({ id }) => id);
  const collects = definition.hit === 'collect';
  const possible = collects ? outcomes.sorted(new Set(numbers)).map((number) => outcomes.list[number]!) : [outcome];
  return {
    status: 'decided',
    outcome,
    ...(collects && { outcomes: numbers.map((number) => outcomes.list[number]!) }),
    ...(definition.hit === 'unique' && ids.length > 1 && { overlap: ids }),
    rules: ids,
    because: reasonsOf(found),
    missing: none,
    deciding: none,
    undecided: none,
    possible,
    policy: reference,
  };
}

function reasonsOf(rules: readonly CompiledRule[]): readonly string[] {
  return rules.flatMap(({ definition: { because } }) => (because === undefined ? [] : [because]));
}

/** Some fact that a rule asks for is unknown. */
function decideOpen(compiled: CompiledPolicy, cells: readonly number[], values: KnownValues): PolicyDecision {
  const { outcomes, definition } = compiled;
  const { certain, open } = openMatches(compiled.tables, cells);
  const found = possibleOutcomes(compiled, certain, [...new Set(open.map(({ rule }) => rule))]);
  const mattering = new Set(found.undecided);
  const openBoxes = open.filter(({ rule }) => mattering.has(rule));
  const gaps = {
    missing: missingFacts(compiled, values),
    deciding: decidingFacts(compiled, openBoxes, cells, values),
    undecided: found.undecided.map((rule) => compiled.rules[rule]!.id),
    possible: found.outcomes.map((number) => outcomes.list[number]!),
  };
  const sure = decisionOf(compiled, found.rules);
  const isOpen = found.undecided.length > 0;
  if (isOpen && definition.onUnknown === 'ask') {
    const { rules, because, policy } = sure;
    return { status: 'needs-facts', rules, because, ...gaps, policy };
  }
  const outcome = outcomes.list[found.strictest]!;
  if (!isOpen || definition.hit !== 'collect') return { ...sure, outcome, ...gaps };
  return { ...sure, outcome, outcomes: collected(compiled, found), ...gaps };
}

/** The outcomes of all rules that hold or may hold, and of `otherwise` where perhaps none does. */
function collected({ rules, outcomes, otherwise }: CompiledPolicy, found: Possible): readonly Outcome[] {
  const numbers = [...found.rules, ...found.undecided].sort((a, b) => a - b).map((rule) => rules[rule]!.outcome);
  return [...numbers, ...(found.rules.length === 0 ? [otherwise] : [])].map((number) => outcomes.list[number]!);
}

/** The names of the unknown facts that the policy reads. */
function missingFacts(compiled: CompiledPolicy, values: KnownValues): readonly string[] {
  return namesOfUnknown(compiled, compiled.axes.flatMap(factsOf), values);
}

/** The names of the unknown facts that these boxes hang on. */
function decidingFacts(
  compiled: CompiledPolicy,
  boxes: readonly Box[],
  cells: readonly number[],
  values: KnownValues,
): readonly string[] {
  const axes = new Set(boxes.flatMap((box) => box.axes));
  const facts = [...axes].filter((axis) => cells[axis] === -1).flatMap((axis) => factsOf(compiled.axes[axis]!));
  return namesOfUnknown(compiled, facts, values);
}

function factsOf(axis: Axis): readonly number[] {
  return axis.kind === 'opaque' ? axis.facts : [axis.fact];
}

/** In the order of the facts, each once; what a derived fact lacks in place of the fact itself. */
function namesOfUnknown({ facts }: CompiledPolicy, read: readonly number[], values: KnownValues): readonly string[] {
  const unknown = new Set<number>();
  for (const fact of read) {
    if (values[fact] !== undefined) continue;
    const lacking = facts.sourcesOf[fact]!.filter((source) => values[source] === undefined);
    for (const one of lacking.length > 0 ? lacking : [fact]) unknown.add(one);
  }
  return [...unknown].sort((a, b) => a - b).map((fact) => facts.facts[fact]!.id);
}
