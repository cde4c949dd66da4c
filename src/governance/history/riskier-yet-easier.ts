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

  const compare = (table: RankTable, { rows, decisions }: Ruling, riskier: Decision, row: number): void => {
    const { weights, situations: group } = table;
    for (let at = 0; at < rows.length; at++) {
      const other = rows[at]!;
      if (weights[other]! > weights[row]! || --left < 0) return;
      if (other === row || !isAbove(table, row, other)) continue;
      if (table.hasSets && !isAsRisky(group[row]!.ranks, group[other]!.ranks)) continue;
      count++;
      const distance = differences(table, row, other);
      const near = byDistance[distance] ?? createShortList(max);
      byDistance[distance] = near;
      near.add({ riskier, safer: decisions[at]! });
    }
  };

  const compareGroup = (group: readonly Situation[]): void => {
    const table = createRankTable(group);
    const rulings = rulingsIn(table);
    for (const easy of rulings) {
      for (const strict of rulings) {
        if (left < 0) return;
        if (easy === strict || !isLaxer(easy.outcome, strict.outcome)) continue;
        for (const [at, riskier] of easy.decisions.entries()) compare(table, strict, riskier, easy.rows[at]!);
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

/** Situations as rows of numbers, so that two of them are compared without a look at anything else. */
interface RankTable {
  readonly situations: readonly Situation[];
  readonly width: number;
  /** Row by row, the place of each fact among those of the group, from 0 to 1; of a set that of its size. */
  readonly places: Float64Array;
  /** The sum of each row: who is heavier is not safer, and no fact outweighs the others. */
  readonly weights: Float64Array;
  /** Whether places leave something open: larger sets need not contain smaller ones. */
  readonly hasSets: boolean;
}

function createRankTable(situations: readonly Situation[]): RankTable {
  const first = situations[0]!.ranks;
  const width = first.length;
  const places = new Float64Array(situations.length * width);
  const weights = new Float64Array(situations.length);
  for (let fact = 0; fact < width; fact++) {
    const sizes = situations.map(({ ranks }) => sizeOf(ranks[fact]!));
    const order = new Map([...new Set(sizes)].sort((a, b) => a - b).map((size, place) => [size, place]));
    for (const [row, size] of sizes.entries()) {
      const place = order.get(size)! / order.size;
      places[row * width + fact] = place;
      weights[row]! += place;
    }
  }
  return { situations, width, places, weights, hasSets: first.some((rank) => typeof rank === 'object') };
}

function sizeOf(rank: Rank): number {
  if (typeof rank === 'number') return rank;
  return rank.direction === 'up' ? rank.elements.size : -rank.elements.size;
}

/** Whether no place of a row is below that of another. */
function isAbove({ places, width }: RankTable, row: number, other: number): boolean {
  for (let fact = 0; fact < width; fact++) {
    if (places[row * width + fact]! < places[other * width + fact]!) return false;
  }
  return true;
}

/** In how many facts two rows differ of which one is as risky as the other: of such sets, those of one size are equal. */
function differences({ places, width }: RankTable, row: number, other: number): number {
  let count = 0;
  for (let fact = 0; fact < width; fact++) {
    if (places[row * width + fact] !== places[other * width + fact]) count++;
  }
  return count;
}

/** The decisions with one outcome, the lightest first, and the row of each. */
interface Ruling {
  readonly outcome: number;
  readonly decisions: readonly Decision[];
  readonly rows: Int32Array;
}

function rulingsIn({ situations, weights }: RankTable): readonly Ruling[] {
  const rowsOf = new Map<number, number[]>();
  for (const [row, { decisions }] of situations.entries()) {
    for (const outcome of decisions.keys()) {
      const rows = rowsOf.get(outcome);
      if (rows) rows.push(row);
      else rowsOf.set(outcome, [row]);
    }
  }
  return Array.from(rowsOf, ([outcome, unsorted]) => {
    const rows = Int32Array.from(unsorted).sort((a, b) => weights[a]! - weights[b]!);
    return { outcome, rows, decisions: Array.from(rows, (row) => situations[row]!.decisions.get(outcome)!) };
  });
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

function inOrderOfTheLog(a: RiskierPair, b: RiskierPair): number {
  return a.riskier.index - b.riskier.index || a.safer.index - b.safer.index;
}
