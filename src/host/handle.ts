import { definitionOf } from '../foundation/definition.js';
import type { ExternalId } from '../foundation/names.js';
import type { FactShape } from '../governance/facts/types.js';
import { applyCommand } from '../process/deciding/apply.js';
import type { DecisionContext, ItemCommand, Refusal } from '../process/items/commands.js';
import type { ItemEvent } from '../process/items/events.js';
import type { ItemState } from '../process/items/types.js';
import type { Process } from '../process/types.js';
import { loadItem } from './load.js';
import { attemptsOf, type HandleOptions } from './options.js';
import { tooManyConflicts } from './refusals.js';
import { itemStream } from './stream.js';
import type { EventStore } from './types.js';

/** What became of a command: the item's state with the events that it caused, or every reason why there are none. */
export type HandledCommand<P extends string = string, D extends string = string, F = FactShape> =
  | {
      readonly ok: true;
      /** As it stands now: of a command that comes again, with what happened since. */
      readonly state: ItemState<P, D, F>;
      /** As they are stored. */
      readonly events: readonly ItemEvent<P, D, F>[];
      /** The command was carried out before, and these are its events. */
      readonly repeated?: true;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal<P, D>[] };

/**
 * Returns what became of a command, after it was decided on the stored item and its events were appended to the item's stream.
 *
 * A command whose id stands in the stream already is answered with the events that it caused then, however long ago: a host that
 * went down between the append and its answer, or a queue that delivers twice, sends it again. Where somebody else appends first, the item is
 * loaded and the command decided again. A command says on which number of the item it was decided (`expected`), so it is then refused
 * as `process/stale-command`: what its sender saw is gone, and nobody else can say that they would still want it.
 *
 * What is true whatever happened to the item meanwhile, such as a measurement or a piece of evidence, is given as a function: it is asked
 * for the command with the state of each attempt, and says `expected: state.sequence`. It keeps one `id` over all attempts. A vote, a
 * waiver or a decision at a gate speaks for somebody who saw a state, and is better given with the number that they saw. A context given
 * as a function is asked anew as well: an attempt after another's event needs a later `at`.
 *
 * Refused, beside what the process refuses: `host/unknown-item`, what `replayItem` says of a history that cannot be read, and
 * `host/conflict` where `attempts` were not enough. Rejects with what the store rejects with; whether anything was stored is then not known, and sending
 * the command again finds out. Throws a `KeelsonError` (`host/invalid-options`) for attempts that are no whole number from 1.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const delivery = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const at = instant('2026-11-02T09:00:00Z');
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const context = { actor: { id: 'ana', roles: [] }, at, calendar, directory: defineDirectory({ people: [{ id: 'ana' }], roles: [] }) };
 *
 * const store = createMemoryEventStore();
 * await handleStart(store, delivery, startItem(delivery, { id: 'PAY-17', at, by: 'ana', owner: 'ana' }));
 * const command = { id: 'c-1', expected: 1, type: 'recordFacts', facts: { interviews: 6 } } as const;
 * const handled = await handleCommand(store, delivery, 'PAY-17', command, context);
 * handled.ok && handled.state.facts; //=> { interviews: 6 }
 * const again = await handleCommand(store, delivery, 'PAY-17', command, context);
 * again.ok && [again.repeated, again.events.length]; //=> [true, 1]
 */
export async function handleCommand<P extends string, R extends string, D extends string, F>(
  store: EventStore,
  process: Process<P, R, D, F>,
  item: ExternalId,
  command:
    | ItemCommand<NoInfer<P>, NoInfer<D>, NoInfer<F>>
    | ((state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>) => ItemCommand<NoInfer<P>, NoInfer<D>, NoInfer<F>>),
  context: DecisionContext<NoInfer<R>> | (() => DecisionContext<NoInfer<R>>),
  options: HandleOptions = {},
): Promise<HandledCommand<P, D, F>> {
  const attempts = attemptsOf(options);
  const stream = itemStream(definitionOf(process).id, item);
  for (let attempt = 0; ; attempt++) {
    const loaded = await loadItem(store, process, item, options);
    if (!loaded.ok) return loaded;
    const { state, events } = loaded;
    const asked = typeof command === 'function' ? command(state) : command;
    // What came from outside may be anything; the decider says so.
    const before = events.filter((event) => event.command === asked?.id);
    if (before.length > 0) return { ok: true, state, events: before, repeated: true };

    const result = applyCommand(process, state, asked, typeof context === 'function' ? context() : context);
    if (!result.ok) return result;
    if (attempt === attempts) {
      return { ok: false, refusals: [tooManyConflicts(item, attempts, state.sequence) as Refusal<P, D>] };
    }
    const answer = await store.append(stream, state.sequence, result.events as readonly ItemEvent[]);
    if (answer.ok && !answer.repeated) return { ok: true, state: result.state, events: result.events };
  }
}
