import { type RawBuilder, sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { MeetingAddress } from "./meeting-queries.ts";

/** What became of a meeting after it was planned. Days are "YYYY-MM-DD"; the reason is what the public plan says. */
export type MeetingChange = { movedFrom: string | null; cancelled: boolean; reason: string | null };

/** In a statement: a meeting's change, by the alias of its row; null where it is held as planned, or nobody planned it here. */
export const meetingChange = (meeting: string): RawBuilder<MeetingChange | null> => sql`(
  select case when plan.moved_from is not null or plan.cancelled_at is not null then json_build_object(
    'movedFrom', plan.moved_from, 'cancelled', plan.cancelled_at is not null, 'reason', plan.reason) end
  from meeting_of_plan as own
  join planned_meeting as plan on plan.municipality_id = own.municipality_id and plan.id = own.planned_meeting_id
  where own.municipality_id = ${sql.ref(`${meeting}.municipality_id`)} and own.meeting_id = ${sql.ref(`${meeting}.id`)}
  order by plan.cancelled_at nulls first, plan.id desc limit 1
)`;

/** Where a meeting is that stood on this day before it was moved. */
export async function findMovedMeeting(
  db: Database,
  { municipality, committee, date }: MeetingAddress,
): Promise<{ date: string; sitting: number } | undefined> {
  const { rows } = await sql<{ date: string; sitting: number }>`
    select meeting.held_on as date, meeting.sitting
    from municipality as town
    join committee on committee.municipality_id = town.id and committee.slug = ${committee}
    join meeting_of_plan as own on own.municipality_id = town.id and ${date}::date = any(own.earlier_days)
    join meeting on meeting.municipality_id = own.municipality_id and meeting.id = own.meeting_id
      and meeting.committee_id = committee.id
    where town.slug = ${municipality}
    order by own.planned_meeting_id desc limit 1`.execute(db);
  return rows[0];
}
