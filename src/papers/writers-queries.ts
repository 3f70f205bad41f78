import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** Somebody who saved a section lately. */
export type Writer = { by: string; heading: string; at: Date };

/** Who else has written in a paper in the last ten minutes, and where; the newest first. */
export async function listOtherWriters(
  db: Database,
  municipalityId: number,
  paperId: number,
  userId: string,
): Promise<Writer[]> {
  const rows = await db
    .selectFrom("paper_section")
    .select(["updated_by_name as by", "heading", "updated_at as at"])
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .where("updated_by", "is not", null)
    .where("updated_by", "<>", userId)
    .where("updated_at", ">", sql<Date>`current_timestamp - interval '10 minutes'`)
    .orderBy("updated_at", "desc")
    .execute();
  return rows.map(({ by, ...row }) => ({ ...row, by: by ?? "" }));
}
