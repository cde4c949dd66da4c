import { keelsonError } from '../foundation/error.js';
import type { Instant } from '../foundation/instant.js';
import { plainText, quote } from '../foundation/shorten.js';
import type { ItemEvent } from '../process/items/events.js';
import { itemStream } from './stream.js';

/** An event of an item in the envelope of CloudEvents 1.0, in its JSON format. */
export interface CloudEvent<E = ItemEvent> {
  readonly specversion: '1.0';
  /** Unique within `source`: the stream and the number of the event. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The id of the item. */
  readonly subject: string;
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  readonly data: E;
}

/** What an envelope says beside its event. */
export interface CloudEventOptions {
  /** Where it comes from: a URI reference of the host's, such as `https://delivery.example` or `/delivery`. */
  readonly source: string;
  /** What stands before the type of the event; CloudEvents advises a domain backwards. `keelson.` unless said. */
  readonly typePrefix?: string;
}

/**
 * Returns an event in the envelope of CloudEvents 1.0 (CNCF, 2019), JSON format: what brokers and buses route without opening it. Its
 * time is when the event occurred. Publishing it again gives the same `id`, by which a receiver knows it.
 *
 * Throws a `KeelsonError` (`host/invalid-options`) for a source that is no URI reference, or a prefix that is empty or has spaces in it.
 *
 * @example
 * const at = instant('2026-11-02T09:00:00Z');
 * const event: ItemEvent = {
 *   ...{ schemaVersion: 1, item: 'PAY-17', process: 'delivery', version: 3, sequence: 4, occurredAt: at, recordedAt: at },
 *   ...{ actor: 'ana', command: 'c-4', type: 'ownerAssigned', owner: 'bo' },
 * };
 * const { id, type, time } = toCloudEvent(event, { source: 'https://delivery.example', typePrefix: 'example.delivery.' });
 * [id, type, time]; //=> ['delivery:PAY-17/4', 'example.delivery.ownerAssigned', '2026-11-02T09:00:00Z']
 */
export function toCloudEvent<E extends ItemEvent>(event: E, options: CloudEventOptions): CloudEvent<E> {
  const { source, typePrefix = 'keelson.' } = options;
  if (!uriReference.test(source)) throw invalid('source', source, 'a URI reference, such as https://delivery.example');
  if (!prefix.test(typePrefix))
    throw invalid('typePrefix', typePrefix, 'a text without spaces, such as example.delivery.');
  return {
    specversion: '1.0',
    id: `${itemStream(event.process, event.item)}/${event.sequence}`,
    source,
    type: typePrefix + event.type,
    subject: event.item,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    data: event,
  };
}

/** The characters of RFC 3986, with each % before two digits; what they mean is for the receiver. */
const uriReference = /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/;

const prefix = /^[\x21-\x7e]+$/;

function invalid(name: string, value: string, wanted: string): Error {
  return keelsonError('host/invalid-options', `${name} must be ${wanted}, not ${quote(plainText(value))}`);
}
