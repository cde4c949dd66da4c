import type { EventStore } from '../host/types.js';
import { concurrentWriterChecks } from './contract/concurrent-writers.js';
import { crashChecks } from './contract/crash.js';
import { expectedVersionChecks } from './contract/expected-version.js';
import { fidelityChecks } from './contract/fidelity.js';
import { isolationChecks } from './contract/isolation.js';
import { orderChecks } from './contract/order.js';
import { repeatedCommandChecks } from './contract/repeated-commands.js';

/** One thing that an event store promises, for any test runner: `for (const { name, run } of checks) test(name, run)`. */
export interface ContractCheck {
  readonly name: string;
  /** Rejects with an Error that says what the store did instead. */
  readonly run: () => Promise<void>;
}

/**
 * Returns the checks of what `EventStore` promises: append with expected version, order, isolation between streams, repeated commands,
 * concurrent writers, a crash in the middle, and that events come back as they went in. `makeStore` gives an empty store to each of
 * them; they do not depend on each other's order.
 *
 * @example
 * const failed: string[] = [];
 * for (const { name, run } of eventStoreContract(createMemoryEventStore)) await run().catch(() => failed.push(name));
 * failed; //=> []
 */
export function eventStoreContract(makeStore: () => EventStore | Promise<EventStore>): readonly ContractCheck[] {
  const checks = [
    ...[...expectedVersionChecks, ...orderChecks, ...isolationChecks, ...fidelityChecks],
    ...[...repeatedCommandChecks, ...concurrentWriterChecks, ...crashChecks],
  ];
  return checks.map(({ name, run }) => ({ name, run: async () => run(await makeStore()) }));
}
