import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { eventStoreContract } from 'keelson/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../examples/event-store-postgres/database.js';
import { createPostgresEventStore, createTable } from '../../examples/event-store-postgres/store.js';

// Embedded; on a server where DATABASE_URL is set, in a table of its own that is dropped again.
const table = 'keelson_contract';
let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase(process.env.DATABASE_URL);
}, 60_000);

afterAll(async () => {
  await database.query(`drop table ${table}`, []);
  await database.close();
});

async function makeStore() {
  await createTable(database, table);
  await database.query(`truncate ${table}`, []);
  return createPostgresEventStore(database, table);
}

describe('the event store on PostgreSQL', () => {
  for (const { name, run } of eventStoreContract(makeStore)) it(name, run);

  it('keeps an item of a process', () => {
    const program = resolve('examples/event-store-postgres/main.ts');
    const tsx = [resolve('node_modules/tsx/dist/cli.mjs'), '--tsconfig', resolve('tsconfig.json'), program];
    const { DATABASE_URL: _, ...env } = process.env;
    expect(execFileSync(process.execPath, tsx, { encoding: 'utf8', env }).trim().split('\n')).toEqual([
      'c-1 decideGate: learned cannot be told: interviews is not known',
      'c-2 recordFacts: 2 factsRecorded',
      'c-2 recordFacts: again 2 factsRecorded',
      'c-3 decideGate: 3 gatePassed',
      'c-4 decideGate: the command was decided on event 2, and the item is at event 3',
    ]);
  }, 60_000);
});
