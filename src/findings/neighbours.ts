import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/**
 * A document is compared with those of the committee's last meetings and with those that its items refer to. Both are
 * bounded, so that the work grows with the documents alone.
 */
const MEETINGS_BACK = 3;
const REFERRED_TO = 5;
/** Of the documents that refer to a meeting, so many are looked at again when it comes into the archive later. */
const REFERRING = 100;

/** Of a meeting's documents the minutes stand for the agenda they grew from. */
export const isCurrent = sql<boolean>`(d.kind = 'minutes' or not exists (
  select from document minutes where minutes.municipality_id = d.municipality_id and minutes.meeting_id = d.meeting_id
    and minutes.kind = 'minutes'))`;

/** The documents to compare each of some with; always of an earlier day or an earlier meeting of that day. */
export async function listNeighbours(
  db: Database,
  municipalityId: number,
  documents: number[],
): Promise<{ document: number; neighbour: number }[]> {
  const { rows } = await sql<{ document: number; neighbour: number }>`
    select own.id as document, near.id as neighbour
    from document own
    join meeting at on at.municipality_id = own.municipality_id and at.id = own.meeting_id
    cross join lateral (
      select d.id from (
        select before.id from meeting before
        where before.municipality_id = at.municipality_id and before.committee_id = at.committee_id
          and (before.held_on, before.sitting) < (at.held_on, at.sitting)
        order by before.held_on desc, before.sitting desc limit ${MEETINGS_BACK}
      ) as before
      join document d on d.municipality_id = own.municipality_id and d.meeting_id = before.id and ${isCurrent}
      union
      (select d.id from item
        join resolved_reference r on r.municipality_id = item.municipality_id and r.item_id = item.id
        join meeting there on there.municipality_id = r.municipality_id
          and there.committee_id = r.target_committee_id and there.held_on = r.referred_on
        join document d on d.municipality_id = there.municipality_id and d.meeting_id = there.id and ${isCurrent}
        where item.municipality_id = own.municipality_id and item.document_id = own.id
          and there.held_on < at.held_on
        group by d.id order by min(item.position), d.id limit ${REFERRED_TO})
    ) as near
    where own.municipality_id = ${municipalityId} and own.id = any(${documents}::bigint[])
    order by own.id, near.id`.execute(db);
  return rows;
}

/**
 * Asks for documents to be recomputed, with all that are compared with them: their meetings' other documents, the
 * committee's next meetings, and those that refer to them. To be called in the transaction that writes the documents,
 * when it holds the lock on `archive_state`: then of two imports at once the later sees the earlier.
 */
export async function wantChecks(db: Database, municipalityId: number, documents: number[]): Promise<void> {
  await sql`
    with own as (
      select document.id, at.id as meeting_id, at.committee_id, at.held_on, at.sitting, committee.name_key
      from document
      join meeting at on at.municipality_id = document.municipality_id and at.id = document.meeting_id
      join committee on committee.municipality_id = at.municipality_id and committee.id = at.committee_id
      where document.municipality_id = ${municipalityId} and document.id = any(${documents}::bigint[])
    ), meetings as (
      select meeting_id from own
      union
      select after.id from own cross join lateral (
        select id from meeting where meeting.municipality_id = ${municipalityId}
          and meeting.committee_id = own.committee_id
          and (meeting.held_on, meeting.sitting) > (own.held_on, own.sitting)
        order by meeting.held_on, meeting.sitting limit ${MEETINGS_BACK}) as after
    ), affected as (
      select d.id from meetings join document d on d.municipality_id = ${municipalityId} and d.meeting_id = meetings.meeting_id
      union
      select referring.document_id from own cross join lateral (
        select item.document_id from reference r
        join item on item.municipality_id = r.municipality_id and item.id = r.item_id
        where r.municipality_id = ${municipalityId} and r.committee_key = own.name_key and r.referred_on = own.held_on
        group by item.document_id order by item.document_id limit ${REFERRING}) as referring
    )
    insert into document_check (municipality_id, document_id)
    select ${municipalityId}::integer, id from affected order by id
    on conflict (municipality_id, document_id) do update set wanted = document_check.wanted + 1`.execute(db);
}
