import { instant } from 'keelson/foundation';
import type { ItemEvent } from 'keelson/process';
import { createMemoryEventStore } from 'keelson/testing';
import { describe, expect, it } from 'vitest';

const event: ItemEvent = {
  ...{ schemaVersion: 1, item: 'PAY-17', process: 'delivery', version: 3, sequence: 1 },
  ...{ occurredAt: instant('2026-11-02T09:00:00Z'), recordedAt: instant('2026-11-02T09:00:00Z') },
  ...{ actor: 'ana', command: 'c-1', type: 'factsRecorded', facts: { interviews: 5 } },
};

describe('createMemoryEventStore', () => {
  it('keeps a copy that nobody can change', async () => {
    const store = createMemoryEventStore();
    const mine = { ...event, facts: { interviews: 5 } };
    await store.append('delivery:1', 0, [mine]);
    mine.facts.interviews = 6;
    const [stored] = await store.load('delivery:1');
    expect(stored).toEqual(event);
    expect([stored, stored && 'facts' in stored && stored.facts].every(Object.isFrozen)).toBe(true);
  });

  it('shares nothing with another store', async () => {
    await createMemoryEventStore().append('delivery:1', 0, [event]);
    expect(await createMemoryEventStore().load('delivery:1')).toEqual([]);
  });

  it('rejects what is no plain JSON, and stores nothing', async () => {
    const store = createMemoryEventStore();
    const odd = { ...event, extra: { since: new Date(0) } };
    // @ts-expect-error A date is no JSON.
    const append = store.append('delivery:1', 0, [event, odd]);
    await expect(append).rejects.toMatchObject({
      code: 'testing/not-json',
      message: expect.stringContaining('extra.since'),
    });
    expect(await store.load('delivery:1')).toEqual([]);
  });
});
