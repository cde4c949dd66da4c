import { createRandom } from '../../foundation/random.js';
import type { LongWork } from '../long-work.js';
import type { CompiledScorer } from './compile.js';
import { drawn, drawnFactors, drawsOf, roughScore } from './draw.js';
import type { ReadInitiative } from './estimate.js';
import type { RankProgress } from './types.js';

/** An initiative with the score that its likeliest inputs come to. */
export interface Contender extends ReadInitiative {
  readonly score: number;
}

/** Where each contender came, in how many trials. */
export interface RankCounts {
  /** The contender's place in the list of contenders, times their number, plus the rank from 0. */
  readonly byRank: Uint32Array;
  /** By place in the list of contenders. */
  readonly aboveCut: Uint32Array;
}

/** After how many scores others get a turn. */
const scoresPerPart = 50_000;

/** Draws the inputs of all contenders, trial after trial, and counts their ranks. Contenders are in the order of the list given. */
export function* simulate(
  contenders: readonly Contender[],
  scorer: CompiledScorer,
  { seed, trials, cut }: { readonly seed: number | string; readonly trials: number; readonly cut: number },
): LongWork<RankProgress, RankCounts> {
  const size = contenders.length;
  const counts = { byRank: new Uint32Array(size * size), aboveCut: new Uint32Array(size) };
  const draws = contenders.map((contender) => scoreDrawer(contender, scorer, seed));
  const order = contenders.map((_, at) => at);
  const scores = contenders.map(({ score }) => score);
  const trialsPerPart = Math.max(1, Math.floor(scoresPerPart / Math.max(1, size)));
  for (let trial = 1; trial <= trials; trial++) {
    for (const [at, draw] of draws.entries()) if (draw !== undefined) scores[at] = draw();
    order.sort((a, b) => scores[b]! - scores[a]! || a - b);
    for (const [rank, at] of order.entries()) {
      counts.byRank[at * size + rank]!++;
      if (rank < cut) counts.aboveCut[at]!++;
    }
    if (trial % trialsPerPart === 0 || trial === trials) yield { done: trial, total: trials };
  }
  return counts;
}

/**
 * Gives one score after the other; undefined where nothing is drawn. Each initiative draws from a chance of its own, so that what
 * it comes to is the same whatever else is in the list, and in whichever order.
 */
function scoreDrawer(
  { id, readings }: Contender,
  scorer: CompiledScorer,
  seed: number | string,
): (() => number) | undefined {
  const draws = drawsOf(scorer, readings);
  if (draws.length === 0) return undefined;
  const random = createRandom(JSON.stringify([seed, id]));
  const factors = drawnFactors(scorer, readings);
  const values = readings.map(({ likely }) => likely);
  return () => {
    for (const draw of draws) values[draw.at] = drawn(draw, random.next());
    return roughScore(scorer, factors, values);
  };
}
