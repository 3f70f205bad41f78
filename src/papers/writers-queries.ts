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
  return db
    .selectFrom("paper_section as section")
    .innerJoin("paper_section_version as saved", (join) =>
      join
        .onRef("saved.municipality_id", "=", "section.municipality_id")
        .onRef("saved.paper_id", "=", "section.paper_id")
        .onRef("saved.section_id", "=", "section.id"),
    )
    .select(["saved.saved_by_name as by", "section.heading", sql<Date>`max(saved.saved_at)`.as("at")])
    .where("section.municipality_id", "=", municipalityId)
    .where("section.paper_id", "=", paperId)
    .where("saved.saved_by", "<>", userId)
    .where("saved.saved_at", ">", sql<Date>`current_timestamp - interval '10 minutes'`)
    .groupBy(["saved.saved_by", "saved.saved_by_name", "section.id", "section.heading"])
    .orderBy("at", "desc")
    .execute();
}
