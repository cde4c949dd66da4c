export { type ContractCheck, eventStoreContract } from './event-store-contract.js';
export { createMemoryEventStore } from './memory-store.js';
export { processSpec } from './process-spec.js';
export type {
  DecidedCommand,
  ExpectedEvent,
  ExpectedRefusal,
  GivenEvent,
  GivenItem,
  PartOf,
  ProcessSpec,
  SpecCommand,
} from './spec/types.js';
