import { Migrator } from "kysely/migration";
import type { Database } from "./connect.ts";
import { migrations } from "./migrations/index.ts";

/**
 * Brings the database to the newest shape; safe to call from several processes at once (Kysely takes a lock).
 * Throws what the database said when a migration fails; that migration is then undone whole.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
