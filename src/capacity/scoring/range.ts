import type { Reading } from './estimate.js';
import type { ScorerTerm } from './types.js';

/** What an input has to be, in words, where it is not; undefined where it is. */
export function rangeFault({ low, high }: Reading, { range = {}, scale }: ScorerTerm): string | undefined {
  const from = scale === undefined ? undefined : Math.min(scale.from, scale.to);
  const to = scale === undefined ? undefined : Math.max(scale.from, scale.to);
  const min = largest(range.min, from);
  const max = smallest(range.max, to);
  const { above } = range;
  const isWithin =
    (min === undefined || low >= min) && (max === undefined || high <= max) && (above === undefined || low > above);
  return isWithin ? undefined : rangeWords(min, above, max);
}

function rangeWords(min: number | undefined, above: number | undefined, max: number | undefined): string {
  // A scale gives a least besides what it must be above; the narrower of the two says it all.
  const isAbove = above !== undefined && (min === undefined || above >= min);
  if (isAbove) return max === undefined ? `above ${above}` : `above ${above} and at most ${max}`;
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

function largest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function smallest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
