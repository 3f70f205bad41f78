import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { readContent } from "../snapshots.ts";

/** Two snapshots of a paper that do not say the same. `to` null: the paper as it is now. */
export type Difference = { from: number; to: number | null };

/**
 * Where a paper was changed on its way through approval: between which sending, return or yes and the next, and since the
 * last. Versions that somebody kept on the way are no part of it.
 */
export async function listDifferences(db: Database, municipalityId: number, paperId: number): Promise<Difference[]> {
  const now = JSON.stringify((await readContent(db, municipalityId, paperId)) ?? {});
  const { rows } = await sql<Difference>`
    with kept as (
      select number, content, lag(number) over way as before, lag(content) over way as content_before,
        lead(number) over way as after
      from paper_snapshot
      where municipality_id = ${municipalityId} and paper_id = ${paperId}
        and occasion in ('submitted', 'returned', 'approved')
      window way as (order by number)
    )
    select before as "from", number as "to" from kept where content <> content_before
    union all
    select number, null from kept where after is null and content <> ${now}::jsonb`.execute(db);
  return rows;
}
