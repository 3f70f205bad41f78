import { type Kysely, sql } from "kysely";

/** A document's text is kept as it is: compressing it took longer than anything else of the row when documents come in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document_revision alter column text set storage external`.execute(db);
}
