import { shorten } from '../../foundation/shorten.js';
import type { EventStore } from '../../host/types.js';
import { eventsOf } from './history.js';
import { expectAnswers, expectStream } from './judge.js';
import type { StoreCheck } from './types.js';

const writers = 8;
const commandsEach = 4;

export const concurrentWriterChecks: readonly StoreCheck[] = [
  {
    name: 'concurrent writers: of many who expect one version, one is first and the others hear of a conflict',
    run: async (store) => {
      const commands = Array.from({ length: writers }, (_, at) => eventsOf(`c-${at}`, 0, 1 + (at % 3)));
      const answers = await Promise.all(commands.map((events) => store.append('delivery:1', 0, events)));
      const first = commands[answers.findIndex((answer) => answer.ok)] ?? [];
      const late = { ok: false, code: 'host/conflict', version: first.length } as const;
      const expected = commands.map((events) =>
        events === first ? ({ ok: true, version: events.length } as const) : late,
      );
      expectAnswers(`${writers} appends at version 0 at once`, answers, expected);
      await expectStream(store, 'delivery:1', first);
    },
  },
  {
    name: 'concurrent writers: no update is lost while each loads again after a conflict',
    run: async (store) => {
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(store, writer)));
      const stored = await store.load('delivery:1');
      const missing = Array.from({ length: writers * commandsEach }, (_, at) =>
        commandOf(at % writers, Math.floor(at / writers)),
      );
      for (const { command } of stored) {
        const at = missing.indexOf(command);
        if (at < 0) throw new Error(`the command ${command} is in the stream twice`);
        missing.splice(at, 1);
      }
      if (missing.length > 0) {
        throw new Error(
          `${missing.length} of ${writers * commandsEach} commands were appended and are lost: ${shorten(missing.join(', '))}`,
        );
      }
      const expected = stored.map(({ command }, version) => eventsOf(command, version)[0]!);
      await expectStream(store, 'delivery:1', expected);
    },
  },
];

async function write(store: EventStore, writer: number): Promise<void> {
  for (let at = 0; at < commandsEach; at++) await appendOnce(store, commandOf(writer, at));
}

/** In each round somebody gets through: nobody loses more often than there are commands. */
async function appendOnce(store: EventStore, command: string): Promise<void> {
  for (let attempt = 0; attempt <= writers * commandsEach; attempt++) {
    const version = (await store.load('delivery:1')).length;
    if ((await store.append('delivery:1', version, eventsOf(command, version))).ok) return;
  }
  throw new Error(`the command ${command} met a conflict each time, although somebody must have been first`);
}

function commandOf(writer: number, at: number): string {
  return `c-${writer}-${at}`;
}
