import { type Kysely, sql } from "kysely";

/** How a municipality's pages look: its accent colour and its arms or logo. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table municipality_look (
    municipality_id integer primary key references municipality (id) on delete cascade,
    accent text,
    logo bytea,
    logo_media_type text,
    check ((logo is null) = (logo_media_type is null))
  )`.execute(db);
}
