import { basename } from "node:path/posix";
import { sql, type Transaction } from "kysely";
import { correctionsShape } from "#archive/corrections/correction.ts";
import { storeCorrections } from "#archive/corrections/stored-corrections.ts";
import { type Importer, isOfDocuments, type Written } from "#archive/import/importer.ts";
import type { ReadPool } from "#archive/import/read-pool.ts";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { findContent, readingOf } from "./queries.ts";
import { readKeysOf } from "./read-file.ts";

type Means = { db: Database; pool: ReadPool; importer: Importer };

/** The file was thrown away or is in the archive already: nothing of it may be written. */
class NotWanted extends Error {}

/**
 * Puts a wanted file into the archive as it was reviewed: the document, what became of the file, the corrections for next
 * time and the audit entry in one transaction. What the archive has against it stands with the file.
 */
export async function commitFile({ db, pool, importer }: Means, municipalityId: number, fileId: number): Promise<void> {
  const row = await db
    .selectFrom("import_file")
    .innerJoin("municipality", "municipality.id", "import_file.municipality_id")
    .selectAll("import_file")
    .select("municipality.name as municipality")
    .where("municipality_id", "=", municipalityId)
    .where("import_file.id", "=", fileId)
    .where("state", "=", "wanted")
    .executeTakeFirst();
  const content = row && (await findContent(db, municipalityId, fileId));
  const reading = row && readingOf(row);
  if (!row || !content || !reading) return;
  const corrections = correctionsShape.parse(row.corrections);
  const by = { userId: row.wanted_by as string, name: row.wanted_by_name as string };
  const fileName = basename(row.name);
  const answer = await pool.read({ bytes: new Uint8Array(content), fileName, corrections, reading });
  if (!answer.ok) return keepOut(db, municipalityId, fileId, answer.message);
  if (answer.heldBack.length > 0)
    return keepOut(db, municipalityId, fileId, "Lukkede punkter i dokumentet har tekst. Åbn filen, og se efter dem.");

  const alongside = async (db: Database, written: Written) => {
    const trx = db as Transaction<Schema>;
    const documentId = written.documentId ?? (await documentOf(trx, municipalityId, row.sha256));
    const { numUpdatedRows } = await trx
      .updateTable("import_file")
      .set({
        state: "imported",
        result: written.result,
        document_id: documentId,
        imported_at: new Date(),
        content: null,
      })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", fileId)
      .where("state", "=", "wanted")
      .where("version", "=", row.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotWanted();
    if (written.documentId !== null)
      await storeCorrections(trx, municipalityId, {
        documentId: written.documentId,
        read: readKeysOf(reading.minutes),
        corrections,
        by,
      });
    await writeAudit(trx, by, municipalityId, {
      action: "import.committed",
      subject: `import-file:${fileId}`,
      details: { result: written.result, document: documentId, name: row.name },
    });
  };
  try {
    const given = {
      document: answer.document,
      bytes: answer.bytes,
      municipality: row.municipality,
      corrections,
      alongside,
    };
    const imported = await importer.write(given);
    if (imported.result === "failed") await keepOut(db, municipalityId, fileId, imported.message);
  } catch (error) {
    if (error instanceof NotWanted) return;
    if (!isOfDocuments(error)) throw error;
    await keepOut(
      db,
      municipalityId,
      fileId,
      "Dokumentet kunne ikke gemmes i arkivet. Kontrollér dets felter, og prøv igen.",
    );
    throw error;
  }
}

async function documentOf(db: Database, municipalityId: number, sha256: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select document_id as id from document_revision
    where municipality_id = ${municipalityId} and sha256 = ${sha256} order by revision desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

async function keepOut(db: Database, municipalityId: number, fileId: number, message: string): Promise<void> {
  await db
    .updateTable("import_file")
    .set({ state: "read", message })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", fileId)
    .where("state", "=", "wanted")
    .execute();
}
