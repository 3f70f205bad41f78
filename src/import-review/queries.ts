import { sql } from "kysely";
import { type Correction, correctionsShape } from "#archive/corrections/correction.ts";
import type { Reading } from "#archive/corrections/correct-reading.ts";
import type { Database } from "#database/connect.ts";
import type { ImportFileState, ImportSummary } from "#database/schema-import.ts";
import type { Surroundings } from "./confidence/judge-header.ts";

export type BatchSummary = {
  id: number;
  begunAt: Date;
  begunByName: string;
  /** Files in each state. */
  states: Partial<Record<ImportFileState, number>>;
};

/** The municipality's uploads, newest first. */
export async function listBatches(db: Database, municipalityId: number): Promise<BatchSummary[]> {
  const { rows } = await sql<BatchSummary>`
    select batch.id, batch.begun_at as "begunAt", batch.begun_by_name as "begunByName",
      coalesce((select json_object_agg(state, files) from (
        select state, count(*)::integer as files from import_file
        where import_file.municipality_id = batch.municipality_id and batch_id = batch.id group by state
      ) as counted), '{}') as states
    from import_batch as batch where batch.municipality_id = ${municipalityId} order by batch.id desc limit 100`.execute(
    db,
  );
  return rows;
}

export type MeetingAddress = { committee: string; date: string; sitting: number };
export type FileSummary = {
  id: number;
  name: string;
  size: number;
  state: ImportFileState;
  message: string | null;
  version: number;
  summary: ImportSummary | null;
  corrections: number;
  result: "new" | "revised" | "unchanged" | null;
  /** Whether the file itself is in the archive already. */
  known: boolean;
  /** Where it is in the archive, once it is there. */
  meeting: MeetingAddress | null;
};
export type Batch = { id: number; begunAt: Date; begunBy: string; begunByName: string; files: FileSummary[] };

export async function findBatch(db: Database, municipalityId: number, batchId: number): Promise<Batch | undefined> {
  if (!Number.isSafeInteger(batchId)) return undefined;
  const batch = await db
    .selectFrom("import_batch")
    .select(["id", "begun_at as begunAt", "begun_by as begunBy", "begun_by_name as begunByName"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", batchId)
    .executeTakeFirst();
  if (!batch) return undefined;
  const { rows } = await sql<FileSummary>`
    select file.id, file.name, file.size, file.state, file.message, file.version, file.summary, file.result,
      jsonb_array_length(file.corrections) as corrections,
      exists (select from document_revision where municipality_id = file.municipality_id and sha256 = file.sha256) as known,
      (select json_build_object('committee', committee.slug, 'date', meeting.held_on, 'sitting', meeting.sitting)
        from document
        join meeting on meeting.municipality_id = document.municipality_id and meeting.id = document.meeting_id
        join committee on committee.municipality_id = meeting.municipality_id and committee.id = meeting.committee_id
        where document.municipality_id = file.municipality_id and document.id = file.document_id) as meeting
    from import_file as file
    where file.municipality_id = ${municipalityId} and file.batch_id = ${batchId} order by file.id`.execute(db);
  return { ...batch, files: rows };
}

export type ImportFile = Pick<FileSummary, "id" | "name" | "state" | "message" | "version" | "result"> & {
  batchId: number;
  begunBy: string;
  sha256: string;
  /** Null until it is read, and where it could not be. */
  reading: Reading | null;
  pageStarts: number[];
  corrections: Correction[];
};

export async function findFile(
  db: Database,
  municipalityId: number,
  batchId: number,
  fileId: number,
): Promise<ImportFile | undefined> {
  if (!Number.isSafeInteger(batchId) || !Number.isSafeInteger(fileId)) return undefined;
  const row = await db
    .selectFrom("import_file as file")
    .innerJoin("import_batch as batch", (join) =>
      join.onRef("batch.municipality_id", "=", "file.municipality_id").onRef("batch.id", "=", "file.batch_id"),
    )
    .select(["file.id", "file.name", "file.state", "file.message", "file.version", "file.result", "file.sha256"])
    .select(["file.batch_id as batchId", "batch.begun_by as begunBy"])
    .select(["file.reading", "file.text", "file.extracted", "file.corrections"])
    .where("file.municipality_id", "=", municipalityId)
    .where("file.batch_id", "=", batchId)
    .where("file.id", "=", fileId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { reading, text, extracted, corrections, ...file } = row;
  return {
    ...file,
    reading: readingOf({ reading, text, extracted }),
    pageStarts: extracted?.pageStarts ?? [],
    corrections: correctionsShape.parse(corrections),
  };
}

type Stored = {
  reading: Reading["minutes"] | null;
  text: string | null;
  extracted: Pick<Reading["extracted"], "pages" | "warnings"> | null;
};

/** The reading of a row of `import_file`; null until it is read. */
export function readingOf({ reading, text, extracted }: Stored): Reading | null {
  if (reading === null || text === null || extracted === null) return null;
  const { pages, warnings } = extracted;
  return { minutes: reading, extracted: { format: reading.source.format, text, pages, warnings } };
}

/** The file's bytes: they stand with the upload until the archive has them. */
export async function findContent(db: Database, municipalityId: number, fileId: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ content: Buffer | null }>`
    select coalesce(file.content, (select content from original
      where original.municipality_id = file.municipality_id and original.sha256 = file.sha256)) as content
    from import_file as file where file.municipality_id = ${municipalityId} and file.id = ${fileId}`.execute(db);
  return rows[0]?.content ?? undefined;
}

/** What a reading is held up against: whose archive it is, and the committees there. */
export async function findSurroundings(db: Database, municipalityId: number, today: string): Promise<Surroundings> {
  const [municipality, committees] = await Promise.all([
    db.selectFrom("municipality").select("name").where("id", "=", municipalityId).executeTakeFirstOrThrow(),
    db.selectFrom("committee").select("name_key").where("municipality_id", "=", municipalityId).execute(),
  ]);
  return { municipality: municipality.name, committees: committees.map(({ name_key }) => name_key), today };
}
