import { printExpression } from '../../expression/printer.js';
import { canonicalJson } from '../../foundation/canonical-json.js';
import { keelsonError } from '../../foundation/error.js';
import { quote } from '../../foundation/shorten.js';
import { axesOf } from '../axis.js';
import { boxesOfRule } from '../boxes.js';
import { compilePolicy } from '../compile.js';
import type { Axis, CompiledPolicy, CompiledRule, OpaqueAxis } from '../compiled.js';
import type { StoredFact } from '../facts/types.js';
import type { Comparison, Side } from './compare.js';
import { createOutcomeTable, numbersOf, type OutcomeTable } from './outcome-table.js';
import { createSpace, type SpaceBox } from './space.js';
import type { AxesOfFacts } from './witness.js';

/** Two policies over the cells that either tells apart; a rule that both have is laid out once. */
export interface Merged extends AxesOfFacts {
  readonly comparison: Comparison;
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
}

/** A rule of one policy or of both; -1 where it is not. */
interface MergedRule {
  readonly rule: CompiledRule;
  readonly outcome: number;
  readonly before: number;
  readonly after: number;
}

/** Throws a `KeelsonError` (`governance/other-facts`) for policies over facts that differ by more than their words. */
export function mergePolicies(before: CompiledPolicy, other: CompiledPolicy): Merged {
  const after = overFactsOf(before, other);
  const outcomes = createOutcomeTable();
  const rules = mergedRules(before, after, outcomes);
  const conditions = rules.map(({ rule }) => rule.condition);
  const { axes: found, placeOf } = axesOf(conditions, before.facts);
  // Where the other policy's own rules bring no new cells, the boxes of the first one stand as they are.
  const asBefore = found.every((axis, index) => isSameAxis(axis, before.axes[index]));
  const axes: Axis[] = asBefore ? [...before.axes] : [...found];
  const boxes: (SpaceBox & { readonly of: number })[] = asBefore
    ? before.boxes.map(({ rule, axes, cells }) => ({ of: rule, axes, cells }))
    : [];
  for (const [of, condition] of conditions.entries()) {
    if (asBefore && rules[of]!.before >= 0) continue;
    for (const box of boxesOfRule(condition, axes, placeOf)) boxes.push({ of, ...box });
  }

  const space = createSpace(
    axes.map(({ cells }) => cells),
    boxes,
  );
  const outcome = Int32Array.from(boxes, ({ of }) => rules[of]!.outcome);
  const sideOf = (policy: CompiledPolicy, key: 'before' | 'after'): Side => ({
    hit: policy.definition.hit,
    order: Int32Array.from(boxes, ({ of }) => rules[of]![key]),
    outcome,
    otherwise: outcomes.numberOf(policy.definition.otherwise),
  });
  const isShared = rules.map((rule) => rule.before >= 0 && rule.after >= 0);
  return {
    axes,
    facts: before.facts,
    before,
    after,
    comparison: {
      space,
      outcomes,
      before: sideOf(before, 'before'),
      after: sideOf(after, 'after'),
      differs: (box) => !isShared[boxes[box]!.of],
    },
  };
}

/** Whether two axes number the same cells. */
function isSameAxis(axis: Axis, other: Axis | undefined): boolean {
  if (other?.kind !== axis.kind || other.cells !== axis.cells) return false;
  if (axis.kind === 'opaque')
    return 'expression' in axis.of && other.kind === 'opaque' && textOf(axis) === textOf(other);
  if (other.kind === 'opaque' || other.fact !== axis.fact) return false;
  if (axis.kind === 'ordered')
    return other.kind === 'ordered' && axis.cuts.every((cut, index) => cut === other.cuts[index]);
  if (axis.kind === 'member') return other.kind === 'member' && axis.element === other.element;
  return other.kind === 'choice' && axis.values.every((value, cell) => value === other.values[cell]);
}

function textOf({ of }: OpaqueAxis): string | undefined {
  return 'expression' in of ? printExpression(of.expression) : undefined;
}

/** The same policy with its facts in the order of another's. */
function overFactsOf({ facts }: CompiledPolicy, other: CompiledPolicy): CompiledPolicy {
  const [own, others] = [facts.facts.map(meaningOf), other.facts.facts.map(meaningOf)];
  const same = new Set(others);
  const missing =
    facts.facts.find((_, index) => !same.has(own[index]!)) ??
    other.facts.facts.find((_, index) => !own.includes(others[index]!));
  if (missing !== undefined) {
    const message = `the policies do not speak of the same facts: ${quote(missing.id)} is not the same in both`;
    throw keelsonError('governance/other-facts', message);
  }
  if (own.every((fact, index) => fact === others[index])) return other;
  const compiled = compilePolicy(other.definition, facts);
  if (!compiled.ok)
    throw keelsonError(
      'governance/other-facts',
      'the later policy cannot be read with these facts',
      compiled.diagnostics,
    );
  return compiled.value;
}

/** All of a fact that decides anything. */
function meaningOf({ label: _, description: __, extra: ___, links: ____, ...fact }: StoredFact): string {
  return canonicalJson(fact);
}

/** Rules with one condition and one outcome in both are one; where the first match decides, only as far as their order is the same. */
function mergedRules(before: CompiledPolicy, after: CompiledPolicy, outcomes: OutcomeTable): readonly MergedRule[] {
  const waiting = new Map<string, number[]>();
  const [ofBefore, ofAfter] = [numbersOf(before, outcomes), numbersOf(after, outcomes)];
  const keyOf = ({ definition, expression }: CompiledRule, outcome: number): string => {
    const { when } = definition;
    return `${outcome} ${typeof when === 'string' ? when : printExpression(expression)}`;
  };
  const sameHit = before.definition.hit === after.definition.hit;
  for (const rule of sameHit ? after.rules : []) {
    const key = keyOf(rule, ofAfter[rule.index]!);
    const places = waiting.get(key) ?? [];
    places.push(rule.index);
    waiting.set(key, places);
  }
  const found = before.rules.map((rule) =>
    sameHit ? (waiting.get(keyOf(rule, ofBefore[rule.index]!))?.shift() ?? -1) : -1,
  );
  const partner = before.definition.hit === 'first' ? ascending(found) : found;
  const taken = new Set(partner);
  return [
    ...before.rules.map((rule) => {
      const { index } = rule;
      return { rule, outcome: ofBefore[index]!, before: index, after: partner[index]! };
    }),
    ...after.rules
      .filter(({ index }) => !taken.has(index))
      .map((rule) => ({ rule, outcome: ofAfter[rule.index]!, before: -1, after: rule.index })),
  ];
}

/** Keeps a longest ascending choice of the places that are not -1 (Fredman, 1975), and puts -1 for the others. */
function ascending(places: readonly number[]): number[] {
  const ends: number[] = [];
  const previous = places.map(() => -1);
  for (const [index, place] of places.entries()) {
    if (place < 0) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (places[ends[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const kept = places.map(() => -1);
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) kept[index] = places[index]!;
  return kept;
}
