import { basename } from "node:path/posix";
import { sql } from "kysely";
import { correctionsFor, listCorrections, type ReadKeys } from "#archive/corrections/stored-corrections.ts";
import type { Correction } from "#archive/corrections/correction.ts";
import type { Reading } from "#archive/corrections/correct-reading.ts";
import { committeeKey, municipalityName, slugOf } from "#archive/keys.ts";
import { itemNumber } from "#archive/import/overlap.ts";
import type { ReadPool } from "#archive/import/read-pool.ts";
import { storableJson } from "#archive/import/storable.ts";
import type { Database } from "#database/connect.ts";
import type { ExtractedParts } from "#database/schema-import.ts";
import type { Minutes } from "#minutes/model.ts";
import { titleKey } from "#minutes/titles.ts";
import { findContent, findSurroundings } from "./queries.ts";
import { understand } from "./understand.ts";

/** A file that the program died over so many times is given up. */
const MOST_ATTEMPTS = 4;
const GIVEN_UP =
  "Filen kunne ikke læses, læsningen gik i stå hver gang. Gem den på ny som PDF eller DOCX, og prøv igen.";

type FileRow = { municipalityId: number; id: number; name: string };

/** Reads a file that waits, and keeps what it says; what cannot be read gets its sentence. May be killed anywhere. */
export async function readFile(db: Database, pool: ReadPool, file: FileRow, today: string): Promise<void> {
  const { municipalityId, id } = file;
  const { rows } = await sql<{ attempts: number }>`update import_file set attempts = attempts + 1
    where municipality_id = ${municipalityId} and id = ${id} and state = 'waiting' returning attempts`.execute(db);
  const attempts = rows[0]?.attempts;
  if (attempts === undefined) return;
  const content = await findContent(db, municipalityId, id);
  if (!content || attempts > MOST_ATTEMPTS) return refuse(db, file, GIVEN_UP);
  const answer = await pool.read({
    bytes: new Uint8Array(content),
    fileName: basename(file.name),
    keepReading: true,
  });
  if (!answer.ok) return refuse(db, file, answer.message);
  const reading = JSON.parse(storableJson(answer.reading)) as Reading;
  const around = await findSurroundings(db, municipalityId, today);
  const corrections = await earlierCorrections(db, around.municipality, reading.minutes);
  const { summary } = understand(reading, corrections, around);
  const { text, pages, warnings, pageStarts = [] } = reading.extracted;
  await db
    .updateTable("import_file")
    .set({
      state: "read",
      text,
      extracted: JSON.stringify({ pages, warnings, pageStarts } satisfies ExtractedParts),
      reading: JSON.stringify(reading.minutes),
      corrections: JSON.stringify(corrections),
      summary: JSON.stringify(summary),
    })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

async function refuse(db: Database, { municipalityId, id }: FileRow, message: string): Promise<void> {
  await db
    .updateTable("import_file")
    .set({ state: "refused", message: message.replaceAll("\0", ""), content: null })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** What was set right when the document, or an earlier revision of it, came in before. */
async function earlierCorrections(db: Database, municipality: string, minutes: Minutes): Promise<Correction[]> {
  const slug = slugOf(municipalityName(municipality));
  return correctionsFor(await listCorrections(db, slug), readKeysOf(minutes), slug);
}

export function readKeysOf({ source, kind, committee, date, items }: Minutes): ReadKeys {
  return {
    sha256: source.sha256,
    kind,
    committeeKey: committee === null ? null : committeeKey(committee),
    date,
    items: items.map(({ number, title }) => ({ number: itemNumber(number), titleKey: titleKey(title) })),
  };
}
