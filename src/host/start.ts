import { definitionOf } from '../foundation/definition.js';
import type { Refusal } from '../process/items/commands.js';
import type { ItemEvent } from '../process/items/events.js';
import type { NewItem } from '../process/items/start.js';
import type { Process } from '../process/types.js';
import type { HandledCommand } from './handle.js';
import { loadItem } from './load.js';
import { attemptsOf, type HandleOptions } from './options.js';
import { itemExists, tooManyConflicts } from './refusals.js';
import { itemStream } from './stream.js';
import type { EventStore } from './types.js';

/**
 * Returns what became of a beginning, of `startItem` or `adoptItem`, after it was appended to a stream of its own. One that comes again,
 * under its command and by the same person, is answered with the events that are there; any other is refused as `host/item-exists`.
 *
 * Refused as well: `host/conflict`, where the store could not append to a stream without events in so many `attempts`. Rejects with what
 * the store rejects with. Throws a `KeelsonError` (`host/invalid-options`) for attempts that are no whole number from 1.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const delivery = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const store = createMemoryEventStore();
 * const begin = (by: string) => startItem(delivery, { id: 'PAY-17', at: instant('2026-11-02T09:00:00Z'), by });
 * (await handleStart(store, delivery, begin('ana'))).ok; //=> true
 * const other = await handleStart(store, delivery, begin('bo'));
 * other.ok ? [] : other.refusals.map(({ code }) => code); //=> ['host/item-exists']
 */
export async function handleStart<P extends string, D extends string, F>(
  store: EventStore,
  process: Process<P, string, D, F>,
  item: NewItem<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  options: HandleOptions = {},
): Promise<HandledCommand<P, D, F>> {
  const attempts = attemptsOf(options);
  const { id } = item.state;
  const stream = itemStream(definitionOf(process).id, id);
  const begun = item.events[0]!;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const answer = await store.append(stream, 0, item.events as readonly ItemEvent[]);
    if (answer.ok && !answer.repeated) return { ok: true, state: item.state, events: item.events };
    if (answer.version === 0) continue;

    const loaded = await loadItem(store, process, id, options);
    if (!loaded.ok) return loaded;
    const { state, events } = loaded;
    const isSame = events[0]!.command === begun.command && events[0]!.actor === begun.actor;
    if (!isSame) return { ok: false, refusals: [itemExists(id, stream, events.length) as Refusal<P, D>] };
    return { ok: true, state, events: events.filter(({ command }) => command === begun.command), repeated: true };
  }
  return { ok: false, refusals: [tooManyConflicts(id, attempts, 0) as Refusal<P, D>] };
}
