import type { Database } from "#database/connect.ts";

/** An agenda's items as far as sending goes. */
export async function listItemRows(
  db: Database,
  { municipalityId, meetingId }: { municipalityId: number; meetingId: number },
) {
  return db
    .selectFrom("agenda_item")
    .select(["id", "kind", "paper_id as paperId", "position", "withdrawn_with as withdrawnWith"])
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", meetingId)
    .orderBy("id")
    .execute();
}
