import type { Estimate, ScorableInitiative, ScorerDefinition, ScorerFactor, ScorerTerm } from 'keelson/capacity';
import { createRandom } from 'keelson/foundation';

/** A fraction of whole numbers, never shortened. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

type Inputs = Readonly<Record<string, Fraction>>;

/** What scoring says of a list, by looking at one initiative after the other. */
export interface NaiveScoring {
  /** Each id with its score and how many of the list are better, those of the same score that come first included. */
  readonly ranked: readonly { readonly id: string; readonly score: number; readonly better: number }[];
  readonly unscored: readonly string[];
}

/** Scores by fractions, and ranks by counting who is better. */
export function naiveScoring(initiatives: readonly ScorableInitiative[], definition: ScorerDefinition): NaiveScoring {
  const scored = initiatives.flatMap((initiative, place) =>
    canScore(initiative, definition) ? [{ id: initiative.id, place, score: likelyScore(initiative, definition) }] : [],
  );
  const ranked = scored.map(({ id, place, score }) => {
    const better = scored.filter((other) => other.score > score || (other.score === score && other.place < place));
    return { id, score, better: better.length };
  });
  const unscored = initiatives.filter((initiative) => !canScore(initiative, definition)).map(({ id }) => id);
  return { ranked, unscored };
}

function likelyScore({ inputs = {} }: ScorableInitiative, definition: ScorerDefinition): number {
  const values = Object.fromEntries(termsOf(definition).map(({ input }) => [input, likeliest(inputs[input]!)]));
  return numberOf(scoreOf(definition, values));
}

/** Whether everything is there, in range at both ends, and no corner of the intervals turns a divisor to 0 or around. */
function canScore({ inputs = {} }: ScorableInitiative, definition: ScorerDefinition): boolean {
  const terms = termsOf(definition);
  if (terms.some(({ input }) => inputs[input] === undefined)) return false;
  if (terms.some((term) => endsOf(inputs[term.input]!).some((end) => !isInRange(end, term)))) return false;
  return (definition.denominator ?? []).every((factor) => {
    const corners = cornersOf(termsIn(factor), inputs).map((corner) => sumOf(factor, corner).top);
    return corners.every((top) => top > 0n) || corners.every((top) => top < 0n);
  });
}

function isInRange(value: number, { range = {}, scale }: ScorerTerm): boolean {
  const { min = -Infinity, above = -Infinity, max = Infinity } = range;
  if (value < min || value <= above || value > max) return false;
  return scale === undefined || (value - scale.from) * (value - scale.to) <= 0;
}

function cornersOf(terms: readonly ScorerTerm[], inputs: Readonly<Record<string, Estimate>>): readonly Inputs[] {
  let corners: readonly Inputs[] = [{}];
  for (const { input } of terms) {
    corners = corners.flatMap((corner) =>
      endsOf(inputs[input]!).map((end) => ({ ...corner, [input]: fractionOf(end) })),
    );
  }
  return corners;
}

/** How often each came to each rank, and above the line, with each trial drawn and ranked by itself. */
export function naiveRanks(
  initiatives: readonly ScorableInitiative[],
  definition: ScorerDefinition,
  options: { readonly seed: number | string; readonly trials: number; readonly cut: number },
): ReadonlyMap<string, { readonly ranks: readonly number[]; readonly aboveCut: number }> {
  const scorable = initiatives.filter((initiative) => canScore(initiative, definition));
  const terms = termsOf(definition);
  const streams = scorable.map(({ id, inputs = {} }) => {
    const random = createRandom(JSON.stringify([options.seed, id]));
    // What does not depend on chance is a fraction.
    const fixed = ({ input, weight }: ScorerTerm) => weight === 0 || new Set(endsOf(inputs[input]!)).size === 1;
    const likely = Object.fromEntries(terms.map(({ input }) => [input, likeliest(inputs[input]!)]));
    return (): number => {
      if (terms.every(fixed)) return likelyScore({ id, inputs }, definition);
      const values: Record<string, number> = {};
      for (const term of terms)
        values[term.input] = fixed(term) ? 0 : drawFrom(inputs[term.input]!, () => random.next());
      return plainScore(definition, (factor) => {
        if (termsIn(factor).every(fixed)) return numberOf(sumOf(factor, likely));
        return plainSum(factor, (term) => (fixed(term) ? numberOf(likely[term.input]!) : values[term.input]!));
      });
    };
  });
  const ranks = scorable.map((): number[] => []);
  for (let trial = 0; trial < options.trials; trial++) {
    const scores = streams.map((stream) => stream());
    for (const [at, score] of scores.entries()) {
      ranks[at]!.push(1 + scores.filter((other, place) => other > score || (other === score && place < at)).length);
    }
  }
  return new Map(
    scorable.map(({ id }, at) => {
      const own = ranks[at]!;
      return [id, { ranks: own, aboveCut: own.filter((rank) => rank <= options.cut).length }];
    }),
  );
}

function drawFrom(estimate: Estimate, chance: () => number): number {
  if (typeof estimate === 'number') return estimate;
  const { low, likely, high } = estimate;
  if (low === high) return low;
  const u = chance();
  if (likely === undefined) return low + u * (high - low);
  const area = (likely - low) / (high - low);
  if (u < area) return low + Math.sqrt(u * (high - low) * (likely - low));
  return high - Math.sqrt((1 - u) * (high - low) * (high - likely));
}

function plainScore({ numerator, denominator = [] }: ScorerDefinition, sum: (factor: ScorerFactor) => number): number {
  const product = (factors: readonly ScorerFactor[]): number => factors.map(sum).reduce((a, b) => a * b, 1);
  return product(numerator) / product(denominator);
}

function plainSum(factor: ScorerFactor, read: (term: ScorerTerm) => number): number {
  return termsIn(factor)
    .map((term) => {
      const { weight = 1, scale } = term;
      const value = read(term);
      return weight * (scale === undefined ? value : (value - scale.from) / (scale.to - scale.from));
    })
    .reduce((a, b) => a + b);
}

/**
 * Where an input moves an initiative over the line, by trying values evenly spread over its interval, beginning at the likeliest: the
 * last that changes nothing and the first that does. Undefined where none does.
 */
export function naiveFlip(
  initiatives: readonly ScorableInitiative[],
  definition: ScorerDefinition,
  {
    id,
    input,
    cut,
    steps,
  }: { readonly id: string; readonly input: string; readonly cut: number; readonly steps: number },
): { readonly before: number; readonly after: number } | undefined {
  const isAbove = (value: Estimate): boolean => {
    const list = initiatives.map((each) =>
      each.id === id ? { ...each, inputs: { ...each.inputs, [input]: value } } : each,
    );
    return naiveScoring(list, definition).ranked.find((each) => each.id === id)!.better < cut;
  };
  const estimate = initiatives.find((each) => each.id === id)!.inputs![input]!;
  const now = isAbove(estimate);
  const likely = numberOf(likeliest(estimate));
  for (const end of endsOf(estimate)) {
    let before = likely;
    for (let step = 1; step <= steps; step++) {
      const after = step === steps ? end : likely + ((end - likely) * step) / steps;
      if (isAbove(after) !== now) return { before, after };
      before = after;
    }
  }
  return undefined;
}

function scoreOf({ numerator, denominator = [] }: ScorerDefinition, values: Inputs): Fraction {
  let score: Fraction = { top: 1n, bottom: 1n };
  for (const factor of numerator) score = times(score, sumOf(factor, values));
  for (const factor of denominator) {
    const { top, bottom } = sumOf(factor, values);
    score = times(score, { top: bottom, bottom: top });
  }
  return score;
}

function sumOf(factor: ScorerFactor, values: Inputs): Fraction {
  return termsIn(factor)
    .map(({ input, weight = 1, scale }) => {
      const value = values[input]!;
      if (scale === undefined) return times(fractionOf(weight), value);
      const way = plus(value, fractionOf(-scale.from));
      const { top, bottom } = plus(fractionOf(scale.to), fractionOf(-scale.from));
      return times(fractionOf(weight), times(way, { top: bottom, bottom: top }));
    })
    .reduce(plus);
}

function termsOf({ numerator, denominator = [] }: ScorerDefinition): readonly ScorerTerm[] {
  return [...numerator, ...denominator].flatMap(termsIn);
}

function termsIn(factor: ScorerFactor): readonly ScorerTerm[] {
  return 'sum' in factor ? factor.sum : [factor];
}

function endsOf(estimate: Estimate): readonly number[] {
  return typeof estimate === 'number' ? [estimate] : [estimate.low, estimate.high];
}

function likeliest(estimate: Estimate): Fraction {
  if (typeof estimate === 'number') return fractionOf(estimate);
  if (estimate.likely !== undefined) return fractionOf(estimate.likely);
  return times(plus(fractionOf(estimate.low), fractionOf(estimate.high)), { top: 1n, bottom: 2n });
}

/** The decimal that a number prints as. */
function fractionOf(value: number): Fraction {
  const [, sign, whole, fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/.exec(String(value))!;
  const top = BigInt(`${sign}${whole}${fraction}`);
  const exponent = Number(power) - fraction.length;
  return exponent < 0 ? { top, bottom: 10n ** BigInt(-exponent) } : { top: top * 10n ** BigInt(exponent), bottom: 1n };
}

function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

/** By long division to 60 places behind the point. */
function numberOf({ top, bottom }: Fraction): number {
  const places = 60;
  const digits = (top * 10n ** BigInt(places)) / bottom;
  const rest = (top * 10n ** BigInt(places)) % bottom === 0n ? '' : '1';
  return Number(`${digits}${rest}e-${places + rest.length}`) + 0;
}
