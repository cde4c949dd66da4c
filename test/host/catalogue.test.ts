import { handleCommand, handleStart, hostCatalogue, itemStream } from 'keelson/host';
import { startItem } from 'keelson/process';
import { createMemoryEventStore } from 'keelson/testing';
import { describe, expect, it } from 'vitest';
import { context, delivery, interrupted } from './delivery.js';

type HostExample = (typeof hostCatalogue)[number]['bad'];

/** Every code that an example leads to, with its severity. */
async function found(example: HostExample): Promise<readonly (readonly [string, string])[]> {
  const store = createMemoryEventStore();
  const begin = (id: string, by: string) =>
    handleStart(store, delivery, startItem(delivery, { id, at: context.at, by }));
  for (const item of example.items) await begin(item, 'ana');
  const handled = 'begin' in example ? await begin(example.begin, 'bo') : await sendOvertaken(example);
  return handled.ok ? [] : handled.refusals.map(({ code, severity }) => [code, severity]);

  function sendOvertaken({ commandTo, attempts, overtaken }: Exclude<HostExample, { begin: string }>) {
    const others = Array.from({ length: overtaken }, (_, at) => async () => {
      const { length } = await store.load(itemStream('delivery', commandTo));
      await handleCommand(store, delivery, commandTo, record(`other-${at}`, length), context);
    });
    const wanted = ({ sequence }: { readonly sequence: number }) => record('c-1', sequence);
    return handleCommand(interrupted(store, others), delivery, commandTo, wanted, context, { attempts });
  }
}

function record(id: string, expected: number) {
  return { id, expected, type: 'recordFacts', facts: { interviews: 6 } } as const;
}

describe('hostCatalogue', () => {
  it.each(hostCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', async (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(await found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(await found(entry.good)).toEqual([]);
  });
});
