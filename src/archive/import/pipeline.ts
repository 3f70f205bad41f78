import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname } from "node:path";
import type { Database } from "#database/connect.ts";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import { correctionsFor, listCorrections } from "../corrections/stored-corrections.ts";
import type { Correction, ItemAnchor } from "../corrections/correction.ts";
import { nameOfItem } from "../corrections/closed-text.ts";
import { tell } from "../corrections/tell.ts";
import { municipalityName, slugOf } from "../keys.ts";
import type { FoundFile } from "./find-files.ts";
import { createBatches } from "./batches.ts";
import { createImporter, type Given, type Imported, isOfDocuments } from "./importer.ts";
import { findKnownFiles } from "./known-files.ts";
import { itemNumber } from "./overlap.ts";
import type { PreparedDocument } from "./prepare.ts";
import { createReadPool, type ReadAnswer } from "./read-pool.ts";
import { addToReport, type ImportReport } from "./report.ts";
import { createSlots } from "./slots.ts";
import { unpackFromDisk } from "./zip-files.ts";

type Municipality = (file: FoundFile) => string | undefined;
type Answer = ReadAnswer & { corrections?: Correction[] };
/** A document that is read; `leave` makes room for another. */
type Ready = Given & { file: FoundFile; leave: () => void };

/** Files between reading and commit, by weight: one for each started megabyte. */
const UNDER_WAY = 64;
/** Documents that are written together, and how many times that at once: while one waits for the disk another goes on. */
const TOGETHER = 16;
const WRITERS = 2;
/** Milliseconds that a document waits for others to be written with. */
const PATIENCE = 100;

/**
 * The way of a file: read from disk, understood in a thread, written in the order of the files. `run`
 * gives back those that say neither themselves nor by what is given where they belong, unless they are to fail.
 */
export async function createPipeline(
  db: Database,
  report: ImportReport,
  signal: AbortSignal | undefined,
  onDone: (file: string) => void,
  closedTextIsPublic: boolean,
) {
  const pool = createReadPool(Math.min(4, availableParallelism()));
  const importer = createImporter(db);
  const [isKnown, corrected] = await Promise.all([findKnownFiles(db), listCorrections(db)]);
  const underWay = createSlots(UNDER_WAY);
  /** By folder and committee: the municipalities that documents there name. */
  const named = new Map<string, Set<string>>();
  const unplacedKeys = new Map<string, string>();
  /** The database is: no further file is begun. */
  let lost = false;

  async function read(file: FoundFile, municipality: string | undefined): Promise<Answer | "known"> {
    if (file.size > MAX_FILE_BYTES) return { ...unreadable("too-large"), bytes: new Uint8Array() };
    const bytes = await bytesOf(file);
    if (typeof bytes === "string") return { ok: false, message: bytes, bytes: new Uint8Array() };
    if (isKnown(createHash("sha256").update(bytes).digest("hex"), municipality)) return "known";
    // A copy of its own where Node keeps several small files in one buffer: it is moved to the thread.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    const answer = await pool.read({ bytes: own, fileName: basename(file.path) });
    const corrections = answer.ok ? correctionsOf(answer.document, municipality) : [];
    return answer.ok && corrections.length > 0 ? readAgain(file, answer, corrections) : answer;
  }

  /** What somebody set right by hand in an earlier reading of the document is set right in this one. */
  function correctionsOf(document: PreparedDocument, municipality: string | undefined): Correction[] {
    const place = document.municipality ?? municipality;
    const items = document.items.map(({ number, titleKey }) => ({ number: itemNumber(number), titleKey }));
    return correctionsFor(corrected, { ...document, items }, place && slugOf(municipalityName(place)));
  }

  async function readAgain({ path }: FoundFile, { bytes }: ReadAnswer, corrections: Correction[]) {
    const answer = await pool.read({ bytes, fileName: basename(path), corrections });
    if (!answer.ok) return answer;
    report.remarks.push(...answer.told.map((told) => ({ file: path, message: tell(told) })));
    return { ...answer, corrections };
  }

  async function writeAlone(given: Given): Promise<Imported> {
    try {
      return await importer.write(given);
    } catch (error) {
      if (!isOfDocuments(error)) throw error;
      return { result: "failed", message: `Dokumentet kunne ikke gemmes: ${(error as Error).message}.` };
    }
  }

  async function write(batch: Ready[]): Promise<void> {
    try {
      const written = await importer.writeTogether(batch);
      for (const [at, ready] of batch.entries()) {
        addToReport(report, ready.file.path, written[at] ?? (await writeAlone(ready)));
        onDone(ready.file.path);
      }
    } catch (error) {
      lost = true;
      throw error;
    } finally {
      for (const { leave } of batch) leave();
    }
  }

  async function run(
    files: FoundFile[],
    municipalityOf: Municipality,
    unplacedAre: "wait" | "fail",
  ): Promise<FoundFile[]> {
    const unplaced: FoundFile[] = [];
    // Documents of one meeting in the order of their files, so that the last one is the newest revision.
    const keyOf = ({ document }: Ready) => `${document.committeeKey} ${document.date}`;
    const batches = createBatches({ run: write, keyOf, most: TOGETHER, atOnce: WRITERS, patience: PATIENCE });
    let turn = Promise.resolve();

    const settle = (file: FoundFile, answer: Answer | "known", leave: () => void) => {
      const municipality = municipalityOf(file);
      if (answer !== "known" && answer.ok && (closedTextIsPublic || answer.heldBack.length === 0)) {
        const { document, bytes, corrections } = answer;
        if (unplacedAre === "fail" || !isUnplaced(document, municipality)) {
          noteName(file, document);
          return batches.add({ file, document, bytes, municipality, leave, ...(corrections && { corrections }) });
        }
        unplacedKeys.set(file.path, neighbourKey(file, document));
        unplaced.push(file);
      } else {
        if (answer === "known") report.documents.unchanged++;
        else
          report.failures.push({
            file: file.path,
            message: answer.ok ? closedTextIn(answer.heldBack) : answer.message,
          });
        onDone(file.path);
      }
      leave();
    };

    for (const file of files) {
      if (signal?.aborted || lost) break;
      const leave = await underWay.acquire(Math.ceil(file.size / 1_000_000) || 1);
      const reading = read(file, municipalityOf(file));
      turn = turn.then(async () => settle(file, await reading, leave));
    }
    await turn;
    await batches.finish();
    return unplaced;
  }

  function noteName(file: FoundFile, document: PreparedDocument) {
    if (document.municipality === null) return;
    const key = neighbourKey(file, document);
    named.set(key, (named.get(key) ?? new Set()).add(document.municipality));
  }

  /** The one municipality that the same committee's documents in the same folder name. */
  function neighbour(file: FoundFile): string | undefined {
    const names = named.get(unplacedKeys.get(file.path) ?? "");
    return names?.size === 1 ? [...names][0] : undefined;
  }

  return { run, neighbour, close: pool.close };
}

/** Why a document stays out whose closed items have words. */
function closedTextIn(items: ItemAnchor[]): string {
  const names = items.map(nameOfItem).join(", ");
  return (
    `Dokumentet er ikke læst ind: ${names} er lukket og har tekst, som ville blive offentlig. Brug den udgave, der er ` +
    "offentliggjort. Er teksten offentlig, så brug 'sagsgang import --closed-text-is-public'; er punktet læst forkert, så ret det i browseren."
  );
}

/** The file's bytes, or a sentence saying why they cannot be had. */
async function bytesOf({ path, zip }: FoundFile): Promise<Uint8Array | string> {
  try {
    return zip ? await unpackFromDisk(zip.path, zip.entry) : await readFile(path);
  } catch (error) {
    return `Filen kan ikke læses: ${(error as Error).message}.`;
  }
}

function neighbourKey(file: FoundFile, { committeeKey }: PreparedDocument): string {
  return `${dirname(file.path)}\n${committeeKey}`;
}

function isUnplaced(document: PreparedDocument, given: string | undefined): boolean {
  return (document.municipality ?? given) === undefined && document.date !== null && document.committeeKey !== null;
}
