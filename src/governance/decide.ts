import { rowsOf } from './columns.js';
import type { Axis, Box, CompiledPolicy, PolicyTables } from './compiled.js';
import type { KnownValues } from './facts/values.js';
import { allMatches, firstMatch, openMatches } from './match.js';
import { type Possible, possibleOutcomes } from './possible.js';
import type { DecidedPolicy, Outcome, PolicyDecision } from './types.js';

const none: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** What a policy says of a request whose facts fall in these cells. */
export function decide(compiled: CompiledPolicy, cells: readonly number[], values: KnownValues): PolicyDecision {
  const { tables } = compiled;
  if (cells.includes(-1)) return decideOpen(compiled, cells, values);
  return decideBy(compiled, openMatches(tables, cells).certain);
}

/** The same straight from the request; undefined where that takes the long way, over cells. */
export function decideAtOnce(compiled: CompiledPolicy, request: object): PolicyDecision | undefined {
  const { short, tables, definition } = compiled;
  if (short === undefined) return undefined;
  const rows = rowsOf(short, tables.words, request);
  if (rows === undefined) return undefined;
  if (definition.hit !== 'first') return decideBy(compiled, allMatches(tables, short.masks, rows));
  const rule = firstMatch(tables, short.masks, rows);
  return rule === -1 ? compiled.onOtherwise : compiled.onRule[rule]!;
}

/** What these rules decide where every rule that holds is among them. */
export function decideBy(compiled: CompiledPolicy, rules: readonly number[]): DecidedPolicy {
  const first = rules[0];
  if (first === undefined) return compiled.onOtherwise;
  if (rules.length === 1 || compiled.definition.hit === 'first') return compiled.onRule[first]!;
  return decideTogether(compiled, rules);
}

/** The same few rules meet again and again: what they decide together is kept, for so many combinations. */
const mostCombinations = 4_096;

function decideTogether(compiled: CompiledPolicy, rules: readonly number[]): DecidedPolicy {
  const { onSeveral } = compiled;
  const key = combinationOf(rules, compiled.rules.length);
  // Beyond this, numbers no longer tell combinations apart.
  if (key > Number.MAX_SAFE_INTEGER) return decisionOf(compiled, rules);
  const kept = onSeveral.get(key);
  if (kept !== undefined) return kept;
  const decision = frozenDecision(decisionOf(compiled, rules));
  if (onSeveral.size < mostCombinations) onSeveral.set(key, decision);
  return decision;
}

/** Rules as the digits of a number, so that no two combinations have the same. */
function combinationOf(rules: readonly number[], count: number): number {
  let key = 0;
  for (let index = 0; index < rules.length; index++) key = key * (count + 1) + rules[index]! + 1;
  return key;
}

/** A decision that is given to many cannot be changed by one of them; outcomes and reasons are frozen already. */
export function frozenDecision(decision: DecidedPolicy): DecidedPolicy {
  const { rules, because, possible, outcomes, overlap, outcome } = decision;
  for (const part of [rules, because, possible, outcomes, overlap, outcome]) Object.freeze(part);
  if (outcome.kind === 'requires') Object.freeze(outcome.requirements);
  return Object.freeze(decision);
}

/** The decision that these rules make together where nothing is missing; of none, that of `otherwise`. */
export function decisionOf(compiled: PolicyTables, rules: readonly number[]): DecidedPolicy {
  const { outcomes, otherwise, definition, reference: policy } = compiled;
  const ids: string[] = [];
  const because: string[] = [];
  const numbers: number[] = [];
  for (const rule of rules) {
    const { id, outcome, definition: words } = compiled.rules[rule]!;
    ids.push(id);
    numbers.push(outcome);
    if (words.because !== undefined) because.push(words.because);
  }
  if (numbers.length === 0) numbers.push(otherwise);
  const outcome = outcomes.joined(numbers);
  const nothing = { missing: none, deciding: none, undecided: none };
  switch (definition.hit) {
    case 'collect': {
      const found = outcomes.listed(numbers);
      return { status: 'decided', outcome, outcomes: found, rules: ids, because, ...nothing, possible: found, policy };
    }
    case 'unique':
      if (ids.length > 1) {
        return {
          status: 'decided',
          outcome,
          overlap: ids,
          rules: ids,
          because,
          ...nothing,
          possible: [outcome],
          policy,
        };
      }
  }
  return { status: 'decided', outcome, rules: ids, because, ...nothing, possible: [outcome], policy };
}

/** Some fact that a rule asks for is unknown. */
function decideOpen(compiled: CompiledPolicy, cells: readonly number[], values: KnownValues): PolicyDecision {
  const { definition } = compiled;
  const { certain, open } = openMatches(compiled.tables, cells);
  const found = possibleOutcomes(compiled, certain, [...new Set(open.map(({ rule }) => rule))]);
  const mattering = new Set(found.undecided);
  const openBoxes = open.filter(({ rule }) => mattering.has(rule));
  const gaps = {
    missing: missingFacts(compiled, values),
    deciding: decidingFacts(compiled, openBoxes, cells, values),
    undecided: found.undecided.map((rule) => compiled.rules[rule]!.id),
    possible: found.outcomes,
  };
  const sure = decisionOf(compiled, found.rules);
  const isOpen = found.undecided.length > 0;
  if (isOpen && definition.onUnknown === 'ask') {
    const { rules, because, policy } = sure;
    return { status: 'needs-facts', rules, because, ...gaps, policy };
  }
  const outcome = found.strictest;
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
