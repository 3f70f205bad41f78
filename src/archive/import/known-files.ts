import type { Database } from "#database/connect.ts";
import { municipalityName, slugOf } from "../keys.ts";

/** Whether a file is in the archive already, in any revision: in this municipality, or in any when none is given. */
export type KnownFiles = (sha256: string, municipality: string | undefined) => boolean;

export async function findKnownFiles(db: Database): Promise<KnownFiles> {
  const rows = await db
    .selectFrom("document_revision")
    .innerJoin("municipality", "municipality.id", "document_revision.municipality_id")
    .select(["document_revision.sha256", "municipality.slug"])
    .distinct()
    .execute();
  const known = new Set(rows.flatMap(({ sha256, slug }) => [sha256, `${sha256} ${slug}`]));
  return (sha256, municipality) =>
    known.has(municipality === undefined ? sha256 : `${sha256} ${slugOf(municipalityName(municipality))}`);
}
