import { Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import type { PoolClient } from "pg";
import { migrations } from "#database/migrations/index.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Empties the tables and gives them the shape the export was made from. The function that comes back brings them to
 * today's. Both within the connection's transaction.
 */
export async function makeShape(client: PoolClient, manifest: Manifest): Promise<() => Promise<void>> {
  const later = Object.keys(migrations)
    .sort()
    .filter((name) => !manifest.migrations.includes(name));
  const db = within(client);
  if (later.length > 0) {
    await dropArchive(client);
    for (const name of manifest.migrations) await migrations[name]?.up(db);
  }
  await client.query(`truncate ${manifest.tables.map(({ name }) => client.escapeIdentifier(name)).join(", ")}`);
  return async () => {
    for (const name of later) await migrations[name]?.up(db);
  };
}

/** All that migrations have made, and nothing that belongs to an extension, to the migrator or to somebody else. */
async function dropArchive(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop %s if exists %I cascade',
      case relkind when 'r' then 'table' when 'v' then 'view' else 'sequence' end, relname) as statement
    from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v', 'S') and relowner = current_user::regrole
      and relname not like 'kysely\\_%' and not exists (select from pg_depend where objid = pg_class.oid and classid = 'pg_class'::regclass and deptype in ('e', 'i'))
    union all
    select format('drop collation if exists %I cascade', collname) from pg_collation
    where collnamespace = current_schema()::regnamespace and collowner = current_user::regrole`);
  for (const { statement } of rows) await client.query(statement);
}

/** Kysely over this one connection, inside whatever transaction it is in. */
export function within<Tables = unknown>(client: PoolClient): Kysely<Tables> {
  const borrowed = {
    query: (text: string, values: readonly unknown[]) => client.query(text, [...values]),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { connect: async () => borrowed, end: async () => undefined, options: {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
