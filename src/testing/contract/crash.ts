import type { ItemEvent } from '../../process/items/events.js';
import { eventsOf } from './history.js';
import { expectAppend, expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

export const crashChecks: readonly StoreCheck[] = [
  {
    name: 'crash in the middle: an append that breaks off leaves nothing behind',
    run: async (store) => {
      await store.append('delivery:1', 0, eventsOf('c-1', 0));
      // A store may throw at once, too.
      const broken = Promise.resolve().then(() => store.append('delivery:1', 1, breakingOff(eventsOf('c-2', 1, 4))));
      const outcome = await broken.then(
        () => 'answered',
        () => 'rejected',
      );
      if (outcome === 'answered') throw new Error('an append that could not read its third event has an answer');
      await expectStream(store, 'delivery:1', eventsOf('c-1', 0));
      // Whoever comes again finds the stream as if nothing had been tried.
      await expectAppend(store, ['delivery:1', 1, eventsOf('c-2', 1, 4)], { ok: true, version: 5 });
      await expectStream(store, 'delivery:1', [...eventsOf('c-1', 0), ...eventsOf('c-2', 1, 4)]);
    },
  },
  {
    name: 'crash in the middle: an append whose answer was lost is there, and recognized',
    run: async (store) => {
      const events = eventsOf('c-1', 0, 3);
      // The answer is not looked at: all that a host knows after a crash is the command.
      await store.append('delivery:1', 0, events);
      await expectStream(store, 'delivery:1', events);
      await expectAppend(store, ['delivery:1', 0, events], { ok: true, version: 3, repeated: true });
      await expectAppend(store, ['delivery:1', 3, eventsOf('c-2', 3)], { ok: true, version: 4 });
    },
  },
];

/** Events of which the third cannot be read. */
function breakingOff(events: readonly ItemEvent[]): readonly ItemEvent[] {
  return events.map((event, at) => (at === 2 ? unreadable(event) : event));
}

function unreadable(event: ItemEvent): ItemEvent {
  return Object.defineProperty({ ...event }, 'facts', {
    enumerable: true,
    get: () => {
      throw new Error('the host went down');
    },
  });
}
