import { eventsOf } from './history.js';
import { expectAppend, expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

export const expectedVersionChecks: readonly StoreCheck[] = [
  {
    name: 'a stream that nobody appended to has no events',
    run: (store) => expectStream(store, 'delivery:nobody', []),
  },
  {
    name: 'append with expected version: what fits is stored, and the answer is the new version',
    run: async (store) => {
      await expectAppend(store, ['delivery:1', 0, eventsOf('c-1', 0)], { ok: true, version: 1 });
      await expectAppend(store, ['delivery:1', 1, eventsOf('c-2', 1, 3)], { ok: true, version: 4 });
      await expectStream(store, 'delivery:1', [...eventsOf('c-1', 0), ...eventsOf('c-2', 1, 3)]);
    },
  },
  {
    name: 'append with expected version: a version that has passed is a conflict, and nothing is stored',
    run: async (store) => {
      const stored = eventsOf('c-1', 0, 2);
      await store.append('delivery:1', 0, stored);
      for (const version of [0, 1]) {
        const append = ['delivery:1', version, eventsOf(`late-${version}`, version)] as const;
        await expectAppend(store, append, { ok: false, code: 'host/conflict', version: 2 });
      }
      await expectStream(store, 'delivery:1', stored);
    },
  },
  {
    name: 'append with expected version: a version that has not come is a conflict, and nothing is stored',
    run: async (store) => {
      await expectAppend(store, ['delivery:1', 1, eventsOf('c-1', 1)], {
        ok: false,
        code: 'host/conflict',
        version: 0,
      });
      await store.append('delivery:1', 0, eventsOf('c-1', 0));
      await expectAppend(store, ['delivery:1', 2, eventsOf('c-2', 2)], {
        ok: false,
        code: 'host/conflict',
        version: 1,
      });
      await expectStream(store, 'delivery:1', eventsOf('c-1', 0));
    },
  },
];
