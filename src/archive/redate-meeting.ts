import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { wantChecks } from "#findings/neighbours.ts";
import { redateSearchRows } from "#search/store.ts";
import { raiseRevision } from "./raise-revision.ts";

/**
 * Puts a meeting of the archive on another day, "YYYY-MM-DD", with its items, its findings, the index, and the references that
 * point to it. Where the committee has a meeting that day it becomes a further sitting. Belongs in a transaction.
 */
export async function redateMeeting(
  trx: Database,
  municipalityId: number,
  meetingId: number,
  heldOn: string,
): Promise<void> {
  await sql`
    update reference set referred_on = ${heldOn}
    from meeting join committee on committee.municipality_id = meeting.municipality_id and committee.id = meeting.committee_id
    where meeting.municipality_id = ${municipalityId} and meeting.id = ${meetingId}
      and reference.municipality_id = meeting.municipality_id and reference.referred_on = meeting.held_on
      and reference.committee_key = committee.name_key
      and exists (select from item where item.municipality_id = meeting.municipality_id and item.meeting_id = meeting.id
        and item.number_value = reference.number_value)`.execute(trx);
  await sql`
    update meeting set held_on = ${heldOn}, sitting = coalesce((select max(other.sitting) from meeting as other
      where other.municipality_id = meeting.municipality_id and other.committee_id = meeting.committee_id
        and other.held_on = ${heldOn}), 0) + 1
    where municipality_id = ${municipalityId} and id = ${meetingId}`.execute(trx);
  const { rows: items } = await sql<{ id: number }>`update item set held_on = ${heldOn}
    where municipality_id = ${municipalityId} and meeting_id = ${meetingId} returning id`.execute(trx);
  const { rows: documents } = await sql<{ id: number }>`select id from document
    where municipality_id = ${municipalityId} and meeting_id = ${meetingId}`.execute(trx);
  const documentIds = documents.map(({ id }) => id);
  await sql`update finding set held_on = ${heldOn}
    where municipality_id = ${municipalityId} and document_id = any(${documentIds}::bigint[])`.execute(trx);
  await redateSearchRows(
    trx,
    municipalityId,
    items.map(({ id }) => id),
    heldOn,
  );
  await raiseRevision(trx);
  await wantChecks(trx, municipalityId, documentIds);
}
