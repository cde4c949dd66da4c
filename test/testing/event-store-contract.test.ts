import { createMemoryEventStore, eventStoreContract } from 'keelson/testing';
import { describe, expect, it } from 'vitest';
import { createPlainStore, plantedFaults } from './planted-faults.js';

async function failuresOf(makeStore: Parameters<typeof eventStoreContract>[0]): Promise<Map<string, Error>> {
  const failures = new Map<string, Error>();
  for (const { name, run } of eventStoreContract(makeStore)) {
    await run().catch((error: Error) => failures.set(name, error));
  }
  return failures;
}

describe('the contract of event stores', () => {
  for (const { name, run } of eventStoreContract(createMemoryEventStore)) it(`memory: ${name}`, run);

  it('is kept by the plainest store there is', async () => {
    expect(await failuresOf(createPlainStore)).toEqual(new Map());
  });

  it('is kept by a store that takes its time', async () => {
    const slow = () => {
      const { load, append } = createPlainStore();
      return {
        load: async (stream: string) => {
          await new Promise((resolve) => setTimeout(resolve));
          return load(stream);
        },
        append: async (...call: Parameters<typeof append>) => {
          await new Promise((resolve) => setTimeout(resolve));
          return append(...call);
        },
      };
    };
    expect(await failuresOf(slow)).toEqual(new Map());
  });

  it.each(plantedFaults)('finds %s by the check that names it', async (_, makeStore, check) => {
    const failures = await failuresOf(makeStore);
    expect([...failures.keys()]).toContain(check);
    expect(failures.get(check)!.message).toMatch(/^[^\n]{1,200}(\n|$)/);
  });

  it('says what the store did instead', async () => {
    const messages = await Promise.all(
      ['lost update', 'reordering', 'forgotten idempotency'].map(async (fault) => {
        const [, makeStore, check] = plantedFaults.find(([name]) => name === fault)!;
        return (await failuresOf(makeStore)).get(check)!.message;
      }),
    );
    expect(messages[0]).toMatch(/^28 of 32 commands were appended and are lost: c-0-0, /);
    expect(messages[1]).toContain('load("delivery:1") gave something else:\n  [0].sequence: expected 1, was 11\n');
    expect(messages[2]).toBe(
      'append("delivery:1", 0, 2 events of c-1) gave something else:\n  repeated: expected true, was nothing\n  version: expected 2, was 4',
    );
  });

  it('waits for a store that has to be opened first, and gives each check its own', async () => {
    let opened = 0;
    const checks = eventStoreContract(() => {
      opened++;
      return Promise.resolve(createMemoryEventStore());
    });
    expect(opened).toBe(0);
    for (const { run } of checks) await run();
    expect(opened).toBe(checks.length);
  });

  it('names its checks each once', () => {
    const names = eventStoreContract(createMemoryEventStore).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
