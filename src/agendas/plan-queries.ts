import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { defaultRules, type DispatchRules } from "./dispatch-deadline.ts";
import type { PlannedMeeting } from "./planned-meeting.ts";

export type PlannedMeetingOfCommittee = PlannedMeeting & { committee: { slug: string; name: string } };

type Filter = { municipalityId: number; committeeId?: number | undefined; from: string; to?: string | undefined };

/** Planned meetings from a day on, those that are cancelled too, in the order of time. */
export async function listPlanned(
  db: Database,
  { municipalityId, committeeId, from, to }: Filter,
  limit = 500,
): Promise<PlannedMeetingOfCommittee[]> {
  return db
    .selectFrom("planned_meeting as plan")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "plan.municipality_id")
        .onRef("committee.id", "=", "plan.committee_id"),
    )
    .select([
      "plan.id",
      "plan.held_on as date",
      sql<string>`to_char(plan.start_time, 'HH24:MI')`.as("start"),
      sql<string | null>`to_char(plan.end_time, 'HH24:MI')`.as("end"),
      sql<Date>`(plan.held_on + plan.start_time) at time zone 'Europe/Copenhagen'`.as("startsAt"),
      sql<Date | null>`(plan.held_on + plan.end_time) at time zone 'Europe/Copenhagen'`.as("endsAt"),
      "plan.place",
      "plan.extraordinary",
      "plan.moved_from as movedFrom",
      sql<boolean>`plan.cancelled_at is not null`.as("cancelled"),
      "plan.reason",
      "plan.version",
      sql<{ slug: string; name: string }>`json_build_object('slug', committee.slug, 'name', committee.name)`.as(
        "committee",
      ),
    ])
    .where("plan.municipality_id", "=", municipalityId)
    .where("plan.held_on", ">=", from)
    .$if(to !== undefined, (q) => q.where("plan.held_on", "<=", to as string))
    .$if(committeeId !== undefined, (q) => q.where("plan.committee_id", "=", committeeId as number))
    .orderBy("plan.held_on")
    .orderBy("plan.start_time")
    .orderBy("committee.name")
    .limit(limit)
    .execute();
}

/** How a committee counts the days before a meeting; the strict reading of the law where it has not said. */
export async function findRules(db: Database, municipalityId: number, committeeId: number): Promise<DispatchRules> {
  const row = await db
    .selectFrom("committee_rules")
    .select(["dispatch_days as days", "saturday_counts as saturdayCounts", "meeting_day_counts as meetingDayCounts"])
    .where("municipality_id", "=", municipalityId)
    .where("committee_id", "=", committeeId)
    .executeTakeFirst();
  return row ?? defaultRules;
}
