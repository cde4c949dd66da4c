import { eventsOf } from './history.js';
import { expectAppend, expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

/** Names that databases take for one another: by case, by accent, by width, by padding, by pattern, by their first characters. */
const similar: readonly string[] = [
  ...['delivery:PAY-1', 'delivery:pay-1', 'delivery:PAY-1 ', 'delivery:PAY-10', 'delivery:PAY_1', 'delivery:PAY%'],
  ...[
    'delivery:caf\u00e9',
    'delivery:cafe\u0301',
    'delivery:cafe',
    'delivery:\uff30\uff21\uff39-1',
    'delivery:\u{1f680}',
  ],
  ...['delivery:__proto__', 'delivery:constructor', "delivery:'; --", 'delivery:a/../b', 'delivery:b', 'other:PAY-1'],
  ...['x', 'y'].map((end) => 'd'.repeat(384) + end),
];

export const isolationChecks: readonly StoreCheck[] = [
  {
    name: 'isolation: streams whose names are similar hold their own events',
    run: async (store) => {
      const histories = similar.map((stream, at) => [stream, eventsOf(`c-${at}`, 0, 1 + (at % 3))] as const);
      for (const [stream, events] of histories) {
        await expectAppend(store, [stream, 0, events], { ok: true, version: events.length });
      }
      for (const [stream, events] of histories) await expectStream(store, stream, events);
    },
  },
  {
    name: 'isolation: one command of two streams is two commands',
    run: async (store) => {
      for (const stream of ['delivery:1', 'delivery:2']) {
        await expectAppend(store, [stream, 0, eventsOf('c-1', 0)], { ok: true, version: 1 });
      }
      for (const stream of ['delivery:1', 'delivery:2']) await expectStream(store, stream, eventsOf('c-1', 0));
    },
  },
  {
    name: 'isolation: a conflict in one stream is none in another',
    run: async (store) => {
      await store.append('delivery:1', 0, eventsOf('c-1', 0));
      await store.append('delivery:1', 0, eventsOf('c-2', 0));
      await expectAppend(store, ['delivery:2', 0, eventsOf('c-2', 0)], { ok: true, version: 1 });
    },
  },
];
