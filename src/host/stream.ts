import type { ExternalId, Name } from '../foundation/names.js';

/**
 * Returns the name of the stream in which `handleCommand` and `handleStart` keep an item: the id of its process, a colon, its own.
 * Versions of a process share their streams, so that a migrated item stays where it is.
 *
 * @example
 * itemStream('delivery', 'PAY-17'); //=> 'delivery:PAY-17'
 */
export function itemStream(process: Name, item: ExternalId): string {
  return `${process}:${item}`;
}
