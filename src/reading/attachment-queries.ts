import type { Database } from "#database/connect.ts";

type Sent = { paperId: number; id: number; sha256: string };

/** The file that was sent as an attachment, also when another has taken its place since. `name`: as it was uploaded. */
export async function findStoredFile(
  db: Database,
  municipalityId: number,
  { paperId, id, sha256 }: Sent,
): Promise<{ mediaType: string; content: Buffer; name: string | null } | undefined> {
  return db
    .selectFrom("stored_file as file")
    .leftJoin("paper_attachment as attachment", (join) =>
      join
        .onRef("attachment.municipality_id", "=", "file.municipality_id")
        .onRef("attachment.sha256", "=", "file.sha256")
        .on("attachment.paper_id", "=", paperId)
        .on("attachment.id", "=", id),
    )
    .select(["file.media_type as mediaType", "file.content", "attachment.file_name as name"])
    .where("file.municipality_id", "=", municipalityId)
    .where("file.sha256", "=", sha256)
    .executeTakeFirst();
}
