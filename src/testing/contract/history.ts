import { instantFromMilliseconds } from '../../foundation/instant.js';
import type { ItemEvent } from '../../process/items/events.js';

const start = Date.UTC(2026, 10, 2, 9);

/** The events that one command caused, with numbers from a version on: plain facts of an item that no process has to know. */
export function eventsOf(command: string, version: number, count = 1): readonly ItemEvent[] {
  return Array.from({ length: count }, (_, at) => {
    const sequence = version + at + 1;
    // Some with a fraction of a second and some without: as texts they do not sort by time.
    const moment = instantFromMilliseconds(start + sequence * 500);
    return {
      ...{ schemaVersion: 1, item: 'PAY-17', process: 'delivery', version: 3, sequence },
      ...{ occurredAt: moment, recordedAt: moment, actor: 'ana@example.com', command },
      ...{ type: 'factsRecorded', facts: { step: sequence } },
    } as const;
  });
}
