export type { AppendResult, EventStore } from './types.js';
