import { eventsOf } from './history.js';
import { expectAnswers, expectAppend, expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

export const repeatedCommandChecks: readonly StoreCheck[] = [
  {
    name: 'repeated commands: an append that comes again is answered as repeated, and stored once',
    run: async (store) => {
      const events = eventsOf('c-1', 0, 2);
      await expectAppend(store, ['delivery:1', 0, events], { ok: true, version: 2 });
      await expectAppend(store, ['delivery:1', 0, events], { ok: true, version: 2, repeated: true });
      await expectStream(store, 'delivery:1', events);
    },
  },
  {
    name: 'repeated commands: one that was decided anew on the events that it caused is stored once',
    run: async (store) => {
      await store.append('delivery:1', 0, eventsOf('c-1', 0));
      await expectAppend(store, ['delivery:1', 1, eventsOf('c-1', 1)], { ok: true, version: 1, repeated: true });
      await expectStream(store, 'delivery:1', eventsOf('c-1', 0));
    },
  },
  {
    name: 'repeated commands: one is recognized after others were appended',
    run: async (store) => {
      const commands = Array.from({ length: 40 }, (_, at) => eventsOf(`c-${at}`, at));
      for (const [version, events] of commands.entries()) await store.append('delivery:1', version, events);
      const again = { ok: true, version: 40, repeated: true } as const;
      await expectAppend(store, ['delivery:1', 0, eventsOf('c-0', 0)], again);
      await expectAppend(store, ['delivery:1', 40, eventsOf('c-0', 40)], again);
      await expectStream(store, 'delivery:1', commands.flat());
    },
  },
  {
    name: 'repeated commands: one that arrives several times at once is stored once',
    run: async (store) => {
      const events = eventsOf('c-1', 0, 2);
      const answers = await Promise.all(Array.from({ length: 6 }, () => store.append('delivery:1', 0, events)));
      const again = Array.from({ length: 5 }, () => ({ ok: true, version: 2, repeated: true }) as const);
      expectAnswers('six times the same append at once', answers, [{ ok: true, version: 2 }, ...again]);
      await expectStream(store, 'delivery:1', events);
    },
  },
];
