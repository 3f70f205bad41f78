import { sql } from "kysely";
import { correctionsShape } from "#archive/corrections/correction.ts";
import type { Database } from "#database/connect.ts";
import { CHECKER_VERSION } from "#factcheck/version.ts";
import type { BatchText, CheckBatch, HeldMeeting } from "./batch.ts";
import { isCurrent, listNeighbours } from "./neighbours.ts";

export type DueDocument = {
  municipalityId: number;
  documentId: number;
  /** `document_check.wanted` when it was read. */
  wanted: number;
  revision: number;
  /** False for an agenda whose minutes are here: nothing of it is shown, so nothing is checked. */
  isCurrent: boolean;
};

/** Asks for every document whose findings are from an older version of the checks; cheap when there are none. */
export async function wantOutdated(db: Database): Promise<void> {
  await db
    .updateTable("document_check")
    .set({ wanted: sql`wanted + 1` })
    .whereRef("done", "=", "wanted")
    .where("checker_version", "<", CHECKER_VERSION)
    .execute();
}

/** Asks for every document, whatever has been found before. */
export async function wantAll(db: Database): Promise<void> {
  await db
    .updateTable("document_check")
    .set({ wanted: sql`wanted + 1` })
    .whereRef("done", "=", "wanted")
    .execute();
}

export async function anyDue(db: Database): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from document_check where done < wanted) as due`.execute(db);
  return rows[0]?.due === true;
}

/** What waits, in the order that puts documents beside their neighbours: a committee's meetings after one another. */
export async function listDue(db: Database): Promise<DueDocument[]> {
  const { rows } = await sql<DueDocument>`
    select d.municipality_id as "municipalityId", d.id as "documentId", due.wanted, d.revision, ${isCurrent} as "isCurrent"
    from document_check due
    join document d on d.municipality_id = due.municipality_id and d.id = due.document_id
    join meeting at on at.municipality_id = d.municipality_id and at.id = d.meeting_id
    where due.done < due.wanted
    order by d.municipality_id, at.committee_id, at.held_on, at.sitting, d.id`.execute(db);
  return rows;
}

/** Reads what a process needs to check some documents of one municipality. */
export async function loadBatch(db: Database, municipalityId: number, documents: number[]): Promise<CheckBatch> {
  const pairs = await listNeighbours(db, municipalityId, documents);
  const needed = [...new Set([...documents, ...pairs.map(({ neighbour }) => neighbour)])];
  const [texts, held] = await Promise.all([
    listTexts(db, municipalityId, needed),
    listHeldMeetings(db, municipalityId, documents),
  ]);
  const near = Map.groupBy(pairs, ({ document }) => document);
  const targets = texts
    .filter(({ id }) => documents.includes(id))
    .map(({ id }) => {
      const neighbours = new Set(near.get(id)?.map(({ neighbour }) => neighbour));
      return { id, neighbours: texts.flatMap((text) => (neighbours.has(text.id) ? text.id : [])) };
    });
  return { texts, targets, held };
}

/** In the order of time, so that what is said later is compared with what was said before. */
async function listTexts(db: Database, municipalityId: number, documents: number[]): Promise<BatchText[]> {
  const { rows } = await sql<Omit<BatchText, "corrections"> & { corrections: unknown }>`
    select d.id, r.file_name as "fileName", r.format, r.pages, r.text, coalesce(corrected.corrections, '[]') as corrections
    from document d
    join document_revision r on r.municipality_id = d.municipality_id and r.document_id = d.id and r.revision = d.revision
    join meeting at on at.municipality_id = d.municipality_id and at.id = d.meeting_id
    left join corrected_revision corrected on corrected.municipality_id = d.municipality_id
      and corrected.document_id = d.id and corrected.revision = d.revision
    where d.municipality_id = ${municipalityId} and d.id = any(${documents}::bigint[])
    order by at.held_on, at.sitting, d.id`.execute(db);
  return rows.map(({ corrections, ...text }) => ({ ...text, corrections: correctionsShape.parse(corrections) }));
}

/** Of the meetings that the documents refer to, those with minutes in the archive, and their items' numbers. */
async function listHeldMeetings(db: Database, municipalityId: number, documents: number[]): Promise<HeldMeeting[]> {
  const { rows } = await sql<HeldMeeting>`
    select c.name_key as "committeeKey", referred.referred_on as date,
      array_agg(held.number_value) filter (where held.number_value is not null) as numbers
    from (
      select distinct r.committee_key, r.referred_on
      from item join reference r on r.municipality_id = item.municipality_id and r.item_id = item.id
      where item.municipality_id = ${municipalityId} and item.document_id = any(${documents}::bigint[])
    ) as referred
    join committee c on c.municipality_id = ${municipalityId} and c.name_key = referred.committee_key
    join meeting m on m.municipality_id = ${municipalityId} and m.committee_id = c.id and m.held_on = referred.referred_on
      and m.kind = 'minutes'
    join item held on held.municipality_id = ${municipalityId} and held.meeting_id = m.id
    group by c.name_key, referred.referred_on
    having count(held.number_value) > 0`.execute(db);
  return rows;
}
