import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname } from "node:path";
import type { Database } from "#database/connect.ts";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import type { FoundFile } from "./find-files.ts";
import { createImporter, type Imported } from "./importer.ts";
import { findKnownFiles } from "./known-files.ts";
import type { PreparedDocument } from "./prepare.ts";
import { createReadPool, type ReadAnswer } from "./read-pool.ts";
import { addToReport, type ImportReport } from "./report.ts";
import { createSlots } from "./slots.ts";

type Municipality = (file: FoundFile) => string | undefined;

/** Files between reading and commit, by weight: one for each started megabyte. */
const UNDER_WAY = 24;
/** Transactions at once: while one waits for the disk another has the processor. */
const WRITERS = 4;

/**
 * The way of a file: read from disk, understood in a thread, written in the order of the files. `run`
 * gives back those that say neither themselves nor by what is given where they belong, unless they are to fail.
 */
export async function createPipeline(
  db: Database,
  report: ImportReport,
  signal: AbortSignal | undefined,
  onDone: (file: string) => void,
) {
  const pool = createReadPool(Math.max(1, Math.min(4, availableParallelism() - 1)));
  const importer = createImporter(db);
  const isKnown = await findKnownFiles(db);
  const underWay = createSlots(UNDER_WAY);
  const writers = createSlots(WRITERS);
  /** By folder and committee: the municipalities that documents there name. */
  const named = new Map<string, Set<string>>();
  const unplacedKeys = new Map<string, string>();

  async function read(file: FoundFile, municipality: string | undefined): Promise<ReadAnswer | "known"> {
    if (file.size > MAX_FILE_BYTES) return { ...unreadable("too-large"), bytes: new Uint8Array() };
    const bytes = await readFile(file.path).catch((error: Error) => error);
    if (bytes instanceof Error)
      return { ok: false, message: `Filen kan ikke læses: ${bytes.message}.`, bytes: new Uint8Array() };
    if (isKnown(createHash("sha256").update(bytes).digest("hex"), municipality)) return "known";
    // A copy of its own where Node keeps several small files in one buffer: it is moved to the thread.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    return pool.read({ bytes: own, fileName: basename(file.path) });
  }

  async function write(
    document: PreparedDocument,
    bytes: Uint8Array,
    municipality: string | undefined,
  ): Promise<Imported> {
    try {
      return await importer.write(document, bytes, municipality);
    } catch (error) {
      if (!isOfThisDocument(error)) throw error;
      return { result: "failed", message: `Dokumentet kunne ikke gemmes: ${(error as Error).message}.` };
    }
  }

  async function run(
    files: FoundFile[],
    municipalityOf: Municipality,
    unplacedAre: "wait" | "fail",
  ): Promise<FoundFile[]> {
    const unplaced: FoundFile[] = [];
    const meetings = new Map<string, Promise<unknown>>();
    const writes = new Set<Promise<unknown>>();
    let lost: unknown;
    let turn: Promise<unknown> = Promise.resolve();

    const settle = async (file: FoundFile, answer: ReadAnswer | "known", leave: () => void) => {
      const municipality = municipalityOf(file);
      try {
        if (answer === "known") report.documents.unchanged++;
        else if (!answer.ok) report.failures.push({ file: file.path, message: answer.message });
        else if (unplacedAre === "wait" && isUnplaced(answer.document, municipality)) {
          unplacedKeys.set(file.path, neighbourKey(file, answer.document));
          unplaced.push(file);
          return;
        } else {
          noteName(file, answer.document);
          const { document, bytes } = answer;
          addToReport(report, file.path, await write(document, bytes, municipality));
        }
        onDone(file.path);
      } catch (error) {
        lost ??= error;
      } finally {
        leave();
      }
    };

    for (const file of files) {
      if (signal?.aborted || lost) break;
      const leave = await underWay.acquire(Math.ceil(file.size / 1_000_000) || 1);
      const reading = read(file, municipalityOf(file));
      turn = turn.then(async () => {
        const answer = await reading;
        const done = await writers.acquire();
        const key =
          answer === "known" || !answer.ok ? file.path : `${answer.document.committeeKey} ${answer.document.date}`;
        // Documents of one meeting in the order of their files, so that the last one is the newest revision.
        const writing = (meetings.get(key) ?? Promise.resolve())
          .then(() => settle(file, answer, leave))
          .finally(() => {
            done();
            writes.delete(writing);
            if (meetings.get(key) === writing) meetings.delete(key);
          });
        meetings.set(key, writing);
        writes.add(writing);
      });
    }
    await turn;
    await Promise.all(writes);
    if (lost) throw lost;
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

function neighbourKey(file: FoundFile, { committeeKey }: PreparedDocument): string {
  return `${dirname(file.path)}\n${committeeKey}`;
}

function isUnplaced(document: PreparedDocument, given: string | undefined): boolean {
  return (document.municipality ?? given) === undefined && document.date !== null && document.committeeKey !== null;
}

/** What PostgreSQL says of the values it was given; all else (no connection, no room) meets every document. */
function isOfThisDocument(error: unknown): boolean {
  return /^(?:2[0-9]|42|54|P0|40)/.test((error as { code?: string }).code ?? "");
}
