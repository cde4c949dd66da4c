export { type HostExample, hostCatalogue } from './catalogue.js';
export { type CloudEvent, type CloudEventOptions, toCloudEvent } from './cloud-event.js';
export { type HandledCommand, handleCommand } from './handle.js';
export { type LoadedItem, loadItem } from './load.js';
export type { HandleOptions, LoadOptions } from './options.js';
export { handleStart } from './start.js';
export { itemStream } from './stream.js';
export type { AppendResult, EventStore } from './types.js';
