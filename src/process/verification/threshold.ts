import type { CompiledCriterion, Step } from '../compiled.js';

/** How many ways to reach a threshold are looked at. */
const mostWays = 1_000;

/** Sets of criteria, each of which reaches the threshold of a gate and none of which has one too many. */
export interface ThresholdWays {
  readonly sets: readonly (readonly CompiledCriterion[])[];
  /** Whether these are all of them. */
  readonly isWhole: boolean;
}

export function waysToThreshold({ should, threshold }: Pick<Step, 'should' | 'threshold'>): ThresholdWays {
  // The heaviest first: a set that reaches the threshold with its lightest falls short without any.
  const order = should.map((_, at) => at).sort((a, b) => weightOf(should[b]!) - weightOf(should[a]!) || a - b);
  const isEnough = (chosen: ReadonlySet<number>) => scoreOf(should, chosen) >= threshold;
  const sets: CompiledCriterion[][] = [];
  const open: { readonly chosen: readonly number[]; readonly next: number }[] = [{ chosen: [], next: 0 }];
  for (let way = open.pop(); way; way = open.pop()) {
    const { chosen, next } = way;
    if (isEnough(new Set(chosen))) {
      if (sets.length === mostWays) return { sets, isWhole: false };
      sets.push([...chosen].sort((a, b) => a - b).map((at) => should[at]!));
    } else if (next < order.length && isEnough(new Set([...chosen, ...order.slice(next)]))) {
      open.push({ chosen, next: next + 1 }, { chosen: [...chosen, order[next]!], next: next + 1 });
    }
  }
  return { sets, isWhole: true };
}

function weightOf({ definition: { weight = 1 } }: CompiledCriterion): number {
  return weight;
}

/** Added up in the order of the criteria, as a decision does, so that both round alike. */
function scoreOf(should: readonly CompiledCriterion[], met: ReadonlySet<number>): number {
  let whole = 0;
  let sum = 0;
  for (const [at, criterion] of should.entries()) {
    whole += weightOf(criterion);
    if (met.has(at)) sum += weightOf(criterion);
  }
  return whole === 0 ? 1 : sum / whole;
}
