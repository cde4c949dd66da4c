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
  return { severity: 'error', needed: null, actual: null, waivable: false, ...words };
}
