import type { EventStore } from '../../host/types.js';

/** One promise of `EventStore`, tried on a store that is empty. */
export interface StoreCheck {
  readonly name: string;
  /** Throws an Error that says what the store did instead. */
  readonly run: (store: EventStore) => Promise<void>;
}
