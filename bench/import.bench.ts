import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { importPaths, type Progress } from "#archive/import/import-paths.ts";
import { openDatabase } from "#database/open.ts";
import { generateArchive } from "./generate/index.ts";
import type { Row } from "./run.ts";

export const name = "import";

/** The first are not counted: until then the programs are being compiled, and most words are new. */
const WARM_UP = 400;
const DOCUMENTS = 1200;
const TARGET = 150;

/** Documents from disk into a fresh embedded PostgreSQL that writes through to the disk: reading, tables and search. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "sagsgang-bench-"));
  try {
    const bytes = await writeDocuments(join(folder, "referater"));
    const database = await openDatabase({ databaseUrl: null, dataFolder: join(folder, "data") });
    try {
      let began = 0;
      let ended = 0;
      const onProgress = ({ done, total }: Progress): void => {
        if (done === WARM_UP) began = performance.now();
        if (done === total) ended = performance.now();
      };
      const { documents, failures } = await importPaths(database.db, [join(folder, "referater")], { onProgress });
      if (failures[0] || documents.new !== WARM_UP + DOCUMENTS)
        throw new Error(failures[0]?.message ?? "Not all were new.");
      const rate = DOCUMENTS / ((ended - began) / 1000);
      const size = Math.round(bytes / (WARM_UP + DOCUMENTS) / 1000);
      const note = `${DOCUMENTS} referater à ${size} kB med søgeindeks, fsync til, efter ${WARM_UP} til opvarmning`;
      return [{ work: "importér", measured: rate, unit: "dok./s", target: String(TARGET), met: rate >= TARGET, note }];
    } finally {
      await database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives how many bytes they are together. */
async function writeDocuments(folder: string): Promise<number> {
  let bytes = 0;
  let count = 0;
  for (const { municipality, fileName, text } of generateArchive({ items: (WARM_UP + DOCUMENTS) * 12 })) {
    if (count++ === WARM_UP + DOCUMENTS) break;
    const file = join(folder, municipality, fileName);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
