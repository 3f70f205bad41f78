import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Schema } from "./schema.ts";

export type Database = Kysely<Schema>;

// A date stays the day that was written and a 64-bit count a number: identifiers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connects lazily: nothing is opened before the first query. Close with `db.destroy()`. */
export function connect(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 8 });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
