// Keeps an item of a process on PostgreSQL, and sends it commands, one of them twice.
//
//   npx tsx examples/event-store-postgres/main.ts                              in this process, with PGlite
//   DATABASE_URL=postgres://... npx tsx examples/event-store-postgres/main.ts  on a server

import { defineCalendar, defineDirectory, type ItemCommand, instant, startItem } from 'keelson';
import { handleCommand, handleStart } from 'keelson/host';
import { openDatabase } from './database.js';
import { delivery } from './process.js';
import { createPostgresEventStore, createTable } from './store.js';

const actor = { id: 'ana@example.com', roles: [] };
const at = instant('2026-11-02T09:00:00Z');
const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const context = { actor, at, calendar, directory: defineDirectory({ people: [{ id: actor.id }] }) };

const database = await openDatabase(process.env.DATABASE_URL);
await createTable(database, 'item_event');
const store = createPostgresEventStore(database, 'item_event');

await handleStart(store, delivery, startItem(delivery, { id: 'PAY-17', at, by: actor.id, owner: actor.id }));
await send({ id: 'c-1', expected: 1, type: 'decideGate', outcome: 'go' });
await send({ id: 'c-2', expected: 1, type: 'recordFacts', facts: { interviews: 6 } });
await send({ id: 'c-2', expected: 1, type: 'recordFacts', facts: { interviews: 6 } });
await send({ id: 'c-3', expected: 2, type: 'decideGate', outcome: 'go' });
await send({ id: 'c-4', expected: 2, type: 'decideGate', outcome: 'go' });
await database.close();

async function send(command: ItemCommand<'discovery' | 'build', never>): Promise<void> {
  const handled = await handleCommand(store, delivery, 'PAY-17', command, context);
  const outcome = handled.ok
    ? `${handled.repeated ? 'again ' : ''}${handled.events.map(({ type, sequence }) => `${sequence} ${type}`).join(', ')}`
    : handled.refusals.map(({ message }) => message).join('; ');
  console.log(`${command.id} ${command.type}: ${outcome}`);
}
