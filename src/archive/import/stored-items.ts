import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { titleKey } from "#minutes/titles.ts";
import { itemNumber } from "./overlap.ts";
import type { StoredItem } from "./plan-items.ts";
import type { PreparedDocument } from "./prepare.ts";

export async function findStoredItems(db: Database, municipalityId: number, meetingId: number): Promise<StoredItem[]> {
  const { rows } = await sql<Omit<StoredItem, "titleKey"> & { title: string }>`
    select item.id, item.slug, item.number, item.title, item.document_id as "documentId", document.kind as "documentKind"
    from item
    join document on document.municipality_id = item.municipality_id and document.id = item.document_id
    where item.municipality_id = ${municipalityId} and item.meeting_id = ${meetingId}
    order by item.id`.execute(db);
  return rows.map(({ title, ...item }) => ({ ...item, number: itemNumber(item.number), titleKey: titleKey(title) }));
}

/** With all that hangs on them. */
export async function removeItems(db: Database, municipalityId: number, items: number[]): Promise<void> {
  if (items.length === 0) return;
  await sql`delete from item where municipality_id = ${municipalityId} and id = any(${items}::bigint[])`.execute(db);
}

/** Items of several documents stand by their numbers, those without behind. */
export async function orderItems(db: Database, municipalityId: number, meetingId: number): Promise<void> {
  await sql`update item set position = ordered.position
    from (
      select id, row_number() over (order by number_value nulls last, document_id, position) as position
      from item where municipality_id = ${municipalityId} and meeting_id = ${meetingId}
    ) as ordered
    where item.municipality_id = ${municipalityId} and item.id = ordered.id and item.position <> ordered.position`.execute(
    db,
  );
}

/** What the newest document says of the meeting itself; what it leaves out stays. Minutes overrule an agenda. */
export async function updateMeeting(
  db: Database,
  municipalityId: number,
  meetingId: number,
  document: PreparedDocument,
): Promise<{ listKept: boolean }> {
  const { startTime, endTime, place, term, kind } = document;
  const overruled = sql`(meeting.kind = 'minutes' and ${kind}::text = 'agenda')`;
  const { rows } = await sql<{ kind: string }>`update meeting set
      start_time = case when ${overruled} then coalesce(start_time, ${startTime}::time) else coalesce(${startTime}::time, start_time) end,
      end_time = case when ${overruled} then coalesce(end_time, ${endTime}::time) else coalesce(${endTime}::time, end_time) end,
      place = case when ${overruled} then coalesce(place, ${place}::text) else coalesce(${place}::text, place) end,
      term = coalesce(${term}::text, term),
      kind = case when ${kind}::text = 'minutes' then 'minutes' else meeting.kind end
    where municipality_id = ${municipalityId} and id = ${meetingId} returning kind`.execute(db);
  return { listKept: rows[0]?.kind === "minutes" && kind === "agenda" };
}

export async function removeAttendance(db: Database, municipalityId: number, meetingId: number): Promise<void> {
  await sql`delete from attendance where municipality_id = ${municipalityId} and meeting_id = ${meetingId}`.execute(db);
}
