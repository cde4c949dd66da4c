import { keelsonError } from '../../foundation/error.js';
import type { Axis, CellSpan, CompiledPolicy } from '../compiled.js';
import { decideBy } from '../decide.js';
import { cellsIn, evaluatePolicy, valuesOf } from '../evaluate.js';
import type { FactValues } from '../facts/types.js';
import { fromScale, type KnownValues, type OrderedType } from '../facts/values.js';
import { openMatches } from '../match.js';
import { unseal } from '../seal.js';
import { normal } from '../strictness.js';
import type { Outcome, Policy } from '../types.js';
import { type Current, createPricing, hasDerivedAxes, readCosts } from './costs.js';
import { closestIn } from './friendly.js';
import { type Wanted, wantedOf } from './goal.js';
import { type NearestPoint, nearestPoints } from './nearest-search.js';
import { type Mask, maskOf } from './space.js';
import type { AnalysisLimits, ChangeCosts, FactChange, NearestOutcome, Way, Witness } from './types.js';
import { readLimits } from './view.js';
import { choicesIn, decisionOn } from './witness.js';
import { heldText } from './words.js';

/** How many more points are looked at for other ways of the same cost. */
const mostLooked = 50;

/** How many cells a change is widened by, either way, to say how far it may go. */
const mostWidened = 32;

/**
 * Returns the cheapest changes of a request's facts that get the wanted outcome, a kind (`'autonomous'`) or an outcome to the
 * letter, with other ways of the same cost. A change costs 1 unless `costs` says otherwise. An absent fact may be given, at the
 * same cost; what stays absent does not matter to the result. `minimal` is true only where no cheaper request exists; what
 * follows from other facts (derived facts, comparisons between facts) is left as it is, so that a cheaper way through those
 * makes it false.
 *
 * Throws a `KeelsonError`: `governance/invalid-request` for a value that is none of its fact, `governance/missing-context` as
 * `evaluatePolicy` does, `governance/invalid-options` for costs or limits that make no sense.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), reversible: fact.boolean() });
 * const shipping = definePolicy({
 *   id: 'shipping', facts,
 *   rules: [{ id: 'small', when: 'reversible || cost < 50000', then: outcome.autonomous() }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * const found = nearestOutcome(shipping, { cost: 60_000, reversible: false }, 'autonomous');
 * found.found && [found, ...found.alternatives].map(({ words }) => words); //=> ['cost is below 50,000', 'reversible']
 */
export function nearestOutcome<F>(
  policy: Policy<F>,
  request: FactValues<NoInfer<F>>,
  wanted: Outcome['kind'] | Outcome,
  costs: ChangeCosts = {},
  options: AnalysisLimits = {},
): NearestOutcome {
  const compiled = unseal(policy);
  const { budget, max, context } = readLimits(options);
  const prices = readCosts(compiled, costs);
  const goal = wantedOf(readWanted(wanted));
  const now = evaluatePolicy(policy, request, context);
  const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Witness;
  if (now.status === 'decided' && goal.isMet(normal(now.outcome))) {
    const way: Way = { changes: [], request: given, outcome: now.outcome, words: 'nothing need change' };
    return { found: true, cost: 0, minimal: true, ...way, alternatives: [] };
  }

  const values = valuesOf(compiled, request, context);
  const current = { cells: cellsIn(compiled, values), values };
  const left = { steps: budget, most: Number.POSITIVE_INFINITY };
  const ways: Way[] = [];
  let cost = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const point of nearestPoints(
    compiled,
    goal,
    current.cells,
    createPricing(compiled, prices, current, 'fixed'),
    left,
  )) {
    if (ways.length > max || ++looked > mostLooked + (ways.length === 0 ? budget : 0)) break;
    const way = wayTo(compiled, goal, point, current, given);
    const decision = decisionOn(compiled, way.request, context);
    if (decision?.status !== 'decided' || !goal.isMet(normal(decision.outcome))) continue;
    if (ways.some((other) => other.words === way.words)) continue;
    ways.push({ ...way, outcome: decision.outcome });
    cost = point.cost;
    left.most = cost;
  }

  const least = hasDerivedAxes(compiled)
    ? nearestPoints(compiled, goal, current.cells, createPricing(compiled, prices, current, 'free'), left).next().value
        ?.cost
    : cost;
  const isExact = left.steps >= 0;
  const [first, ...alternatives] = ways;
  if (first === undefined) return { found: false, proven: isExact && (least ?? cost) === Number.POSITIVE_INFINITY };
  return { found: true, cost, minimal: isExact && least === cost, ...first, alternatives };
}

function readWanted(wanted: Outcome['kind'] | Outcome): Outcome['kind'] | Outcome {
  const kind: unknown = typeof wanted === 'string' ? wanted : wanted?.kind;
  if (kind === 'autonomous' || kind === 'forbidden') return kind;
  if (kind === 'requires') return typeof wanted === 'string' ? wanted : normal(wanted);
  throw keelsonError('governance/invalid-options', 'wanted must be autonomous, requires, forbidden, or an outcome');
}

/** The changes that lead from a request to a point. */
function wayTo(
  policy: CompiledPolicy,
  wanted: Wanted,
  point: NearestPoint,
  current: Current,
  given: Witness,
): Omit<Way, 'outcome'> {
  const changes: FactChange[] = [];
  const request: Record<string, Witness[string]> = { ...given };
  const moved = new Map<number, { readonly axis: number; readonly mask: Mask }[]>();
  for (const [index, axis] of policy.axes.entries()) {
    if (point.cells[index] === current.cells[index] || axis.kind === 'opaque') continue;
    const mask = widened(policy, wanted, point.cells, index);
    const name = policy.facts.facts[axis.fact]!.id;
    request[name] = valueAt(policy, axis, point.cells[index]!, current.values, request[name]);
    moved.set(axis.fact, [...(moved.get(axis.fact) ?? []), { axis: index, mask }]);
  }
  for (const [fact, held] of moved) {
    const { id } = policy.facts.facts[fact]!;
    const from = given[id];
    const words = heldText(policy, held);
    changes.push({ fact: id, ...(from !== undefined && { from }), to: request[id]!, words });
  }
  return { changes, request, words: heldText(policy, [...moved.values()].flat()) };
}

function valueAt(
  { facts }: CompiledPolicy,
  axis: Exclude<Axis, { kind: 'opaque' }>,
  cell: number,
  values: KnownValues,
  now: Witness[string] | undefined,
): Witness[string] {
  switch (axis.kind) {
    case 'ordered': {
      const { type } = facts.facts[axis.fact]!;
      const own = values[axis.fact];
      const from = typeof own === 'number' ? own : undefined;
      return fromScale(
        type as OrderedType,
        closestIn(type, axis.spans[cell] as CellSpan, facts.limits[axis.fact]!, from),
      );
    }
    case 'choice':
      return choicesIn(axis, maskOf(axis.cells, Int32Array.of(cell, cell + 1)))[0]!;
    case 'member': {
      const others = (Array.isArray(now) ? (now as readonly string[]) : []).filter(
        (element) => element !== axis.element,
      );
      return cell === 1 ? [...others, axis.element] : others;
    }
  }
}

/** The cells beside a point on one axis at which all else being equal the outcome is as wanted too. */
function widened(policy: CompiledPolicy, wanted: Wanted, point: readonly number[], axis: number): Mask {
  const of = policy.axes[axis]!;
  const cell = point[axis]!;
  const mask = maskOf(of.cells, Int32Array.of(cell, cell + 1));
  if (of.kind !== 'ordered') return mask;
  const cells = [...point];
  for (const step of [-1, 1]) {
    for (let next = cell + step; next >= 0 && next < of.cells && Math.abs(next - cell) <= mostWidened; next += step) {
      cells[axis] = next;
      if (!isWantedAt(policy, wanted, cells)) break;
      mask[next >>> 5]! |= 1 << (next & 31);
    }
  }
  return mask;
}

function isWantedAt(policy: CompiledPolicy, wanted: Wanted, cells: readonly number[]): boolean {
  const { certain, open } = openMatches(policy.tables, cells);
  return open.length === 0 && wanted.isMet(normal(decideBy(policy, certain).outcome));
}
