import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import { type Database, poolOf } from "./connect.ts";
import type { Schema } from "./schema.ts";

/**
 * The same database over the same connections, where every statement is prepared once a connection and then only run.
 * For work that says the same few statements thousands of times: their texts must not vary with the data.
 * It needs no closing of its own.
 */
export function prepared(db: Database): Database {
  const known = preparedBy.get(db);
  if (known) return known;
  const made = prepare(db);
  preparedBy.set(db, made);
  return made;
}

const preparedBy = new WeakMap<Database, Database>();

function prepare(db: Database): Database {
  const pool = poolOf(db);
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: {
        async connect() {
          const client = await pool.connect();
          return {
            query: (text: string, values: readonly unknown[]) =>
              client.query({ name: nameOf(text), text, values: [...values] }),
            release: (destroy?: boolean) => client.release(destroy),
          } as unknown as PostgresPoolClient;
        },
        end: async () => undefined,
        options: pool.options,
      },
    }),
  });
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `sagsgang_${names.size}`;
  names.set(text, name);
  return name;
}
