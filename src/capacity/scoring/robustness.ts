import { fingerprint } from '../../foundation/fingerprint.js';
import { type LongWork, runAtOnce, runInTurns, type WorkSignal } from '../long-work.js';
import type { CompiledScorer } from './compile.js';
import { drawsOf, staysFinite } from './draw.js';
import { intervalOf, type ReadInitiative } from './estimate.js';
import { likelyOf, scoreOf } from './exact.js';
import { flipsOf } from './flips.js';
import { defaultMost, defaultTrials, findRobustnessFaults, type RobustnessOptions } from './options.js';
import { diagnosticsOf, type ReadList, readList, unscoredOf } from './read.js';
import { addOverflow, byScore, referenceTo } from './score.js';
import { unseal } from './seal.js';
import { type Contender, type RankCounts, simulate } from './simulate.js';
import type {
  InitiativeRobustness,
  RankCount,
  RankProgress,
  RankRobustness,
  ScorableInitiative,
  Scorer,
  ScoringFailure,
} from './types.js';

/** What a simulation that can be aborted is told beside the initiatives and the scorer. */
export interface RobustnessAsyncOptions extends RobustnessOptions {
  readonly signal?: WorkSignal;
}

/**
 * Returns how a ranking stands up to what is not known exactly: how often each initiative comes to each rank when the inputs are drawn
 * from their intervals, how often it is above the cut line, and which single input would move it over the line.
 *
 * Inputs are drawn independently of each other: from the triangular distribution where an interval says its likeliest, else
 * from the uniform one (Law, Simulation Modeling and Analysis, 2015, on estimates by three points). Each initiative draws from the
 * seed and its id, so that others change none of its scores. Equal scores of a trial are in the order of the list.
 *
 * Those without a score, as `scoreInitiatives` has it, take no part. Throws a `KeelsonError` for a scorer
 * that no door returned; all else that is wrong comes back as `ok: false`.
 *
 * @example
 * const result = rankRobustness(
 *   [
 *     { id: 'one-click', inputs: { value: { low: 30, likely: 60, high: 70 }, effort: 2 } },
 *     { id: 'gift-cards', inputs: { value: 50, effort: 2 } },
 *   ],
 *   defineScorer({ id: 'worth', numerator: [{ input: 'value' }], denominator: [{ input: 'effort' }] }),
 *   { seed: 1, cut: 1, trials: 1_000 },
 * );
 * result.ok && result.initiatives.map(({ id, aboveCut, ranks }) => [id, aboveCut, ranks.map(({ rank, count }) => `${rank}: ${count}`)]);
 * //=> [['one-click', 680, ['1: 680', '2: 320']], ['gift-cards', 320, ['1: 320', '2: 680']]]
 * result.ok && result.initiatives[0]?.flips;
 * //=> [{ input: 'value', likely: 60, at: 50, isBeyond: true, towards: 'low', other: 'gift-cards' }]
 */
export function rankRobustness(
  initiatives: readonly ScorableInitiative[],
  scorer: Scorer,
  options: RobustnessOptions,
): RankRobustness | ScoringFailure {
  return runAtOnce(rankWork(initiatives, scorer, options), options.onProgress);
}

/**
 * As `rankRobustness`, with the same result, but lets the event loop turn between parts of the work. Where the signal is aborted, the
 * promise is rejected with its reason.
 *
 * @example
 * const value = { low: 30, likely: 60, high: 70 };
 * const byValue = defineScorer({ id: 'by_value', numerator: [{ input: 'value' }] });
 * const result = await rankRobustnessAsync([{ id: 'one-click', value }], byValue, { seed: 1, cut: 1, trials: 200 });
 * result.ok && result.initiatives[0]?.ranks; //=> [{ rank: 1, count: 200 }]
 */
export function rankRobustnessAsync(
  initiatives: readonly ScorableInitiative[],
  scorer: Scorer,
  options: RobustnessAsyncOptions,
): Promise<RankRobustness | ScoringFailure> {
  return runInTurns(rankWork(initiatives, scorer, options), options);
}

function* rankWork(
  initiatives: readonly ScorableInitiative[],
  scorer: Scorer,
  options: RobustnessOptions,
): LongWork<RankProgress, RankRobustness | ScoringFailure> {
  const compiled = unseal(scorer);
  const wrong = findRobustnessFaults(options);
  if (wrong.length > 0) return { ok: false, diagnostics: wrong };
  const opened = readList(initiatives, compiled, options.sizes);
  if (!opened.ok) return opened;
  const { list } = opened;
  const { seed, cut, trials = defaultTrials, limits = {} } = options;
  const { initiatives: most = defaultMost } = limits;
  if (list.read.length > most) return tooMany(list.read.length, most);
  const contenders = contendersIn(list, compiled);
  const counts = yield* simulate(contenders, compiled, { seed, cut, trials });
  return {
    ok: true,
    scorer: referenceTo(compiled),
    seed,
    trials,
    cut,
    fingerprint: fingerprint({
      scorer: compiled.definition,
      seed,
      trials,
      cut,
      initiatives: contenders.map(storedForm),
    }),
    initiatives: inOrder(contenders, counts, cut, compiled),
    unscored: unscoredOf(list),
    diagnostics: diagnosticsOf(list),
  };
}

function contendersIn(list: ReadList, scorer: CompiledScorer): readonly Contender[] {
  return list.read.flatMap((read): readonly Contender[] => {
    const score = scoreOf(scorer, likelyOf(read.readings));
    const isDrawn = drawsOf(scorer, read.readings).length > 0;
    if (Number.isFinite(score) && (!isDrawn || staysFinite(scorer, read.readings))) return [{ ...read, score }];
    addOverflow(read, scorer, list);
    return [];
  });
}

function tooMany(count: number, most: number): ScoringFailure {
  const message = `${count} initiatives can be scored, and ranks are counted of at most ${most}`;
  const hint = 'take those near the cut line in the order of scoreInitiatives, or raise limits.initiatives';
  return {
    ok: false,
    diagnostics: [{ code: 'capacity/too-many-to-rank', severity: 'error', message, path: [], hint }],
  };
}

function storedForm({ id, readings }: ReadInitiative): object {
  return { id, inputs: readings.map(intervalOf) };
}

function inOrder(
  contenders: readonly Contender[],
  { byRank, aboveCut }: RankCounts,
  cut: number,
  scorer: CompiledScorer,
): readonly InitiativeRobustness[] {
  const size = contenders.length;
  const ordered = contenders
    .map((contender, at) => ({ contender, at }))
    .sort((a, b) => byScore(a.contender, b.contender));
  const lastAbove = ordered[cut - 1]?.contender;
  const firstBelow = ordered[cut]?.contender;
  return ordered.map(({ contender, at }, rank) => {
    const isAboveCut = rank < cut;
    const other = isAboveCut ? firstBelow : lastAbove;
    return {
      id: contender.id,
      rank: rank + 1,
      score: contender.score,
      isAboveCut,
      aboveCut: aboveCut[at]!,
      ranks: countsIn(byRank.subarray(at * size, (at + 1) * size)),
      flips: other === undefined ? [] : flipsOf(contender, other, scorer),
    };
  });
}

function countsIn(counts: Uint32Array): readonly RankCount[] {
  const found: RankCount[] = [];
  for (const [at, count] of counts.entries()) if (count > 0) found.push({ rank: at + 1, count });
  return found;
}
