import { fromScale, type OrderedType } from '../facts/values.js';
import { unseal } from '../seal.js';
import type { Policy, PolicyDecision } from '../types.js';
import { closestIn } from './friendly.js';
import { type Budget, uncovered } from './search.js';
import { cellsOf, hasCell, type Mask, maskOf, type Region } from './space.js';
import type { AnalysisLimits, PolicyPath, PolicyPaths, Witness } from './types.js';
import { boxesWhere, createView, idOf, type PolicyView, readLimits, regionsOf } from './view.js';
import { decisionOn, findWitness, spansOf } from './witness.js';
import { heldText } from './words.js';

/** A limit of a rule on an axis: the last cell inside and the first one outside. */
interface Limit {
  readonly axis: number;
  readonly inside: number;
  readonly outside: number;
}

/**
 * Returns a request for every rule that decides any, one at each side of every limit that its condition sets on an ordered
 * fact, where the rule decides up to that limit, and one for `otherwise`, each with what the policy says of it: ready test
 * cases, the same for the same policy. Rules are tried alone where they ever hold alone.
 *
 * Throws a `KeelsonError` (`governance/invalid-options`) for limits that no call accepts; `max` has no meaning here.
 *
 * @example
 * const facts = defineFacts({ cost: fact.integer({ min: 0 }) });
 * const spending = definePolicy({
 *   id: 'spending', facts,
 *   rules: [{ id: 'cheap', when: 'cost < 5000', then: outcome.autonomous() }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * policyPaths(spending).paths.map(({ request, outcome }) => [request.cost, outcome.kind]);
 * //=> [[4999, 'autonomous'], [5000, 'requires']]
 */
export function policyPaths(policy: Policy, options: AnalysisLimits = {}): PolicyPaths {
  const { budget, context } = readLimits(options);
  const view = createView(unseal(policy), context);
  const left: Budget = { steps: budget };
  const paths = new Map<string, PolicyPath>();
  const unreached: string[] = [];
  const add = (path: PolicyPath | undefined): boolean => {
    if (path === undefined) return false;
    const key = JSON.stringify(path.request);
    if (!paths.get(key)?.boundary) paths.set(key, path);
    return true;
  };

  for (const rule of view.boxesOf.keys()) {
    const region = regionsOf(view, rule)
      .map((own) => decidedBy(view, rule, own, left))
      .find((found) => found !== undefined);
    if (region === undefined || !add(pathIn(view, rule, region))) {
      unreached.push(idOf(view, rule));
      continue;
    }
    for (const own of regionsOf(view, rule)) {
      for (const limit of limitsOf(view, own)) for (const path of atLimit(view, rule, own, limit, left)) add(path);
    }
  }
  const [gap] = uncovered(view.space, view.space.full, view.boxes, left);
  if (gap !== undefined) add(pathIn(view, undefined, gap));
  return { status: left.steps < 0 ? 'budget-exceeded' : 'exact', paths: [...paths.values()], unreached };
}

/** A part of a region that a rule decides: before all others, or with others only where it never holds alone. */
function decidedBy(view: PolicyView, rule: number, region: Region, budget: Budget): Region | undefined {
  const isFirst = view.policy.definition.hit === 'first';
  const others = boxesWhere(view, (other) => (isFirst ? other < rule : other !== rule));
  const [found] = uncovered(view.space, region, others, budget);
  return found ?? (isFirst ? undefined : region);
}

/** The limits of a box on ordered axes, the lower one first. */
function limitsOf({ policy }: PolicyView, region: Region): readonly Limit[] {
  return policy.axes.flatMap((axis, index): readonly Limit[] => {
    if (axis.kind !== 'ordered') return [];
    const mask = region[index]!;
    return cellsOf(mask).flatMap((inside) =>
      [inside - 1, inside + 1]
        .filter((outside) => outside >= 0 && outside < axis.cells && !hasCell(mask, outside))
        .map((outside) => ({ axis: index, inside, outside })),
    );
  });
}

function* atLimit(
  view: PolicyView,
  rule: number,
  region: Region,
  limit: Limit,
  budget: Budget,
): Generator<PolicyPath | undefined, void> {
  const { policy } = view;
  const { axis, inside, outside } = limit;
  const only = (from: Region, cell: number): Region =>
    from.map((mask, index) =>
      index === axis ? maskOf(policy.axes[axis]!.cells, Int32Array.of(cell, cell + 1)) : mask,
    );
  const found = decidedBy(view, rule, only(region, inside), budget);
  const of = policy.axes[axis]!;
  if (found === undefined || of.kind !== 'ordered') return;
  const { id, type } = policy.facts.facts[of.fact]!;
  const limits = policy.facts.limits[of.fact]!;
  const words = heldText(policy, [{ axis, mask: region[axis]! }]);
  const far = outside < inside ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  // From each side the value that is closest to the other one.
  for (const [side, cell, from] of [
    ['inside', inside, far],
    ['outside', outside, -far],
  ] as const) {
    const [span] = spansOf(of, only(region, cell)[axis] as Mask);
    const value = fromScale(type as OrderedType, closestIn(type, span!, limits, from));
    yield pathIn(view, rule, only(found, cell), { fact: id, side, words }, { [id]: value });
  }
}

/** A request in a region, with what the policy says of it; undefined where the policy does not say what cells do. */
function pathIn(
  { policy, context }: PolicyView,
  rule: number | undefined,
  region: Region,
  boundary?: NonNullable<PolicyPath['boundary']>,
  at: Witness = {},
): PolicyPath | undefined {
  const id = rule === undefined ? undefined : policy.rules[rule]!.id;
  const isFirst = policy.definition.hit === 'first';
  const expected = ({ status, rules }: PolicyDecision): boolean => {
    if (status !== 'decided') return false;
    if (boundary?.side === 'outside') return true;
    if (id === undefined) return rules.length === 0;
    return isFirst ? rules[0] === id : rules.includes(id);
  };
  const { request, confirmed } = findWitness(policy, region, (tried) => {
    const decision = decisionOn(policy, { ...tried, ...at }, context);
    return decision !== undefined && expected(decision);
  });
  const whole = { ...request, ...at };
  const decision = confirmed ? decisionOn(policy, whole, context) : undefined;
  if (decision?.status !== 'decided') return undefined;
  const { outcome, rules } = decision;
  return { ...(id !== undefined && { rule: id }), request: whole, outcome, rules, ...(boundary && { boundary }) };
}
