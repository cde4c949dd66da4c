import type { EventStore } from 'keelson/host';
import type { ItemEvent } from 'keelson/process';

/** A store that keeps what it promises, small enough to be believed; each fault below changes one line of it. */
export function createPlainStore(): EventStore & { readonly streams: Map<string, readonly ItemEvent[]> } {
  const streams = new Map<string, readonly ItemEvent[]>();
  return {
    streams,
    load: (stream) => Promise.resolve(streams.get(stream) ?? []),
    append: (stream, expectedVersion, events) => {
      const stored = streams.get(stream) ?? [];
      const version = stored.length;
      if (holds(stored, events)) return Promise.resolve({ ok: true, version, repeated: true });
      if (version !== expectedVersion) return Promise.resolve({ ok: false, code: 'host/conflict', version });
      const text = JSON.stringify(events);
      streams.set(stream, [...stored, ...(JSON.parse(text) as ItemEvent[])]);
      return Promise.resolve({ ok: true, version: version + events.length });
    },
  };
}

function holds(stored: readonly ItemEvent[], events: readonly ItemEvent[]): boolean {
  return stored.some(({ command }) => command === events[0]?.command);
}

/** Looks at the version first and writes later: who wrote in between is written over. */
function createLostUpdate(): EventStore {
  const { load, streams } = createPlainStore();
  return {
    load,
    append: async (stream, expectedVersion, events) => {
      const stored = await load(stream);
      const version = stored.length;
      if (holds(stored, events)) return { ok: true, version, repeated: true };
      if (version !== expectedVersion) return { ok: false, code: 'host/conflict', version };
      await Promise.resolve();
      streams.set(stream, [...stored, ...(JSON.parse(JSON.stringify(events)) as ItemEvent[])]);
      return { ok: true, version: version + events.length };
    },
  };
}

/** Sorts what it loads by the time at which it was written down, as text. */
function createReordering(): EventStore {
  const { load, append } = createPlainStore();
  const byTime = (a: ItemEvent, b: ItemEvent) => (a.recordedAt < b.recordedAt ? -1 : 1);
  return { load: async (stream) => [...(await load(stream))].sort(byTime), append };
}

/** Mends a conflict by itself, at the version that it finds, and does not look for the command first. */
function createForgottenIdempotency(): EventStore {
  const { load, streams } = createPlainStore();
  return {
    load,
    append: (stream, expectedVersion, events) => {
      const stored = streams.get(stream) ?? [];
      const version = stored.length;
      if (version !== expectedVersion && !holds(stored, events)) {
        return Promise.resolve({ ok: false, code: 'host/conflict', version });
      }
      streams.set(stream, [...stored, ...(JSON.parse(JSON.stringify(events)) as ItemEvent[])]);
      return Promise.resolve({ ok: true, version: version + events.length });
    },
  };
}

/** Keeps the version, but takes an append that comes again for somebody else's. */
function createDeafToRepetition(): EventStore {
  const { load, append } = createPlainStore();
  return {
    load,
    append: async (stream, expectedVersion, events) => {
      const answer = await append(stream, expectedVersion, events);
      return answer.ok && answer.repeated ? { ok: false, code: 'host/conflict', version: answer.version } : answer;
    },
  };
}

/** Writes one event after the other: what comes before a fault stays. */
function createHalfWritten(): EventStore {
  const { load, append } = createPlainStore();
  return {
    load,
    append: async (stream, expectedVersion, events) => {
      let last = await append(stream, expectedVersion, events.slice(0, 1));
      for (const [at, event] of events.entries()) {
        if (!last.ok || last.repeated || at === 0) continue;
        // Each under a command of its own, or the store below would take it for a repetition.
        const part = { ...event, command: `${event.command}/${at}` };
        last = await append(stream, last.version, [part]);
      }
      return last;
    },
  };
}

/** Ignores the version that is expected. */
function createHeedless(): EventStore {
  const { load, append } = createPlainStore();
  return { load, append: async (stream, _, events) => append(stream, (await load(stream)).length, events) };
}

/** Has names in lower case, as databases may that do not tell case apart. */
function createCaseless(): EventStore {
  const { load, append } = createPlainStore();
  return {
    load: (stream) => load(stream.toLowerCase()),
    append: (stream, version, events) => append(stream.toLowerCase(), version, events),
  };
}

/** Knows commands of the whole store, not of the stream. */
function createOneForAll(): EventStore {
  const { load, append } = createPlainStore();
  const seen = new Map<string, string>();
  return {
    load,
    append: async (stream, version, events) => {
      const command = events[0]!.command;
      const where = seen.get(command) ?? stream;
      if (where !== stream) return { ok: true, version: (await load(stream)).length, repeated: true };
      seen.set(command, stream);
      return append(stream, version, events);
    },
  };
}

/** Gives the first page of a thousand. */
function createFirstPage(): EventStore {
  const { load, append } = createPlainStore();
  return { load: async (stream) => (await load(stream)).slice(0, 1_000), append };
}

/** Cuts texts at the first zero character. */
function createCutShort(): EventStore {
  const { load, append } = createPlainStore();
  return {
    load: async (stream) => JSON.parse(JSON.stringify(await load(stream)).replaceAll(/\\u0000[^"]*/g, '')),
    append,
  };
}

/** Hands out the list that it appends to. */
function createLiveList(): EventStore {
  const { append, streams } = createPlainStore();
  const lists = new Map<string, ItemEvent[]>();
  return {
    load: (stream) => {
      const list = lists.get(stream) ?? [];
      lists.set(stream, list);
      return Promise.resolve(list);
    },
    append: async (stream, version, events) => {
      const answer = await append(stream, version, events);
      const list = lists.get(stream) ?? [];
      lists.set(stream, list);
      list.splice(0, list.length, ...(streams.get(stream) ?? []));
      return answer;
    },
  };
}

/** Stores with one fault each, and the check that is there for it. */
export const plantedFaults: readonly (readonly [fault: string, makeStore: () => EventStore, check: string])[] = [
  ['lost update', createLostUpdate, 'concurrent writers: no update is lost while each loads again after a conflict'],
  ['reordering', createReordering, 'order: events come back in the order in which they were appended'],
  [
    'forgotten idempotency',
    createForgottenIdempotency,
    'repeated commands: an append that comes again is answered as repeated, and stored once',
  ],
  [
    'repetition taken for a conflict',
    createDeafToRepetition,
    'repeated commands: one is recognized after others were appended',
  ],
  ['half an append', createHalfWritten, 'crash in the middle: an append that breaks off leaves nothing behind'],
  [
    'version not looked at',
    createHeedless,
    'append with expected version: a version that has passed is a conflict, and nothing is stored',
  ],
  ['case of names', createCaseless, 'isolation: streams whose names are similar hold their own events'],
  ['commands of all streams', createOneForAll, 'isolation: one command of two streams is two commands'],
  ['first page', createFirstPage, 'order: a long stream comes back whole'],
  ['text cut short', createCutShort, 'fidelity: events come back as they went in, to the last digit and character'],
  ['a list that grows', createLiveList, 'order: a history that was loaded does not change when more is appended'],
];
