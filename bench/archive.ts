import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { importPaths } from "#archive/import/import-paths.ts";
import { openDatabase } from "#database/open.ts";
import { CHECKER_VERSION } from "#factcheck/version.ts";
import { generateArchive } from "./generate/index.ts";

export const ITEMS = 100_000;

/** One for all benchmarks of a run, which are processes of the same parent. */
const folder = join(tmpdir(), `sagsgang-bench-archive-${process.ppid}`);

/** A data folder (`SAGSGANG_DATA`) with an archive of 100,000 generated items; made by the first benchmark that asks for it. */
export async function archiveOf100000(): Promise<string> {
  const data = join(folder, "data");
  const done = join(folder, "done");
  if (existsSync(done)) return data;
  await rm(folder, { recursive: true, force: true });
  const documents = join(folder, "referater");
  for (const { municipality, fileName, text } of generateArchive({ items: ITEMS })) {
    const file = join(documents, municipality, fileName);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  // What is measured is reading, so the disk need not be waited for.
  const { db, close } = await openDatabase({ databaseUrl: null, dataFolder: data, fsync: false });
  try {
    const { failures } = await importPaths(db, [documents]);
    if (failures[0]) throw new Error(`${failures[0].file}: ${failures[0].message}`);
    // Figures are recomputed once after an import; what is measured here is a portal at rest.
    await sql`update document_check set done = wanted, checker_version = ${CHECKER_VERSION}, revision = document.revision
      from document where document.municipality_id = document_check.municipality_id and document.id = document_id`.execute(
      db,
    );
  } finally {
    await close();
  }
  await rm(documents, { recursive: true });
  await writeFile(done, "");
  return data;
}

/** To be called in the parent when all benchmarks are through. */
export async function removeArchive(): Promise<void> {
  await rm(join(tmpdir(), `sagsgang-bench-archive-${process.pid}`), { recursive: true, force: true });
}
