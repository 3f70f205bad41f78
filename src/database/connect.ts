import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { preparing } from "./prepared.ts";
import type { Schema } from "./schema.ts";

export type Database = Kysely<Schema>;

// A date stays the day that was written and a 64-bit count a number: identifiers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const pools = new WeakMap<Database, pg.Pool>();

/** Connects lazily: nothing is opened before the first query. Close with `db.destroy()`. */
export function connect(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 8, application_name: "sagsgang" });
  // An idle connection that breaks is replaced at the next query, which says it if the server is gone.
  pool.on("error", () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  pools.set(db, pool);
  return db;
}

/** The connections under a database made by `connect`, for what Kysely has no words for: COPY, statements with a name. */
export function poolOf(db: Database): pg.Pool {
  const pool = pools.get(db);
  if (!pool) throw new Error("This database was not made by connect(), or is a transaction.");
  return pool;
}
