import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Json } from '../../foundation/json.js';

/** Events of an item, each by what differs from the next event that would be in order: an owner is assigned. */
export interface ItemHistoryExample {
  readonly events: readonly { readonly [key: string]: Json }[];
}

type Row = readonly [code: string, summary: string, bad: ItemHistoryExample, good: ItemHistoryExample];

/** Why a history is not replayed; the events of the examples are those of the item `PAY-17` in version 2 of `delivery`. */
export const itemHistoryCatalogue: readonly CatalogueEntry<ItemHistoryExample>[] = /* @__PURE__ */ (() => {
  const begin = { sequence: 1, type: 'itemStarted' };
  const [second, third] = [{ sequence: 2 }, { sequence: 3 }];
  const good: ItemHistoryExample = { events: [begin, second, third] };
  const rows: readonly Row[] = [
    [
      'process/empty-history',
      'A history has no events, so that there is no item.',
      { events: [] },
      { events: [begin] },
    ],
    [
      'process/missing-beginning',
      'A history does not begin with the beginning of the item, so that what came before is lost.',
      { events: [second, third] },
      good,
    ],
    [
      'process/second-beginning',
      'An item begins again within its history, as where two histories were joined.',
      { events: [begin, { ...begin, sequence: 2 }] },
      good,
    ],
    ['process/event-gap', 'Events are left out of a history.', { events: [begin, third] }, good],
    [
      'process/event-out-of-order',
      'An event comes again, or after one that it came before.',
      { events: [begin, second, second] },
      good,
    ],
    [
      'process/event-before-its-time',
      'An event occurred before the one that it follows on.',
      { events: [begin, { ...second, occurredAt: '2026-11-01T09:00:00Z' }] },
      { events: [begin, { ...second, occurredAt: '2026-11-03T09:00:00Z' }] },
    ],
    [
      'process/event-of-another-item',
      'An event is of another item than those before it.',
      { events: [begin, { ...second, item: 'PAY-18' }] },
      good,
    ],
    [
      'process/event-of-another-process',
      'An event is of another process than it is read with.',
      { events: [begin, { ...second, process: 'hiring' }] },
      good,
    ],
    [
      'process/unknown-version',
      'An event was decided under a version of the process that does not exist yet.',
      { events: [begin, { ...second, version: 3 }] },
      { events: [begin, { ...second, version: 1 }] },
    ],
    [
      'process/unknown-event-type',
      'An event is of a type that does not exist, or exists no longer.',
      { events: [begin, { ...second, type: 'ownerAsigned' }] },
      { events: [begin, { ...second, type: 'ownerAssigned' }] },
    ],
    [
      'process/not-an-event',
      'An entry of a history has no type, number, item or moment that is one, or lacks what an event of its type says.',
      { events: [begin, { ...second, occurredAt: 'yesterday' }] },
      good,
    ],
  ];
  return rows.map(([code, summary, bad, put]) => ({ code, severity: 'error' as const, summary, bad, good: put }));
})();
