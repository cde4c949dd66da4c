import type { Diagnostic } from '../../foundation/diagnostic.js';
import { isWellFormed } from '../../foundation/names.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { Size } from '../types.js';
import type { RankProgress } from './types.js';

/** What scores are computed with, beside the initiatives and the scorer. */
export interface ScoreOptions {
  /** The sizes that demands may name: a portfolio's. Absent means that demands are numbers and intervals only. */
  readonly sizes?: readonly Size[];
}

/** What a simulation is told beside the initiatives and the scorer. */
export interface RobustnessOptions extends ScoreOptions {
  /** Where chance begins: equal seeds give equal results. */
  readonly seed: number | string;
  /** How many initiatives are funded: the line runs below that rank. 0 or more. */
  readonly cut: number;
  /** How often the inputs are drawn: 1 to 1,000,000; absent means 10,000. */
  readonly trials?: number;
  /** How many initiatives are ranked: 2,000 unless said, at most 10,000. Counts are kept of every rank of each: the square of it. */
  readonly limits?: { readonly initiatives?: number };
  /** Told between two parts of the work how far it is. */
  readonly onProgress?: (progress: RankProgress) => void;
}

export const defaultTrials = 10_000;
export const defaultMost = 2_000;
const mostTrials = 1_000_000;
const mostInitiatives = 10_000;

/** What is wrong with options of any scoring. */
export function findScoreFaults({ sizes }: ScoreOptions): readonly Diagnostic[] {
  if (sizes === undefined || Array.isArray(sizes)) return [];
  return [invalid(`sizes is ${wordsOf(sizes)}, and no list`, 'pass the sizes of the portfolio')];
}

/** What is wrong with options of a simulation. */
export function findRobustnessFaults(options: RobustnessOptions): readonly Diagnostic[] {
  const { seed, cut, trials = defaultTrials, limits: { initiatives = defaultMost } = {} } = options;
  const found = [...findScoreFaults(options)];
  if (typeof seed === 'string' ? !isWellFormed(seed) : !Number.isFinite(seed)) {
    const hint = 'give any number: equal ones give equal results';
    found.push(invalid(`seed is ${wordsOf(seed)}, and no finite number or text`, hint));
  }
  if (!isCount(cut, 0, Number.MAX_SAFE_INTEGER)) {
    found.push(invalid(`cut is ${wordsOf(cut)}, and no whole number from 0`, 'say how many initiatives are funded'));
  }
  if (!isCount(trials, 1, mostTrials)) {
    const message = `trials is ${wordsOf(trials)}, and no whole number of 1 to ${mostTrials}`;
    found.push(invalid(message, `leave it out for ${defaultTrials}`));
  }
  if (!isCount(initiatives, 1, mostInitiatives)) {
    const message = `limits.initiatives is ${wordsOf(initiatives)}, and no whole number of 1 to ${mostInitiatives}`;
    found.push(invalid(message, `leave it out for ${defaultMost}`));
  }
  return found;
}

function invalid(message: string, hint: string): Diagnostic {
  return { code: 'capacity/invalid-scoring-options', severity: 'error', message, path: [], hint };
}

function isCount(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? quote(value) : plainText(value);
}
