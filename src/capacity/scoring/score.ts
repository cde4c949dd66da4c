import { fingerprint } from '../../foundation/fingerprint.js';
import { quote } from '../../foundation/shorten.js';
import type { CompiledScorer } from './compile.js';
import { intervalOf, type ReadInitiative } from './estimate.js';
import { contributionOf, likelyOf, scoreOf } from './exact.js';
import { findScoreFaults, type ScoreOptions } from './options.js';
import { diagnosticsOf, type ReadList, readList, unscoredOf } from './read.js';
import { unseal } from './seal.js';
import type {
  InitiativeScore,
  ScorableInitiative,
  ScoredTerm,
  Scorer,
  ScorerReference,
  ScoreTie,
  Scoring,
  ScoringFailure,
} from './types.js';

/**
 * Returns the initiatives in the order of their scores, highest first, each with the terms that its score is made of, or `ok: false`
 * where the list itself cannot be read. The initiatives of a portfolio fit as they are.
 *
 * Scores are absolute: what else is in the list changes none. They are computed in decimals, as the inputs are written, and rounded
 * once, so that 0.1 + 0.2 ties with 0.3. Of an interval the likeliest counts, or its middle. Equal scores are named in `ties` and
 * stand in the order of the list. An initiative without an input that the scorer needs has no score, and neither has one with an
 * input that is no number, is out of its range, or lets a denominator come to 0: they stand in `unscored`, and the diagnostics say why.
 *
 * Throws a `KeelsonError` for a scorer that no door returned.
 *
 * @example
 * const result = scoreInitiatives(
 *   [
 *     { id: 'one-click', inputs: { reach: 500, impact: 2, confidence: 0.8, effort: 4 } },
 *     { id: 'gift-cards', inputs: { reach: { low: 100, high: 1_100 }, impact: 1, confidence: 0.5, effort: 1 } },
 *     { id: 'dark-mode', inputs: { impact: 1, confidence: 1, effort: 2 } },
 *   ],
 *   scorers.rice,
 * );
 * result.ok && result.ranked.map(({ rank, id, score }) => [rank, id, score]); //=> [[1, 'gift-cards', 300], [2, 'one-click', 200]]
 * result.ok && result.unscored; //=> [{ id: 'dark-mode', missing: ['reach'], invalid: [] }]
 */
export function scoreInitiatives(
  initiatives: readonly ScorableInitiative[],
  scorer: Scorer,
  options: ScoreOptions = {},
): Scoring | ScoringFailure {
  const compiled = unseal(scorer);
  const wrong = findScoreFaults(options);
  if (wrong.length > 0) return { ok: false, diagnostics: wrong };
  const opened = readList(initiatives, compiled, options.sizes);
  if (!opened.ok) return opened;
  const { list } = opened;
  const scored: (Omit<InitiativeScore, 'rank'> & { readonly place: number })[] = [];
  for (const read of list.read) {
    const { id, place, readings } = read;
    const score = scoreOf(compiled, likelyOf(readings));
    const terms = scoredTerms(compiled, read);
    if (Number.isFinite(score) && terms.every(({ contribution }) => Number.isFinite(contribution))) {
      scored.push({ id, place, score, terms });
    } else addOverflow(read, compiled, list);
  }
  const ranked = scored.sort(byScore).map(({ id, score, terms }, at) => ({ id, rank: at + 1, score, terms }));
  return {
    ok: true,
    scorer: referenceTo(compiled),
    ranked,
    ties: tiesIn(ranked),
    unscored: unscoredOf(list),
    diagnostics: diagnosticsOf(list),
  };
}

/** Higher scores first, and of equal ones the earlier in the list given. */
export function byScore(
  a: { readonly score: number; readonly place: number },
  b: { readonly score: number; readonly place: number },
): number {
  return b.score - a.score || a.place - b.place;
}

export function referenceTo({ definition }: CompiledScorer): ScorerReference {
  return { id: definition.id, version: definition.version, fingerprint: fingerprint(definition) };
}

/** Puts an initiative among those without a score: what it comes to is more than a number can hold. */
export function addOverflow({ id, place }: ReadInitiative, { terms }: CompiledScorer, list: ReadList): void {
  const inputs = terms.map(({ term }) => term.input);
  list.unscored.push({ id, place, missing: [], invalid: inputs });
  list.faults.add([place], () => ({
    code: 'capacity/score-overflow',
    message: `the score of ${quote(id)} is beyond what a number can hold`,
    hint: `give ${inputs.join(', ')} in larger units`,
  }));
}

function scoredTerms({ terms }: CompiledScorer, { readings }: ReadInitiative): readonly ScoredTerm[] {
  return terms.map((compiled, at) => {
    const { term, part, factor } = compiled;
    const reading = readings[at]!;
    return {
      input: term.input,
      part,
      factor,
      value: reading.likely,
      ...(reading.shape !== 'known' && { interval: intervalOf(reading) }),
      weight: term.weight ?? 1,
      contribution: contributionOf(compiled, reading),
    };
  });
}

function tiesIn(ranked: readonly InitiativeScore[]): readonly ScoreTie[] {
  const ties: { score: number; initiatives: string[] }[] = [];
  for (const [at, { id, score }] of ranked.entries()) {
    const before = ranked[at - 1];
    if (before === undefined || before.score !== score) continue;
    const open = ties.at(-1);
    if (open?.score === score) open.initiatives.push(id);
    else ties.push({ score, initiatives: [before.id, id] });
  }
  return ties;
}
