import { unseal } from '../seal.js';
import { compareOutcomes, joinOutcomes, outcomeKey } from '../strictness.js';
import type { Outcome, Policy } from '../types.js';
import { type Comparison, type Difference, differences, type Side } from './compare.js';
import { type Merged, mergePolicies } from './merge.js';
import { type Budget, bySize } from './search.js';
import type { Region } from './space.js';
import type { AnalysisLimits, PolicyComparison, PolicyDifference } from './types.js';
import { freeTests, readLimits } from './view.js';
import { decisionOn, findWitness } from './witness.js';
import { regionText } from './words.js';

/** Regions of one change from one outcome to another. */
interface Change {
  readonly first: Difference;
  readonly regions: Region[];
  more: boolean;
}

/** How many regions of one change are spelled out. */
const mostRegions = 3;

/**
 * Returns which requests two policies over the same facts decide differently: from what outcome to what, whether that asks for
 * more or less, in which regions, and one such request each. `equal: true` is a proof over all requests in which no fact is
 * absent; what is made of absent facts (`onUnknown`) is not compared, nor are reasons and the ids of rules. Of `collect` the
 * joined outcome is compared.
 *
 * Only rules that are not in both are looked at, so that the time goes with the changes and not with the size of the policies.
 *
 * Throws a `KeelsonError`: `governance/other-facts` for policies whose facts differ in more than words,
 * `governance/invalid-options` for options that no call accepts.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }) });
 * const rules = (limit: number) => [{ id: 'cheap', when: `cost < ${limit}`, then: outcome.autonomous() }];
 * const otherwise = outcome.requires({ role: 'director', quorum: 1 });
 * const before = definePolicy({ id: 'spending', facts, rules: rules(5000), otherwise });
 * const after = definePolicy({ id: 'spending', facts, rules: rules(2000), otherwise });
 * diffPolicies(before, after).differences.map(({ change, regions, witness }) => ({ change, regions, witness }));
 * //=> [{ change: 'stricter', regions: ['cost is at least 2000 and below 5000'], witness: { cost: 2000 } }]
 */
export function diffPolicies(before: Policy, after: Policy, options: AnalysisLimits = {}): PolicyComparison {
  const { budget, max, context } = readLimits(options);
  const merged = mergePolicies(unseal(before), unseal(after));
  const left: Budget = { steps: budget };
  const { changes, more } = findChanges(merged.comparison, left, max);
  const exceeded = left.steps < 0;
  return {
    status: exceeded ? 'budget-exceeded' : 'exact',
    equal: changes.length === 0 && !exceeded,
    differences: changes.map((change) => spell(merged, change, context)),
    ...(more && { more: true as const }),
    free: freeTests(merged.axes),
    before: merged.before.reference,
    after: unseal(after).reference,
  };
}

function findChanges(
  comparison: Comparison,
  budget: Budget,
  max: number,
): { changes: readonly Change[]; more: boolean } {
  const { space } = comparison;
  const boxes = bySize(space, new Int32Array(space.starts.length - 1).keys());
  const changes = new Map<string, Change>();
  const isKnown = (from: number, to: number): boolean => {
    const change = changes.get(`${from} ${to}`);
    if (change === undefined || change.regions.length < mostRegions) return false;
    change.more = true;
    return true;
  };
  for (const difference of differences(comparison, space.full, boxes, budget, isKnown)) {
    const key = `${difference.before} ${difference.after}`;
    const change = changes.get(key);
    if (change === undefined && changes.size === max) return { changes: [...changes.values()], more: true };
    if (change !== undefined && isKnown(difference.before, difference.after)) continue;
    if (change?.regions.some((region) => isWithin(difference.region, region))) continue;
    const region = grown(comparison, difference, boxes, budget);
    if (change === undefined) changes.set(key, { first: difference, regions: [region], more: false });
    else change.regions.push(region);
  }
  return { changes: [...changes.values()], more: false };
}

function isWithin(region: Region, other: Region): boolean {
  return region.every((mask, axis) => mask.every((word, index) => (word & ~other[axis]![index]!) === 0));
}

/** A region freed from what it need not say: each axis on which every cell would be decided alike. */
function grown(
  comparison: Comparison,
  { region, before, after }: Difference,
  boxes: readonly number[],
  budget: Budget,
): Region {
  let result = region;
  for (const [axis, all] of comparison.space.full.entries()) {
    if (isWithin([all], [result[axis]!])) continue;
    const larger = result.map((mask, index) => (index === axis ? all : mask));
    const isSame =
      decidesOnly(comparison, comparison.before, before, larger, boxes, budget) &&
      decidesOnly(comparison, comparison.after, after, larger, boxes, budget);
    if (isSame && budget.steps >= 0) result = larger;
  }
  return result;
}

/** Whether one policy decides one thing throughout a region: it is as one without rules that always says so. */
function decidesOnly(
  { space, outcomes }: Comparison,
  side: Side,
  outcome: number,
  region: Region,
  boxes: readonly number[],
  budget: Budget,
): boolean {
  const constant: Side = { ...side, order: new Int32Array(side.order.length).fill(-1), otherwise: outcome };
  const comparison: Comparison = { space, outcomes, before: side, after: constant, differs: () => true };
  return differences(comparison, region, boxes, budget).next().done === true;
}

function spell(
  merged: Merged,
  { first, regions, more }: Change,
  context: Required<AnalysisLimits>['context'],
): PolicyDifference {
  const { outcomes } = merged.comparison;
  const [before, after] = [outcomes.at(first.before), outcomes.at(first.after)];
  const { request, confirmed } = findWitness(merged, first.region, (tried) => {
    const decisions = [decisionOn(merged.before, tried, context), decisionOn(merged.after, tried, context)];
    return [before, after].every((outcome, index) => {
      const decision = decisions[index];
      return decision?.status === 'decided' && keyOf(decision.outcome) === keyOf(outcome);
    });
  });
  const change = compareOutcomes(after, before);
  return {
    before,
    after,
    change: change === 'equal' ? 'other' : change,
    witness: request,
    regions: regions.map((region) => regionText(merged, region)),
    ...(more && { more: true as const }),
    ...(!confirmed && { mayBeSpurious: true as const }),
  };
}

function keyOf(outcome: Outcome): string {
  return outcomeKey(joinOutcomes(outcome, outcome));
}
