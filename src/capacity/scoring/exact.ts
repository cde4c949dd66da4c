import { type CompiledFactor, type CompiledScorer, type CompiledTerm, productOf, sumOf } from './compile.js';
import { type Decimal, decimalOf, multiply, one, quotientOf, subtract, toNumber, zero } from './decimal.js';
import type { Reading } from './estimate.js';

/** A quotient of decimals; the divisor is not 0. */
export interface Quotient {
  readonly dividend: Decimal;
  readonly divisor: Decimal;
}

/** The score that inputs come to, one value for each of the scorer's terms, without any rounding. */
export function exactScore(scorer: CompiledScorer, values: readonly Decimal[]): Quotient {
  return quotient(scorer, (factor) => sumOf(factor, scorer.terms, values));
}

function quotient({ factors }: CompiledScorer, sum: (factor: CompiledFactor) => Decimal): Quotient {
  const over = factors.filter(({ part }) => part === 'numerator');
  const under = factors.filter(({ part }) => part === 'denominator');
  return {
    dividend: productOf([...over.map(sum), ...under.map((factor) => factor.over)]),
    divisor: productOf([...under.map(sum), ...over.map((factor) => factor.over)]),
  };
}

/** The values that count for an initiative: the likeliest of each input. */
export function likelyOf(readings: readonly Reading[]): readonly Decimal[] {
  return readings.map(({ exact }) => exact);
}

/** The number nearest to the score. Scores that are equal as decimals are equal numbers: 0.1 + 0.2 is 0.3. */
export function scoreOf(scorer: CompiledScorer, values: readonly Decimal[]): number {
  const { dividend, divisor } = exactScore(scorer, values);
  return quotientOf(dividend, divisor);
}

/** What a term adds to its factor. */
export function contributionOf({ term: { weight = 1, scale } }: CompiledTerm, { likely, exact }: Reading): number {
  if (scale === undefined) return weight === 1 ? likely : toNumber(multiply(decimalOf(weight), exact));
  const from = decimalOf(scale.from);
  return quotientOf(multiply(decimalOf(weight), subtract(exact, from)), subtract(decimalOf(scale.to), from));
}

/**
 * The value of one input at which a score comes to a wanted one, all other inputs as they are: the number nearest to it.
 * Undefined where the input moves nothing.
 */
export function solveFor(
  scorer: CompiledScorer,
  values: readonly Decimal[],
  at: number,
  wanted: Quotient,
): number | undefined {
  const own = scorer.factors.find(({ terms }) => terms.includes(at))!;
  const { coefficient } = scorer.terms[at]!;
  // The score is `rest` times the factor, or divided by it, so that the factor has to come to one certain quotient.
  const rest = quotient(scorer, (factor) => (factor === own ? one : sumOf(factor, scorer.terms, values)));
  const isOver = own.part === 'numerator';
  const top = isOver ? [wanted.dividend, rest.divisor] : [rest.dividend, wanted.divisor];
  const bottom = isOver ? [wanted.divisor, rest.dividend] : [rest.divisor, wanted.dividend];
  const [dividend, divisor] = [productOf(top), multiply(productOf(bottom), coefficient)];
  if (divisor.digits === 0n) return undefined;
  const others = sumOf(
    own,
    scorer.terms,
    values.map((value, place) => (place === at ? zero : value)),
  );
  return quotientOf(subtract(dividend, multiply(others, productOf(bottom))), divisor);
}
