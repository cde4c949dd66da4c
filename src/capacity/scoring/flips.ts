import type { CompiledScorer } from './compile.js';
import { type Decimal, decimalOf } from './decimal.js';
import { exactScore, likelyOf, scoreOf, solveFor } from './exact.js';
import { byScore } from './score.js';
import type { Contender } from './simulate.js';
import type { CutFlip } from './types.js';

/**
 * The inputs that would each alone move a contender over the line, all others at their likeliest. It changes sides where its score
 * passes that of the initiative on the other side of the line: the first below it, or the last above.
 */
export function flipsOf(contender: Contender, other: Contender, scorer: CompiledScorer): readonly CutFlip[] {
  const values = likelyOf(contender.readings);
  const isAbove = byScore(contender, other) < 0;
  const wanted = exactScore(scorer, likelyOf(other.readings));
  return contender.readings.flatMap((reading, at): readonly CutFlip[] => {
    if (reading.shape === 'known') return [];
    const changesAt = (value: Decimal): boolean => {
      const score = scoreOf(scorer, withValue(values, at, value));
      return byScore({ score, place: contender.place }, other) < 0 !== isAbove;
    };
    // A score moves one way when one input does, so that only one end can be on the other side.
    const towards = (['low', 'high'] as const).find((end) => changesAt(decimalOf(reading[end])));
    if (towards === undefined) return [];
    const { likely, [towards]: end } = reading;
    const solved = solveFor(scorer, values, at, wanted) ?? end;
    const turn = Math.min(Math.max(solved, Math.min(likely, end)), Math.max(likely, end));
    const { input } = scorer.terms[at]!.term;
    return [{ input, likely, at: turn, isBeyond: !changesAt(decimalOf(turn)), towards, other: other.id }];
  });
}

function withValue(values: readonly Decimal[], at: number, value: Decimal): readonly Decimal[] {
  return values.map((each, place) => (place === at ? value : each));
}
