import type { Database } from "#database/connect.ts";

/** What an imported file is called and how large it is, without its bytes. `municipality` is a slug. */
export async function findOriginal(db: Database, municipality: string, sha256: string) {
  return originalOf(db, municipality, sha256)
    .select(["original.file_name as fileName", "original.media_type as mediaType", "original.size"])
    .executeTakeFirst();
}

/** An imported file byte for byte; it must exist. */
export async function getOriginalContent(db: Database, municipality: string, sha256: string): Promise<Buffer> {
  const { content } = await originalOf(db, municipality, sha256).select("original.content").executeTakeFirstOrThrow();
  return content;
}

function originalOf(db: Database, municipality: string, sha256: string) {
  return db
    .selectFrom("municipality")
    .innerJoin("original", "original.municipality_id", "municipality.id")
    .where("municipality.slug", "=", municipality)
    .where("original.sha256", "=", sha256);
}
