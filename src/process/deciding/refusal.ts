import type { Json } from '../../foundation/json.js';
import type { Refusal } from '../items/commands.js';

/** What is said of a refusal; whatever is left out is not waivable, and takes nothing that could be named. */
export type RefusalWords = Omit<Refusal, 'severity' | 'waivable' | 'needed' | 'actual'> & {
  readonly waivable?: boolean;
  readonly needed?: Json;
  readonly actual?: Json;
};

/** Makes a refusal. */
export function refusal(words: RefusalWords): Refusal {
  const { actual = null } = words;
  // JSON has one zero, and so have refusals.
  return { severity: 'error', needed: null, waivable: false, ...words, actual: actual === 0 ? 0 : actual };
}
