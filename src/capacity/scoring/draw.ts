import type { CompiledScorer } from './compile.js';
import { quotientOf, subtract, toNumber } from './decimal.js';
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

/** The inputs of an initiative that are not known exactly, in the order of the scorer. */
export function drawsOf(readings: readonly Reading[]): readonly Draw[] {
  return readings.flatMap(({ low, likely, high, shape }, at): readonly Draw[] => {
    if (shape === 'known') return [];
    const ends = { at, low: toNumber(low), high: toNumber(high) };
    return [shape === 'uniform' ? ends : { ...ends, peak: quotientOf(subtract(likely, low), subtract(high, low)) }];
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

/** The score in floating point, to the last bits that of `scoreOf`, and many times as fast. */
export function roughScore(scorer: CompiledScorer, values: readonly number[]): number {
  const product = { numerator: 1, denominator: 1 };
  for (const { part, terms } of scorer.factors) {
    let sum = 0;
    for (const at of terms) sum += roughContribution(scorer, at, values[at]!);
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
  for (const { part, terms } of scorer.factors) {
    let sum: Bounds = [0, 0];
    for (const at of terms) {
      const { low, high } = readings[at]!;
      const ends = [low, high].map((end) => roughContribution(scorer, at, toNumber(end)));
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
