export { type CloudEvent, type CloudEventOptions, toCloudEvent } from './cloud-event.js';
export { itemStream } from './stream.js';
export type { AppendResult, EventStore } from './types.js';
