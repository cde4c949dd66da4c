import { definitionOf } from '../foundation/definition.js';
import type { ExternalId } from '../foundation/names.js';
import type { FactShape } from '../governance/facts/types.js';
import type { Refusal } from '../process/items/commands.js';
import type { ItemEvent } from '../process/items/events.js';
import { replayItem } from '../process/items/replay.js';
import type { ItemState } from '../process/items/types.js';
import type { Process } from '../process/types.js';
import type { LoadOptions } from './options.js';
import { brokenHistory, unknownItem } from './refusals.js';
import { itemStream } from './stream.js';
import type { EventStore } from './types.js';

/** An item as its store has it, or why it cannot be had. */
export type LoadedItem<P extends string = string, D extends string = string, F = FactShape> =
  | { readonly ok: true; readonly state: ItemState<P, D, F>; readonly events: readonly ItemEvent<P, D, F>[] }
  | { readonly ok: false; readonly refusals: readonly Refusal<P, D>[] };

/**
 * Returns an item as it stands in its store, with its history: `host/unknown-item` where it has none, and where its history cannot be
 * read what `replayItem` says of it. Rejects with what the store rejects with.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const delivery = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const loaded = await loadItem(createMemoryEventStore(), delivery, 'PAY-17');
 * loaded.ok ? [] : loaded.refusals.map(({ code }) => code); //=> ['host/unknown-item']
 */
export async function loadItem<P extends string, D extends string, F>(
  store: EventStore,
  process: Process<P, string, D, F>,
  item: ExternalId,
  { upcast }: LoadOptions = {},
): Promise<LoadedItem<P, D, F>> {
  const stream = itemStream(definitionOf(process).id, item);
  const stored = await store.load(stream);
  const events = (upcast === undefined ? stored : stored.map(upcast)) as readonly ItemEvent<P, D, F>[];
  if (events.length === 0) return { ok: false, refusals: [unknownItem(item, stream) as Refusal<P, D>] };
  const replayed = replayItem(process, events);
  if (replayed.ok) return { ok: true, state: replayed.state, events };
  return { ok: false, refusals: replayed.diagnostics.map(brokenHistory) as Refusal<P, D>[] };
}
