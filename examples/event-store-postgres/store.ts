import type { AppendResult, EventStore } from 'keelson/host';
import type { ItemEvent } from 'keelson/process';
import type { Database } from './database.js';

/**
 * Creates the table of a store, where it is not there yet. Names compare to the byte (`collate "C"`); events are `json`, because
 * `jsonb` refuses texts with `\u0000` in them.
 */
export async function createTable(database: Database, table: string): Promise<void> {
  await database.query(
    `create table if not exists ${table} (
      stream text collate "C" not null,
      version integer not null check (version > 0),
      command text collate "C" not null,
      event json not null,
      primary key (stream, version)
    )`,
    [],
  );
  await database.query(`create index if not exists ${table}_command on ${table} (stream, command)`, []);
}

/** An event store in a table that `createTable` made. */
export function createPostgresEventStore(database: Database, table: string): EventStore {
  const load = `select event from ${table} where stream = $1 order by version`;

  // Appends where the version fits and the command is new. One statement is one transaction: all rows or none. Of two that run
  // at once and see the same version, the primary key lets one through.
  const append = `
    insert into ${table} (stream, version, command, event)
    select $1, $2::integer + place, $3, event
    from json_array_elements($4::text::json) with ordinality as appended (event, place)
    where $2::integer = (select count(*) from ${table} where stream = $1)
      and not exists (select from ${table} where stream = $1 and command = $3)
    returning version`;

  const standing = `
    select count(*)::integer as version, coalesce(bool_or(command = $2), false) as repeated
    from ${table} where stream = $1`;

  return {
    load: async (stream) => {
      const { rows } = await database.query(load, [stream]);
      return (rows as { event: ItemEvent }[]).map(({ event }) => event);
    },

    append: async (stream, expectedVersion, events) => {
      const command = events[0]!.command;
      const isStored = await database
        .query(append, [stream, expectedVersion, command, JSON.stringify(events)])
        .then(({ rows }) => rows.length > 0, unlessOvertaken);
      if (isStored) return { ok: true, version: expectedVersion + events.length };
      return whyNot(stream, command);
    },
  };

  async function whyNot(stream: string, command: string): Promise<AppendResult> {
    const { rows } = await database.query(standing, [stream, command]);
    const [{ version, repeated }] = rows as [{ version: number; repeated: boolean }];
    return repeated ? { ok: true, version, repeated } : { ok: false, code: 'host/conflict', version };
  }
}

/** unique_violation, and serialization_failure where the server's isolation is stricter than it has to be. */
const overtaken: readonly (string | undefined)[] = ['23505', '40001'];

function unlessOvertaken(error: { readonly code?: string }): false {
  if (overtaken.includes(error.code)) return false;
  throw error;
}
