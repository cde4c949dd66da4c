import { instant } from 'keelson/foundation';
import { type EventStore, handleCommand, handleStart, itemStream, loadItem } from 'keelson/host';
import { adoptItem, applyCommand, replayItem } from 'keelson/process';
import { createMemoryEventStore } from 'keelson/testing';
import { describe, expect, it } from 'vitest';
import { begin, context, delivery, interrupted, silent } from './delivery.js';

const stream = itemStream('delivery', 'PAY-17');

function record(id: string, expected: number, interviews = 6) {
  return { id, expected, type: 'recordFacts', facts: { interviews } } as const;
}

async function started(): Promise<EventStore> {
  const store = createMemoryEventStore();
  await handleStart(store, delivery, begin());
  return store;
}

/** Somebody else's command gets in between. */
function meddle(store: EventStore, id: string, interviews = 1) {
  return async () => {
    const { length } = await store.load(stream);
    await handleCommand(store, delivery, 'PAY-17', record(id, length, interviews), context);
  };
}

function codesOf(handled: Awaited<ReturnType<typeof handleCommand>>): readonly string[] {
  return handled.ok ? [] : handled.refusals.map(({ code }) => code);
}

describe('handleCommand', () => {
  it('decides on what is stored, and stores what it decided', async () => {
    const store = await started();
    const handled = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    expect(handled).toEqual(applyCommand(delivery, begin().state, record('c-1', 1), context));
    expect(await store.load(stream)).toEqual([...begin().events, ...(handled.ok ? handled.events : [])]);
  });

  it('gives the refusals of the process, all of them, and stores nothing', async () => {
    const store = await started();
    const go = { id: 'c-1', expected: 1, type: 'decideGate', outcome: 'go' } as const;
    const handled = await handleCommand(store, delivery, 'PAY-17', go, context);
    expect(handled).toEqual(applyCommand(delivery, begin().state, go, context));
    expect(codesOf(handled)).toHaveLength(2);
    expect(await store.load(stream)).toHaveLength(1);
  });

  it('refuses a command to an item that nobody began', async () => {
    const handled = await handleCommand(createMemoryEventStore(), delivery, 'PAY-17', record('c-1', 1), context);
    expect(handled).toEqual({
      ok: false,
      refusals: [
        {
          ...{ code: 'host/unknown-item', severity: 'error', path: [], needed: 1, actual: 0, waivable: false },
          message: 'there is no item "PAY-17": the stream "delivery:PAY-17" has no events',
          hint: 'begin it with handleStart, or mend its id',
        },
      ],
    });
  });

  it('says what is wrong with a history that cannot be read', async () => {
    const store = createMemoryEventStore();
    await store.append(stream, 0, [{ ...begin().events[0]!, sequence: 2 }]);
    const handled = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    const replayed = replayItem(delivery, await store.load(stream));
    expect(codesOf(handled)).toEqual(replayed.ok ? ['readable'] : replayed.diagnostics.map(({ code }) => code));
    expect(handled.ok ? [] : handled.refusals.map(({ waivable }) => waivable)).not.toContain(true);
  });

  it('reads events of an older shape through an upcast, of commands that come again too', async () => {
    const store = createMemoryEventStore();
    const [event] = begin().events;
    // @ts-expect-error An event as nobody writes it any more.
    await store.append(stream, 0, [{ ...event, type: 'begun' }]);
    expect(codesOf(await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context))).toEqual([
      'process/unknown-event-type',
    ]);
    const upcast = (stored: unknown) => {
      const old = stored as { readonly type: string };
      return old.type === 'begun' ? { ...old, type: 'itemStarted' } : old;
    };
    const handled = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context, { upcast });
    expect(handled).toEqual(applyCommand(delivery, begin().state, record('c-1', 1), context));
    const again = await handleStart(store, delivery, begin(), { upcast });
    expect(again).toMatchObject({ ok: true, repeated: true, events: begin().events });
  });

  it.each([null, undefined, 'go', 7, [], { id: 7 }, { type: 'decideGate' }])(
    'refuses %j as no command',
    async (garbage) => {
      const handled = await handleCommand(await started(), delivery, 'PAY-17', garbage as never, context);
      expect(handled).toEqual(applyCommand(delivery, begin().state, garbage as never, context));
      expect(handled.ok).toBe(false);
    },
  );
});

describe('a command that comes again', () => {
  it('is answered with the events that it caused', async () => {
    const store = await started();
    const first = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    const later = { ...context, at: instant('2026-11-03T09:00:00Z') };
    const again = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1, 99), later);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await store.load(stream)).toHaveLength(2);
  });

  it('is recognized however long ago it was, with the item as it is now', async () => {
    const store = await started();
    const first = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    for (let sequence = 2; sequence <= 60; sequence++) {
      await handleCommand(store, delivery, 'PAY-17', record(`c-${sequence}`, sequence, sequence), context);
    }
    const again = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    expect(again).toMatchObject({ ok: true, repeated: true, events: first.ok && first.events });
    expect(again.ok && [again.state.sequence, again.state.facts]).toEqual([61, { interviews: 60 }]);
  });

  it('is carried out once after a crash between append and answer', async () => {
    const store = await started();
    const crashing = silent(store, 1);
    const send = () => handleCommand(crashing, delivery, 'PAY-17', record('c-1', 1), context);
    await expect(send()).rejects.toThrow('connection lost');
    expect(await send()).toMatchObject({ ok: true, repeated: true, events: [{ sequence: 2, command: 'c-1' }] });
    expect(await store.load(stream)).toHaveLength(2);
  });

  it('is carried out once when two hosts take it up at one time', async () => {
    const store = await started();
    const send = (host: number) => {
      const at = instant(`2026-11-02T09:00:0${host}Z`);
      return handleCommand(store, delivery, 'PAY-17', record('c-1', 1), { ...context, at });
    };
    const answers = await Promise.all([send(1), send(2), send(3)]);
    const [stored] = (await store.load(stream)).slice(1);
    expect(await store.load(stream)).toHaveLength(2);
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, events: [stored] });
    expect(answers.filter((answer) => answer.ok && answer.repeated)).toHaveLength(2);
  });

  it('is answered as repeated although only one attempt was allowed', async () => {
    const store = await started();
    const meddling = interrupted(store, [() => handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context)]);
    const handled = await handleCommand(meddling, delivery, 'PAY-17', record('c-1', 1), context, { attempts: 1 });
    expect(handled).toMatchObject({ ok: true, repeated: true, events: [{ sequence: 2 }] });
  });
});

describe('a conflict', () => {
  it('leads to a new decision, which refuses a command whose sender saw what is gone', async () => {
    const store = await started();
    const meddling = interrupted(store, [meddle(store, 'other')]);
    const handled = await handleCommand(meddling, delivery, 'PAY-17', record('c-1', 1), context);
    expect(codesOf(handled)).toEqual(['process/stale-command']);
    expect((await store.load(stream)).map(({ command }) => command)).toEqual(['start', 'other']);
  });

  it('is tried again where the store gave way without anybody having been first', async () => {
    const store = await started();
    let refusals = 4;
    const shy: EventStore = {
      load: store.load,
      append: (...call) =>
        refusals-- > 0 ? Promise.resolve({ ok: false, code: 'host/conflict', version: 1 }) : store.append(...call),
    };
    const handled = await handleCommand(shy, delivery, 'PAY-17', record('c-1', 1), context);
    expect(handled).toMatchObject({ ok: true, events: [{ sequence: 2 }] });
  });

  it('has a function asked again, with the item as it is then', async () => {
    const store = await started();
    const meddling = interrupted(store, [meddle(store, 'other', 3), meddle(store, 'another', 4)]);
    const seen: unknown[] = [];
    const handled = await handleCommand(
      meddling,
      delivery,
      'PAY-17',
      ({ sequence, facts }) => {
        seen.push(facts);
        return record('c-1', sequence);
      },
      context,
    );
    expect(seen).toEqual([{}, { interviews: 3 }, { interviews: 4 }]);
    expect(handled).toMatchObject({ ok: true, events: [{ sequence: 4 }], state: { facts: { interviews: 6 } } });
  });

  it('has a context asked again, whose moment is after what came between', async () => {
    const store = await started();
    const late = { ...context, at: instant('2026-11-02T12:00:00Z') };
    const between = () => handleCommand(store, delivery, 'PAY-17', record('other', 1), late);
    const clock = [instant('2026-11-02T11:59:59Z'), instant('2026-11-02T12:00:01Z')];
    const now = () => ({ ...context, at: clock.shift()! });
    const command = ({ sequence }: { readonly sequence: number }) => record('c-1', sequence);
    const handled = await handleCommand(interrupted(store, [between]), delivery, 'PAY-17', command, now);
    expect(handled).toMatchObject({ ok: true, events: [{ occurredAt: '2026-11-02T12:00:01Z' }] });
  });

  it('ends after so many attempts, with nothing stored and a number of the item', async () => {
    const store = await started();
    const meddling = interrupted(
      store,
      [1, 2, 3].map((at) => meddle(store, `other-${at}`)),
    );
    const command = ({ sequence }: { readonly sequence: number }) => record('c-1', sequence);
    const handled = await handleCommand(meddling, delivery, 'PAY-17', command, context, { attempts: 3 });
    expect(handled).toEqual({
      ok: false,
      refusals: [
        {
          ...{ code: 'host/conflict', severity: 'error', path: [], needed: null, actual: 4, waivable: false },
          message: 'others changed "PAY-17" during each of 3 attempts; it has 4 events now',
          hint: 'send the command again: under its id it is carried out once',
        },
      ],
    });
    expect((await store.load(stream)).map(({ command }) => command)).not.toContain('c-1');
  });

  it('of the fifth attempt ends it unless said otherwise', async () => {
    const store = await started();
    const command = ({ sequence }: { readonly sequence: number }) => record('c-1', sequence);
    const send = (conflicts: number) => {
      const meddlers = Array.from({ length: conflicts }, (_, at) => meddle(store, `other-${conflicts}-${at}`));
      return handleCommand(interrupted(store, meddlers), delivery, 'PAY-17', command, context);
    };
    expect(codesOf(await send(5))).toEqual(['host/conflict']);
    expect(codesOf(await send(4))).toEqual([]);
  });

  it('loses nothing when many write at once', async () => {
    const store = await started();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        handleCommand(store, delivery, 'PAY-17', ({ sequence }) => record(`c-${at}`, sequence, at), context, {
          attempts: 12,
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(12);
    const loaded = await loadItem(store, delivery, 'PAY-17');
    expect(loaded.ok && loaded.state.sequence).toBe(13);
  });

  it.each([0, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is not tried %d times', async (attempts) => {
    const refused = {
      code: 'host/invalid-options',
      message: expect.stringMatching(/^attempts must be a whole number/),
    };
    const store = await started();
    const handled = handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context, { attempts });
    await expect(handled).rejects.toMatchObject(refused);
    await expect(handleStart(store, delivery, begin(), { attempts })).rejects.toMatchObject(refused);
  });
});

describe('handleStart', () => {
  it('stores a beginning', async () => {
    const store = createMemoryEventStore();
    expect(await handleStart(store, delivery, begin())).toEqual({ ok: true, ...begin() });
    expect(await store.load(stream)).toEqual(begin().events);
    expect(await loadItem(store, delivery, 'PAY-17')).toEqual({ ok: true, ...begin() });
  });

  it('stores an item that is adopted in the middle', async () => {
    const store = createMemoryEventStore();
    const source = 'the tracker, exported on 2026-11-02';
    const adopted = adoptItem(delivery, {
      id: 'PAY-17',
      at: context.at,
      by: 'ana',
      source,
      phase: 'build',
      owner: 'ana',
    });
    expect(await handleStart(store, delivery, adopted)).toEqual({ ok: true, ...adopted });
    const handled = await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    expect(handled.ok && [handled.state.phase, handled.state.gates.discovery?.outcome]).toEqual(['build', 'unknown']);
    expect(codesOf(await handleStart(store, delivery, begin()))).toEqual(['host/item-exists']);
  });

  it('answers one that comes again with the events that are there, and the item as it is now', async () => {
    const store = createMemoryEventStore();
    const crashing = silent(store, 1);
    await expect(handleStart(crashing, delivery, begin())).rejects.toThrow('connection lost');
    await handleCommand(store, delivery, 'PAY-17', record('c-1', 1), context);
    const again = await handleStart(crashing, delivery, begin());
    expect(again).toMatchObject({ ok: true, repeated: true, events: begin().events, state: { sequence: 2 } });
  });

  it.each([
    ['of somebody else under the same command', begin('bo')],
    ['under another command', begin('ana', 'other')],
  ])('refuses one %s', async (_, other) => {
    const store = createMemoryEventStore();
    await handleStart(store, delivery, begin());
    expect(await handleStart(store, delivery, other)).toEqual({
      ok: false,
      refusals: [
        {
          ...{ code: 'host/item-exists', severity: 'error', path: [], needed: 0, actual: 1, waivable: false },
          message: 'there is an item "PAY-17" already: the stream "delivery:PAY-17" has 1 event',
          hint: 'begin it under another id, or send a command to the one that is there',
        },
      ],
    });
    expect(await store.load(stream)).toEqual(begin().events);
  });

  it('begins an item once when many begin it at once', async () => {
    const store = createMemoryEventStore();
    const answers = await Promise.all(['ana', 'bo', 'cy'].map((by) => handleStart(store, delivery, begin(by, by))));
    expect(answers.map(codesOf).sort()).toEqual([[], ['host/item-exists'], ['host/item-exists']]);
    expect(await store.load(stream)).toHaveLength(1);
  });

  it('is tried again where the store gave way without anybody having been first', async () => {
    const answering = (refusals: number) => {
      const store = createMemoryEventStore();
      let left = refusals;
      const shy: EventStore = {
        load: store.load,
        append: (...call) =>
          left-- > 0 ? Promise.resolve({ ok: false, code: 'host/conflict', version: 0 }) : store.append(...call),
      };
      return handleStart(shy, delivery, begin());
    };
    expect(codesOf(await answering(4))).toEqual([]);
    expect(codesOf(await answering(5))).toEqual(['host/conflict']);
  });
});
