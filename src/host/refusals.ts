import type { Diagnostic } from '../foundation/diagnostic.js';
import type { Json } from '../foundation/json.js';
import type { ExternalId } from '../foundation/names.js';
import { quote } from '../foundation/shorten.js';
import type { Refusal } from '../process/items/commands.js';

/** What stands in the way of a command before a process is asked, or after it. */
export function unknownItem(item: ExternalId, stream: string): Refusal {
  const message = `there is no item ${quote(item)}: the stream ${quote(stream)} has no events`;
  return refusal('host/unknown-item', message, 'begin it with handleStart, or mend its id', 1, 0);
}

export function itemExists(item: ExternalId, stream: string, version: number): Refusal {
  const message = `there is an item ${quote(item)} already: the stream ${quote(stream)} has ${version === 1 ? '1 event' : `${version} events`}`;
  return refusal(
    'host/item-exists',
    message,
    'begin it under another id, or send a command to the one that is there',
    0,
    version,
  );
}

export function tooManyConflicts(item: ExternalId, attempts: number, version: number): Refusal {
  const times = attempts === 1 ? 'the only attempt' : `each of ${attempts} attempts`;
  const message = `others changed ${quote(item)} during ${times}; it has ${version} events now`;
  return refusal(
    'host/conflict',
    message,
    'send the command again: under its id it is carried out once',
    null,
    version,
  );
}

/** A fault of a stored history, as what keeps every command from its item. */
export function brokenHistory(fault: Diagnostic): Refusal {
  return { ...fault, needed: null, actual: null, waivable: false };
}

function refusal(code: string, message: string, hint: string, needed: Json, actual: Json): Refusal {
  return { code, severity: 'error', message, path: [], hint, needed, actual, waivable: false };
}
