import { keelsonError } from '../foundation/error.js';
import { copyPlainJson } from '../foundation/plain-json.js';
import type { AppendResult, EventStore } from '../host/types.js';
import type { ItemEvent } from '../process/items/events.js';

interface Stream {
  readonly events: ItemEvent[];
  readonly commands: Set<string>;
}

/**
 * Returns an empty store that keeps its events in memory, for tests and trials. What goes in is copied and frozen; an event that is no
 * plain JSON rejects the append with a `KeelsonError` (`testing/not-json`).
 *
 * @example
 * const store = createMemoryEventStore();
 * await store.load('delivery:PAY-17'); //=> []
 */
export function createMemoryEventStore(): EventStore {
  const streams = new Map<string, Stream>();

  const append = (name: string, expectedVersion: number, events: readonly ItemEvent[]): AppendResult => {
    const { events: stored, commands } = streams.get(name) ?? { events: [], commands: new Set<string>() };
    if (events.some(({ command }) => commands.has(command)))
      return { ok: true, version: stored.length, repeated: true };
    if (stored.length !== expectedVersion) return { ok: false, code: 'host/conflict', version: stored.length };
    // Everything is copied before anything is stored.
    const copies = events.map(copied);
    stored.push(...copies);
    for (const { command } of copies) commands.add(command);
    streams.set(name, { events: stored, commands });
    return { ok: true, version: stored.length };
  };

  return {
    load: (stream) => Promise.resolve([...(streams.get(stream)?.events ?? [])]),
    append: (stream, expectedVersion, events) => Promise.resolve().then(() => append(stream, expectedVersion, events)),
  };
}

function copied<T>(event: T): T {
  const copy = copyPlainJson(event, { depth: 1_000, textLength: Number.POSITIVE_INFINITY });
  if (copy.ok) return copy.value as T;
  const [first] = copy.diagnostics;
  throw keelsonError('testing/not-json', `an event is no plain JSON: ${first?.message}`, copy.diagnostics);
}
