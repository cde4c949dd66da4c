import type { ItemEvent } from '../../process/items/events.js';
import { eventsOf } from './history.js';
import { expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

export const orderChecks: readonly StoreCheck[] = [
  {
    name: 'order: events come back in the order in which they were appended',
    run: async (store) => {
      // More than ten, so that numbers sorted as texts show; written down in another order than they happened.
      const all = eventsOf('c', 0, 12).map((event, at) => ({
        ...{ ...event, command: `c-${at % 2 === 0 ? 99 - at : at}` },
        recordedAt: eventsOf('c', 12 - at)[0]!.recordedAt,
      }));
      for (const [version, event] of all.entries()) await store.append('delivery:1', version, [event]);
      await expectStream(store, 'delivery:1', all);
    },
  },
  {
    name: 'order: a long stream comes back whole',
    run: async (store) => {
      const all: ItemEvent[] = [];
      for (const batch of Array.from({ length: 12 }, (_, at) => eventsOf(`c-${at}`, at * 100, 100))) {
        await store.append('delivery:1', all.length, batch);
        all.push(...batch);
      }
      await expectStream(store, 'delivery:1', all);
    },
  },
  {
    name: 'order: a history that was loaded does not change when more is appended',
    run: async (store) => {
      await store.append('delivery:1', 0, eventsOf('c-1', 0));
      const before = await store.load('delivery:1');
      const length = before.length;
      await store.append('delivery:1', 1, eventsOf('c-2', 1));
      if (before.length !== length) throw new Error(`a history of ${length} events has ${before.length} now`);
    },
  },
];
