import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";

export type CommitteeChoice = { id: number; slug: string; name: string };

/** The municipality's committees that still meet, the council and the finance committee first. */
export async function listCommitteeChoices(db: Database, municipalityId: number): Promise<CommitteeChoice[]> {
  return db
    .selectFrom("committee")
    .select(["id", "slug", "name"])
    .where("municipality_id", "=", municipalityId)
    .where("successor_id", "is", null)
    .orderBy(sql`case kind when 'council' then 0 when 'finance-committee' then 1 else 2 end`)
    .orderBy("name")
    .execute();
}

export type MeetingChoice = { id: number; committeeId: number; date: string };

/** Planned meetings to come, and those that are chosen already, in the order of time. */
export async function listMeetingChoices(
  db: Database,
  municipalityId: number,
  chosen: number[],
): Promise<MeetingChoice[]> {
  return db
    .selectFrom("planned_meeting")
    .select(["id", "committee_id as committeeId", "held_on as date"])
    .where("municipality_id", "=", municipalityId)
    .where((eb) =>
      eb.or([
        eb.and([eb("held_on", ">=", dayInDenmark(new Date())), eb("cancelled_at", "is", null)]),
        ...(chosen.length > 0 ? [eb("id", "in", chosen)] : []),
      ]),
    )
    .orderBy("held_on")
    .orderBy("start_time")
    .limit(500)
    .execute();
}

export type TemplateChoice = { id: number; name: string };

/** The templates of a committee and of the whole municipality that are in use. */
export async function listTemplateChoices(
  db: Database,
  municipalityId: number,
  committeeId: number,
): Promise<TemplateChoice[]> {
  return db
    .selectFrom("paper_template")
    .select(["id", "name"])
    .where("municipality_id", "=", municipalityId)
    .where("ended_at", "is", null)
    .where((eb) => eb.or([eb("committee_id", "is", null), eb("committee_id", "=", committeeId)]))
    .orderBy(sql`committee_id is null`)
    .orderBy("name")
    .execute();
}
