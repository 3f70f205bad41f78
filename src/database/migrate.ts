import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Database } from "./connect.ts";
import { migrations } from "./migrations/index.ts";

/**
 * Brings the database to the newest shape; safe to call from several processes at once (Kysely takes a lock).
 * Throws one Danish sentence when a newer program made it, and what the database said when a migration fails; that
 * migration is then undone whole.
 */
export async function migrate(db: Database): Promise<void> {
  const done = await findDone(db);
  const unknown = done.find((name) => !(name in migrations));
  if (unknown)
    throw new Error(
      `Databasen er lavet af en nyere udgave af Sagsgang (${unknown}). Start med den udgave eller en nyere.`,
    );
  if (done.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Names of the migrations that this database has had; the newest shape's own names are `Object.keys(migrations)`. */
export async function findDone(db: Database): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    db,
  );
  if (!rows[0]?.there) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map((row) => row.name);
}
