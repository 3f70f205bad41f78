import type { Database } from "#database/connect.ts";

/** `section` null: about the paper as a whole, or about a section that is gone. */
export type PaperComment = {
  id: number;
  sectionId: number | null;
  section: string | null;
  text: string;
  writtenAt: Date;
  writtenBy: string;
  settled: { at: Date; by: string } | null;
};

/** A paper's comments as they were written, those that are dealt with too. */
export async function listComments(db: Database, municipalityId: number, paperId: number): Promise<PaperComment[]> {
  const rows = await db
    .selectFrom("paper_comment as comment")
    .leftJoin("paper_section as section", (join) =>
      join
        .onRef("section.municipality_id", "=", "comment.municipality_id")
        .onRef("section.paper_id", "=", "comment.paper_id")
        .onRef("section.id", "=", "comment.section_id"),
    )
    .select([
      "comment.id",
      "comment.section_id as sectionId",
      "section.heading as section",
      "comment.text",
      "comment.written_at as writtenAt",
      "comment.written_by_name as writtenBy",
      "comment.settled_at",
      "comment.settled_by_name",
    ])
    .where("comment.municipality_id", "=", municipalityId)
    .where("comment.paper_id", "=", paperId)
    .orderBy("comment.id")
    .execute();
  return rows.map(({ settled_at, settled_by_name, ...row }) => ({
    ...row,
    settled: settled_at ? { at: settled_at, by: settled_by_name ?? "" } : null,
  }));
}
