import { compareOutcomes, rankOf } from '../strictness.js';
import type { Outcome } from '../types.js';
import { isAsRisky, type Rank } from './risk-order.js';
import type { Decision, Situation, Situations } from './situations.js';

/** Two decisions that contradict each other. */
export interface RiskierPair {
  readonly riskier: Decision;
  readonly safer: Decision;
}

export interface RiskierPairs {
  /** The pairs that differ in the fewest facts, at most `max`; then in the order of the log. */
  readonly nearest: readonly RiskierPair[];
  readonly count: number;
  /** False where the budget was spent before every pair was looked at. */
  readonly isExact: boolean;
}

/** What comparing two outcomes costs of the budget, a pair of decisions being 1. */
const outcomeCost = 2_000;

/** Holds every decision against those that asked for more in a situation that differs at most in how risky it is. */
export function findRiskierYetEasier(
  situations: Situations,
  limits: { readonly max: number; readonly budget: number },
): RiskierPairs {
  const { max } = limits;
  const byDistance: ShortList[] = [];
  let count = 0;
  let left = limits.budget;
  const isLaxer = laxerThan(situations.outcomes, () => {
    left -= outcomeCost;
  });

  const compare = ({ decision: riskier, weight }: Weighed, others: readonly Weighed[]): void => {
    for (const { decision: safer, weight: other } of others) {
      if (other > weight || --left < 0) return;
      if (riskier.situation === safer.situation) continue;
      if (!isAsRisky(riskier.situation.ranks, safer.situation.ranks)) continue;
      count++;
      const distance = differences(riskier.situation, safer.situation);
      const near = byDistance[distance] ?? createShortList(max);
      byDistance[distance] = near;
      near.add({ riskier, safer });
    }
  };

  const compareGroup = (group: readonly Situation[]): void => {
    const byOutcome = groupByOutcome(group);
    for (const [easy, easier] of byOutcome) {
      for (const [strict, stricter] of byOutcome) {
        if (left < 0) return;
        if (easy === strict || !isLaxer(easy, strict)) continue;
        for (const riskier of easier) compare(riskier, stricter);
      }
    }
  };

  for (const group of situations.groups()) if (group.length > 1) compareGroup(group);
  const nearest = byDistance.flatMap((near) => near.pairs()).slice(0, max);
  return { nearest, count, isExact: left >= 0 };
}

/** The first pairs in the order of the log, of however many. */
interface ShortList {
  readonly add: (pair: RiskierPair) => void;
  readonly pairs: () => readonly RiskierPair[];
}

function createShortList(max: number): ShortList {
  const kept: RiskierPair[] = [];
  let last: RiskierPair | undefined;
  const cut = (): void => {
    kept.sort(inOrderOfTheLog);
    kept.length = Math.min(kept.length, max);
  };
  return {
    add(pair) {
      if (last !== undefined && inOrderOfTheLog(pair, last) > 0) return;
      kept.push(pair);
      if (kept.length <= 2 * max) return;
      cut();
      last = kept.at(-1);
    },
    pairs() {
      cut();
      return kept;
    },
  };
}

interface Weighed {
  readonly decision: Decision;
  /** Never less than that of a safer decision: only lighter ones need to be looked at. */
  readonly weight: number;
}

/** The decisions of each outcome, the lightest first. */
function groupByOutcome(group: readonly Situation[]): ReadonlyMap<number, readonly Weighed[]> {
  const weights = weightsOf(group);
  const byOutcome = new Map<number, Weighed[]>();
  for (const [at, { decisions }] of group.entries()) {
    for (const decision of decisions.values()) {
      const weighed = { decision, weight: weights[at]! };
      const same = byOutcome.get(decision.number);
      if (same) same.push(weighed);
      else byOutcome.set(decision.number, [weighed]);
    }
  }
  for (const list of byOutcome.values()) list.sort((a, b) => a.weight - b.weight);
  return byOutcome;
}

/** For each situation the sum of its places in each fact, from 0 to 1: no fact outweighs the others, so few pairs are looked at in vain. */
function weightsOf(group: readonly Situation[]): readonly number[] {
  const weights = new Array<number>(group.length).fill(0);
  for (const index of group[0]!.ranks.keys()) {
    const sizes = group.map(({ ranks }) => sizeOf(ranks[index]!));
    const places = new Map([...new Set(sizes)].sort((a, b) => a - b).map((size, place) => [size, place]));
    for (const [at, size] of sizes.entries()) weights[at]! += places.get(size)! / places.size;
  }
  return weights;
}

function sizeOf(rank: Rank): number {
  if (typeof rank === 'number') return rank;
  return rank.direction === 'up' ? rank.elements.size : -rank.elements.size;
}

/** Compares outcomes by number; `onCompare` hears of each comparison that is not known by its kinds or from before. */
function laxerThan(outcomes: readonly Outcome[], onCompare: () => void): (a: number, b: number) => boolean {
  const known = new Map<number, boolean>();
  return (a, b) => {
    const [first, second] = [outcomes[a]!, outcomes[b]!];
    if (rankOf(first) !== rankOf(second)) return rankOf(first) < rankOf(second);
    const key = a * outcomes.length + b;
    const before = known.get(key);
    if (before !== undefined) return before;
    onCompare();
    const found = compareOutcomes(first, second) === 'laxer';
    known.set(key, found);
    return found;
  };
}

/** In how many facts one is riskier than the other, which is not as risky in any. */
function differences(riskier: Situation, safer: Situation): number {
  const differs = (rank: Rank, index: number): boolean => !isAsRisky([safer.ranks[index]!], [rank]);
  return riskier.ranks.filter(differs).length;
}

function inOrderOfTheLog(a: RiskierPair, b: RiskierPair): number {
  return a.riskier.index - b.riskier.index || a.safer.index - b.safer.index;
}
