import { createHash } from "node:crypto";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { isZip, listZipFiles, unpackFile } from "#archive/import/zip-files.ts";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import { holdBatch } from "./hold-batch.ts";
import { mayImport } from "./policy.ts";

/** A file as somebody gave it. `bytes` null: too large to be taken in at all. */
export type GivenFile = { name: string; size: number; bytes: Uint8Array | null };

/** `again`: files that were in the upload already. `passedOver`: files in a ZIP file of kinds that hold no minutes. */
export type Received = { added: number; again: number; passedOver: number };

type Row = { name: string; size: number; sha256: string; content: Buffer | null; message: string | null };

const NAME_LENGTH = 300;
/** Files of a ZIP file that go in together. */
const TOGETHER = 20;

/** Begins an upload; null when the actor may not. Files come with `receiveFile`. */
export async function beginBatch(db: Database, actor: Actor, municipalityId: number): Promise<number | null> {
  if (!mayImport(actor, municipalityId)) return null;
  return db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto("import_batch")
      .values({ municipality_id: municipalityId, begun_by: actor.userId, begun_by_name: actor.name })
      .returning("id")
      .executeTakeFirstOrThrow();
    await writeAudit(tx, actor, municipalityId, { action: "import.begun", subject: `import-batch:${id}` });
    return id;
  });
}

/**
 * Takes a file into an upload, or those that are packed in it; what cannot be read gets its sentence at once or when it
 * is read. Null when the upload is not there, or not the actor's business.
 */
export async function receiveFile(
  db: Database,
  actor: Actor,
  municipalityId: number,
  batchId: number,
  file: GivenFile,
): Promise<Received | null> {
  if (!mayImport(actor, municipalityId)) return null;
  const { rows, passedOver } = rowsOf(file);
  let added = 0;
  let total = 0;
  for (let next = rows(TOGETHER); next.length > 0; next = rows(TOGETHER)) {
    const inserted = await insert(db, actor, municipalityId, batchId, next);
    if (inserted === null) return null;
    added += inserted;
    total += next.length;
  }
  return { added, again: total - added, passedOver };
}

/** Rows a few at a time, so that no more of a ZIP file is unpacked than is written next. */
function rowsOf({ name, size, bytes }: GivenFile): { rows: (most: number) => Row[]; passedOver: number } {
  const plain = (row: Row) => {
    let left = [row];
    return { rows: () => left.splice(0), passedOver: 0, left };
  };
  const shown = tidy(name);
  if (bytes === null) return plain(refusedRow(shown, size, unreadable("too-large").message));
  if (!isZip(bytes))
    return plain(size > MAX_FILE_BYTES ? refusedRow(shown, size, unreadable("too-large").message) : row(shown, bytes));
  const contents = listZipFiles(bytes);
  if (!contents.ok) return plain(refusedRow(shown, size, contents.message));
  const { files, passedOver } = contents;
  const rows = (most: number) =>
    files.splice(0, most).map(({ path, size, entry }): Row => {
      const unpacked = unpackFile(bytes, entry);
      const inside = tidy(`${shown}/${path}`);
      return typeof unpacked === "string" ? refusedRow(inside, size, unpacked) : row(inside, unpacked);
    });
  return { rows, passedOver };
}

const sum = (content: Uint8Array | string) => createHash("sha256").update(content).digest("hex");

const row = (name: string, bytes: Uint8Array): Row => ({
  name,
  size: bytes.length,
  sha256: sum(bytes),
  content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  message: null,
});

/** Known by its name and size, for its bytes are not kept. */
const refusedRow = (name: string, size: number, message: string): Row => ({
  name,
  size,
  sha256: sum(`${name} ${size}`),
  content: null,
  message,
});

async function insert(
  db: Database,
  actor: Actor,
  municipalityId: number,
  batchId: number,
  rows: Row[],
): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await holdBatch(tx, municipalityId, batchId))) return null;
    const inserted = await tx
      .insertInto("import_file")
      .values(
        rows.map((row) => ({
          municipality_id: municipalityId,
          batch_id: batchId,
          ...row,
          state: row.message === null ? ("waiting" as const) : ("refused" as const),
        })),
      )
      .onConflict((conflict) => conflict.columns(["municipality_id", "batch_id", "sha256"]).doNothing())
      .returning("name")
      .execute();
    if (inserted.length > 0)
      await writeAudit(tx, actor, municipalityId, {
        action: "import.received",
        subject: `import-batch:${batchId}`,
        details: { files: inserted.map(({ name }) => name) },
      });
    return inserted.length;
  });
}

/** A name to show: without control characters and PostgreSQL's forbidden ones. */
function tidy(name: string): string {
  const shown = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll("\\", "/")
    .trim();
  return shown.slice(-NAME_LENGTH) || "uden navn";
}
