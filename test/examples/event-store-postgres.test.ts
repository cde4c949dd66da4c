import { eventStoreContract } from 'keelson/testing';
import { afterAll, beforeAll, describe, it } from 'vitest';
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
});
