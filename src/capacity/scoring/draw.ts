import { type CompiledScorer, type CompiledTerm, sumOf } from './compile.js';
import { decimalOf, quotientOf, subtract } from './decimal.js';
import type { Reading } from './estimate.js';

/** An input that is drawn. */
export interface Draw {
  /** The place of its term. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** Where between `low`, 0, and `high`, 1, the likeliest is; absent where all is equally likely. */
  readonly peak?: number;
}

/** Whether a term counts an input that is not known exactly. */
function isDrawn({ term }: CompiledTerm, { shape }: Reading): boolean {
  return shape !== 'known' && term.weight !== 0;
}

/** The inputs of an initiative that are drawn, in the order of the scorer. */
export function drawsOf({ terms }: CompiledScorer, readings: readonly Reading[]): readonly Draw[] {
  return readings.flatMap(({ low, high, exact, shape }, at): readonly Draw[] => {
    if (!isDrawn(terms[at]!, readings[at]!)) return [];
    if (shape === 'uniform') return [{ at, low, high }];
    const start = decimalOf(low);
    return [{ at, low, high, peak: quotientOf(subtract(exact, start), subtract(decimalOf(high), start)) }];
  });
}

/** Where a chance from 0 to 1 falls: the inverse of the distribution, of square roots at most, so that engines agree. */
export function drawn({ low, high, peak }: Draw, chance: number): number {
  const way = peak === undefined ? chance : triangular(peak, chance);
  // Weighing the ends cannot overflow where their difference does; rounding must not leave the interval.
  return Math.min(high, Math.max(low, low * (1 - way) + high * way));
}

function triangular(peak: number, chance: number): number {
  return chance < peak ? Math.sqrt(chance * peak) : 1 - Math.sqrt((1 - chance) * (1 - peak));
}

/** A factor of one initiative: what it comes to, or the terms that are added in each trial. */
export interface DrawnFactor {
  readonly part: 'numerator' | 'denominator';
  readonly terms: readonly number[];
  /** Absent where an input of it is drawn. */
  readonly fixed?: number;
}

/** The factors of an initiative. Those that chance leaves alone are computed as decimals, so that 0.1 + 0.2 - 0.3 is 0 here too. */
export function drawnFactors(scorer: CompiledScorer, readings: readonly Reading[]): readonly DrawnFactor[] {
  const values = readings.map(({ exact }) => exact);
  return scorer.factors.map((factor) => {
    const { part, terms, over } = factor;
    if (terms.some((at) => isDrawn(scorer.terms[at]!, readings[at]!))) return { part, terms };
    return { part, terms, fixed: quotientOf(sumOf(factor, scorer.terms, values), over) };
  });
}

/** The score in floating point: that of `scoreOf` but for the last bits, and many times as fast. */
export function roughScore(scorer: CompiledScorer, factors: readonly DrawnFactor[], values: readonly number[]): number {
  const product = { numerator: 1, denominator: 1 };
  for (const { part, terms, fixed } of factors) {
    let sum = fixed ?? 0;
    if (fixed === undefined) for (const at of terms) sum += roughContribution(scorer, at, values[at]!);
    product[part] *= sum;
  }
  return product.numerator / product.denominator;
}

/**
 * Whether the score, and all on the way to it, stays a finite number wherever inputs are drawn. Rounding never turns the order of two
 * results around, so the ends of each step are bounds of what is drawn between them, to the bit.
 */
export function staysFinite(scorer: CompiledScorer, readings: readonly Reading[]): boolean {
  const product: Record<'numerator' | 'denominator', Bounds> = { numerator: [1, 1], denominator: [1, 1] };
  for (const { part, terms, fixed } of drawnFactors(scorer, readings)) {
    let sum: Bounds = [fixed ?? 0, fixed ?? 0];
    for (const at of fixed === undefined ? terms : []) {
      const { low, high } = readings[at]!;
      const ends = [low, high].map((end) => roughContribution(scorer, at, end));
      sum = [sum[0] + Math.min(...ends), sum[1] + Math.max(...ends)];
    }
    product[part] = combined(product[part], sum, (a, b) => a * b);
  }
  const { numerator, denominator } = product;
  if (denominator[0] <= 0 && denominator[1] >= 0) return false;
  return combined(numerator, denominator, (a, b) => a / b).every(Number.isFinite);
}

type Bounds = readonly [least: number, most: number];

function combined(a: Bounds, b: Bounds, by: (a: number, b: number) => number): Bounds {
  const results = a.flatMap((one) => b.map((other) => by(one, other)));
  return [Math.min(...results), Math.max(...results)];
}

function roughContribution({ terms }: CompiledScorer, at: number, value: number): number {
  const { weight = 1, scale } = terms[at]!.term;
  return weight * (scale === undefined ? value : (value - scale.from) / (scale.to - scale.from));
}
