import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** What the store needs of a database: PGlite and a pool of `pg` both have it. */
export interface Database {
  query(sql: string, parameters: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

export interface OpenDatabase extends Database {
  readonly close: () => Promise<void>;
}

/** The server that the address names; without one, a database in this process that forgets all when it is closed. */
export async function openDatabase(address: string | undefined): Promise<OpenDatabase> {
  if (address === undefined) {
    const embedded = await PGlite.create();
    return { query: (sql, parameters) => embedded.query(sql, parameters), close: () => embedded.close() };
  }
  const pool = new pg.Pool({ connectionString: address });
  return { query: (sql, parameters) => pool.query(sql, parameters), close: () => pool.end() };
}
