import { sql } from "kysely";
import type { Database } from "./connect.ts";

/**
 * Says that something the public sees has changed, in the caller's transaction: the archive's revision is raised, and
 * every server empties its page cache when the transaction is committed.
 */
export async function announceChange(db: Database): Promise<void> {
  await sql`with raised as (update archive_state set revision = revision + 1 returning revision)
    select pg_notify('sagsgang_archive', revision::text) from raised`.execute(db);
}
