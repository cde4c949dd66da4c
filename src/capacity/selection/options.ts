import type { Diagnostic } from '../../foundation/diagnostic.js';
import { isWellFormed } from '../../foundation/names.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { SelectionOptions } from './types.js';

/** The options with what holds unless said. */
export interface Budget {
  readonly seed: number | string;
  readonly iterations: number;
  readonly proofNodes: number;
}

const most = { iterations: 100_000_000, proofNodes: 10_000_000 };

/** Fills in what is not said. */
export function budgetOf({ seed = 1, iterations = 20_000, proofNodes = 100_000 }: SelectionOptions): Budget {
  return { seed, iterations, proofNodes };
}

/** What is wrong with the options of a selection. */
export function findOptionFaults(budget: Budget): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { seed } = budget;
  if (typeof seed === 'string' ? !isWellFormed(seed) : !Number.isFinite(seed)) {
    found.push(invalid('seed', `${wordsOf(seed)}, and no finite number or text`, 'leave it out for 1'));
  }
  for (const name of ['iterations', 'proofNodes'] as const) {
    const value: unknown = budget[name];
    if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most[name]) continue;
    const message = `${wordsOf(value)}, and no whole number from 0 to ${most[name]}`;
    found.push(invalid(name, message, `leave it out for ${budgetOf({})[name]}`));
  }
  return found;
}

function invalid(name: string, message: string, hint: string): Diagnostic {
  return {
    code: 'capacity/invalid-selection-options',
    severity: 'error',
    message: `${name} is ${message}`,
    path: [],
    hint,
  };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? quote(value) : plainText(value);
}
