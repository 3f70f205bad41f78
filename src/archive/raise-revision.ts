import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/**
 * Tells every server that the archive is another than it was. Last in its transaction, for it holds up every import until
 * that is committed.
 */
export async function raiseRevision(trx: Database): Promise<void> {
  await sql`with raised as (update archive_state set revision = revision + 1 returning revision)
    select pg_notify('sagsgang_archive', revision::text) from raised`.execute(trx);
}
