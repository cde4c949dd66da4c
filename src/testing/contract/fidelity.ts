import type { ItemEvent } from '../../process/items/events.js';
import { eventsOf } from './history.js';
import { expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

const texts = [
  '',
  ' a ',
  'a\u0000b',
  '\t\r\n',
  '\u2028',
  '"\\',
  "'; drop table events; --",
  '\u00e9 e\u0301',
  '\u{1f680}',
  '{"a":1}',
  'null',
];
const numbers = [0, 0.1, -1.5, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

export const fidelityChecks: readonly StoreCheck[] = [
  {
    name: 'fidelity: events come back as they went in, to the last digit and character',
    run: async (store) => {
      const extra = {
        texts,
        numbers,
        empty: [{}, [], [[]]],
        null: null,
        true: true,
        toString: 'a key',
        '': 'no key',
        'a.b': { $ref: '#' },
      };
      const events: readonly ItemEvent[] = eventsOf('c-1', 0, 2).map((event) => ({ ...event, extra }));
      await store.append('delivery:1', 0, events);
      await expectStream(store, 'delivery:1', events);
    },
  },
];
