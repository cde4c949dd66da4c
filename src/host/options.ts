import { keelsonError } from '../foundation/error.js';

/** How stored events are read. */
export interface LoadOptions {
  /** Makes an event of today's shape of one that was stored in an older one; called with each. */
  readonly upcast?: (event: unknown) => unknown;
}

/** How hard a host tries. */
export interface HandleOptions extends LoadOptions {
  /** How often an item is loaded and appended to before it counts as a conflict, from 1; 5 unless said. */
  readonly attempts?: number;
}

export function attemptsOf({ attempts = 5 }: HandleOptions): number {
  if (Number.isSafeInteger(attempts) && attempts >= 1) return attempts;
  throw keelsonError('host/invalid-options', `attempts must be a whole number of at least 1, not ${attempts}`);
}
