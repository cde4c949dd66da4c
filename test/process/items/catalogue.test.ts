import { instant } from 'keelson/foundation';
import { type ItemHistoryExample, itemHistoryCatalogue, replayItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, delivery, eventOf } from './delivery.js';

/** Every code that an example leads to, with its severity. */
function found({ events }: ItemHistoryExample) {
  const next = { occurredAt: instant('2026-11-02T09:00:00Z'), type: 'ownerAssigned', owner: 'bo' } as const;
  const replay = replayItem(
    delivery,
    events.map((event) => ({ ...(event.type === 'itemStarted' ? begun : eventOf(0, next)), ...event })),
  );
  return replay.ok ? [] : replay.diagnostics.map(({ code, severity }) => [code, severity]);
}

describe('itemHistoryCatalogue', () => {
  it.each(itemHistoryCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
