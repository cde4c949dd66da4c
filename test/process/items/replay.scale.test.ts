import { type ItemEvent, replayItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, delivery, eventOf } from './delivery.js';

const length = 1_000_000;

/** One item's events, made as they are asked for; `missing` is left out. */
function* history(last: number, missing?: number): Generator<ItemEvent> {
  yield begun;
  for (let sequence = 2; sequence <= last; sequence++) {
    if (sequence !== missing) yield eventOf(sequence, { type: 'ownerAssigned', owner: `p${sequence % 7}` });
  }
}

describe('a long history', { timeout: 180_000 }, () => {
  it('of 1,000,000 events is replayed', () => {
    const replay = replayItem(delivery, history(length));
    expect(replay).toMatchObject({ ok: true, state: { sequence: length, owner: `p${length % 7}` } });
  });

  it('names the event that follows on one that is missing', () => {
    const replay = replayItem(delivery, history(100_000, 90_000));
    expect(replay).toMatchObject({
      ok: false,
      diagnostics: [{ path: [89_999], message: 'event 90001 comes after event 89999' }],
    });
  });
});
