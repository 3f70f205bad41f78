import type { Selectable, Transaction } from "kysely";
import { type Correction, correctionsShape, targetOf, withCorrection } from "#archive/corrections/correction.ts";
import type { Database } from "#database/connect.ts";
import type { ImportSchema } from "#database/schema-import.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { holdBatch } from "./hold-batch.ts";
import { mayImport, mayReview } from "./policy.ts";
import { findSurroundings, readingOf } from "./queries.ts";
import { understand } from "./understand.ts";

/** `changed`: somebody else has corrected the file meanwhile. `busy`: it is being read or put into the archive. */
export type ReviewResult = { ok: true } | { ok: false; reason: "unknown" | "changed" | "busy" };

type Place = { municipalityId: number; batchId: number; fileId: number };
type Row = Selectable<ImportSchema["import_file"]> & { begun_by: string };

/** Sets things right in a reading; each takes the place of an earlier correction of the same thing. */
export async function correctFile(
  db: Database,
  actor: Actor,
  place: Place,
  { version, today }: { version: number; today: string },
  corrections: Correction[],
): Promise<ReviewResult> {
  return change(db, actor, place, version, today, (stored) => ({
    corrections: corrections.reduce(withCorrection, stored),
    details: { corrected: corrections.filter((correction) => withCorrection([], correction).length > 0) },
  }));
}

/** Takes back the correction of a target, as `targetOf` names it. */
export async function uncorrectFile(
  db: Database,
  actor: Actor,
  place: Place,
  { version, today }: { version: number; today: string },
  target: string,
): Promise<ReviewResult> {
  return change(db, actor, place, version, today, (stored) => ({
    corrections: stored.filter((correction) => targetOf(correction) !== target),
    details: { takenBack: target },
  }));
}

type Change = (stored: Correction[]) => { corrections: Correction[]; details: Record<string, unknown> };

async function change(
  db: Database,
  actor: Actor,
  { municipalityId, batchId, fileId }: Place,
  version: number,
  today: string,
  make: Change,
): Promise<ReviewResult> {
  const around = await findSurroundings(db, municipalityId, today);
  return db.transaction().execute(async (tx) => {
    const row = await lock(tx, municipalityId, batchId, fileId);
    if (!row || !mayReview(actor, { municipalityId, begunBy: row.begun_by })) return { ok: false, reason: "unknown" };
    const reading = readingOf(row);
    if (!reading || (row.state !== "read" && row.state !== "imported")) return { ok: false, reason: "busy" };
    if (row.version !== version) return { ok: false, reason: "changed" };
    const { corrections, details } = make(correctionsShape.parse(row.corrections));
    const { summary } = understand(reading, corrections, around);
    await tx
      .updateTable("import_file")
      .set({
        corrections: JSON.stringify(corrections),
        summary: JSON.stringify(summary),
        // What is in the archive is without this correction.
        state: "read",
        message: null,
        version: version + 1,
      })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", fileId)
      .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "import.corrected",
      subject: `import-file:${fileId}`,
      details,
    });
    return { ok: true };
  });
}

async function lock(
  tx: Transaction<Schema>,
  municipalityId: number,
  batchId: number,
  fileId: number,
): Promise<Row | undefined> {
  return tx
    .selectFrom("import_file")
    .innerJoin("import_batch", (join) =>
      join
        .onRef("import_batch.municipality_id", "=", "import_file.municipality_id")
        .onRef("import_batch.id", "=", "import_file.batch_id"),
    )
    .selectAll("import_file")
    .select("import_batch.begun_by")
    .where("import_file.municipality_id", "=", municipalityId)
    .where("import_file.batch_id", "=", batchId)
    .where("import_file.id", "=", fileId)
    .forUpdate("import_file")
    .executeTakeFirst();
}

/**
 * Wants the chosen files in the archive, all that can be when none are named. They go in one after another in the
 * background. Gives how many; asking twice changes nothing. Null when the actor may not, or the upload is gone.
 */
export async function wantFiles(
  db: Database,
  actor: Actor,
  municipalityId: number,
  batchId: number,
  files: number[] | "all",
): Promise<number | null> {
  if (!mayImport(actor, municipalityId)) return null;
  return db.transaction().execute(async (tx) => {
    if (!(await holdBatch(tx, municipalityId, batchId))) return null;
    const wanted = await tx
      .updateTable("import_file")
      .set({ state: "wanted", message: null, attempts: 0, wanted_by: actor.userId, wanted_by_name: actor.name })
      .where("municipality_id", "=", municipalityId)
      .where("batch_id", "=", batchId)
      .where("state", "=", "read")
      .where((eb) => eb.and([eb("summary", "is not", null), eb(eb.ref("summary", "->>").key("hindrance"), "is", null)]))
      .$if(files !== "all", (query) => query.where("id", "in", files === "all" || files.length === 0 ? [0] : files))
      .returning("id")
      .execute();
    if (wanted.length > 0)
      await writeAudit(tx, actor, municipalityId, {
        action: "import.wanted",
        subject: `import-batch:${batchId}`,
        details: { files: wanted.map(({ id }) => id) },
      });
    return wanted.length;
  });
}

/** Throws an upload away, or one file of it. What is in the archive stays there. False when there is nothing to throw. */
export async function discard(
  db: Database,
  actor: Actor,
  municipalityId: number,
  batchId: number,
  fileId: number | null,
): Promise<boolean> {
  if (!mayImport(actor, municipalityId)) return false;
  return db.transaction().execute(async (tx) => {
    const query =
      fileId === null
        ? tx.deleteFrom("import_batch").where("id", "=", batchId)
        : tx.deleteFrom("import_file").where("batch_id", "=", batchId).where("id", "=", fileId);
    const gone = await query.where("municipality_id", "=", municipalityId).executeTakeFirst();
    if (gone.numDeletedRows === 0n) return false;
    const subject = fileId === null ? `import-batch:${batchId}` : `import-file:${fileId}`;
    await writeAudit(tx, actor, municipalityId, { action: "import.discarded", subject });
    return true;
  });
}
