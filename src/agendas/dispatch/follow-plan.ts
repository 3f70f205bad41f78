import { sql } from "kysely";
import { redateMeeting } from "#archive/redate-meeting.ts";
import type { Database } from "#database/connect.ts";

type Moved = {
  municipalityId: number;
  plannedMeetingId: number;
  meetingId: number;
  heldOn: string;
  before: string;
  planVersion: number;
};

/**
 * Meetings whose plan was changed after their agenda was put into the archive. Once there are minutes it is they that tell when
 * the meeting was.
 */
export async function listMoved(db: Database): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select plan.municipality_id as "municipalityId", plan.id as "plannedMeetingId", meeting.id as "meetingId",
      plan.held_on as "heldOn", meeting.held_on as before, plan.version as "planVersion"
    from meeting_of_plan as own
    join planned_meeting as plan on plan.municipality_id = own.municipality_id and plan.id = own.planned_meeting_id
    join meeting on meeting.municipality_id = own.municipality_id and meeting.id = own.meeting_id
    where plan.version > own.plan_version and meeting.kind = 'agenda'`.execute(db);
  return rows;
}

/**
 * Puts such a meeting on its new day in the archive, and asks for its agenda to be printed and read into the archive anew, as
 * a new revision that says when and where the meeting is, or that it is cancelled.
 */
export async function followPlan(db: Database, { municipalityId, plannedMeetingId }: Moved): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select from planned_meeting where municipality_id = ${municipalityId} and id = ${plannedMeetingId}
      for update`.execute(trx);
    const now = (await listMoved(trx)).find(
      (one) => one.municipalityId === municipalityId && one.plannedMeetingId === plannedMeetingId,
    );
    if (!now) return;
    const { meetingId, heldOn, before, planVersion } = now;
    const isElsewhere = heldOn !== before;
    await sql`update meeting_of_plan set plan_version = ${planVersion}, earlier_days = case when ${isElsewhere} then
        array_append(array_remove(array_remove(earlier_days, ${before}::date), ${heldOn}::date), ${before}::date)
        else earlier_days end
      where municipality_id = ${municipalityId} and planned_meeting_id = ${plannedMeetingId}`.execute(trx);
    await sql`update dispatch set public_sha256 = null
      where municipality_id = ${municipalityId} and planned_meeting_id = ${plannedMeetingId}
        and number = (select max(number) from dispatch as last where last.municipality_id = ${municipalityId}
          and last.planned_meeting_id = ${plannedMeetingId})`.execute(trx);
    if (isElsewhere) await redateMeeting(trx, municipalityId, meetingId, heldOn);
  });
}
