export { type ContractCheck, eventStoreContract } from './event-store-contract.js';
export { createMemoryEventStore } from './memory-store.js';
