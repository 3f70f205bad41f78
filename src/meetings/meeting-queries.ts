import { sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Database } from "#database/connect.ts";
import type { Attendance, Outcome } from "#minutes/model.ts";

export type MeetingAddress = { municipality: string; committee: string; date: string; sitting: number };

/** A meeting's place in its committee's row. */
export type Neighbour = { date: string; sitting: number };

export type Participant = {
  name: string;
  slug: string;
  party: string | null;
  attendance: Attendance;
  substituteFor: string | null;
};

export type ItemRow = {
  slug: string;
  number: string | null;
  title: string;
  closed: boolean;
  outcome: Outcome | null;
  attachments: number;
};

export type Meeting = {
  municipality: { slug: string; name: string };
  committee: { slug: string; name: string };
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  kind: "minutes" | "agenda";
  previous: Neighbour | null;
  next: Neighbour | null;
  document: { sha256: string; fileName: string; pages: number | null; revision: number } | null;
  participants: Participant[];
  items: ItemRow[];
};

/** Everything the meeting's page shows, in one statement: the page is the portal's most visited. */
export async function findMeeting(db: Database, at: MeetingAddress): Promise<Meeting | undefined> {
  return db
    .selectFrom("meeting as m")
    .innerJoin("municipality as town", "town.id", "m.municipality_id")
    .innerJoin("committee as c", (join) =>
      join.onRef("c.municipality_id", "=", "m.municipality_id").onRef("c.id", "=", "m.committee_id"),
    )
    .select((eb) => [
      sql<Meeting["municipality"]>`json_build_object('slug', town.slug, 'name', town.name)`.as("municipality"),
      sql<Meeting["committee"]>`json_build_object('slug', c.slug, 'name', c.name)`.as("committee"),
      "m.start_time as startTime",
      "m.end_time as endTime",
      "m.place",
      "m.kind",
      jsonObjectFrom(
        eb
          .selectFrom("meeting as other")
          .select(["other.held_on as date", "other.sitting"])
          .whereRef("other.municipality_id", "=", "m.municipality_id")
          .whereRef("other.committee_id", "=", "m.committee_id")
          .where(sql<boolean>`(other.held_on, other.sitting) < (m.held_on, m.sitting)`)
          .orderBy("other.held_on", "desc")
          .orderBy("other.sitting", "desc")
          .limit(1),
      ).as("previous"),
      jsonObjectFrom(
        eb
          .selectFrom("meeting as other")
          .select(["other.held_on as date", "other.sitting"])
          .whereRef("other.municipality_id", "=", "m.municipality_id")
          .whereRef("other.committee_id", "=", "m.committee_id")
          .where(sql<boolean>`(other.held_on, other.sitting) > (m.held_on, m.sitting)`)
          .orderBy("other.held_on")
          .orderBy("other.sitting")
          .limit(1),
      ).as("next"),
      jsonObjectFrom(
        eb
          .selectFrom("document as d")
          .innerJoin("document_revision as r", (join) =>
            join
              .onRef("r.municipality_id", "=", "d.municipality_id")
              .onRef("r.document_id", "=", "d.id")
              .onRef("r.revision", "=", "d.revision"),
          )
          .select(["r.sha256", "r.file_name as fileName", "r.pages", "r.revision"])
          .whereRef("d.municipality_id", "=", "m.municipality_id")
          .whereRef("d.meeting_id", "=", "m.id")
          // The minutes rather than the agenda they grew from.
          .orderBy("d.kind", "desc")
          .limit(1),
      ).as("document"),
      jsonArrayFrom(
        eb
          .selectFrom("attendance as a")
          .innerJoin("person as p", (join) =>
            join.onRef("p.municipality_id", "=", "a.municipality_id").onRef("p.id", "=", "a.person_id"),
          )
          .select(["a.name", "p.slug", "a.party", "a.attendance", "a.substitute_for as substituteFor"])
          .whereRef("a.municipality_id", "=", "m.municipality_id")
          .whereRef("a.meeting_id", "=", "m.id")
          .orderBy("a.position"),
      ).as("participants"),
      jsonArrayFrom(
        eb
          .selectFrom("item as i")
          .select([
            "i.slug",
            "i.number",
            "i.title",
            "i.closed",
            "i.outcome",
            sql<number>`(select count(*) from attachment t
              where t.municipality_id = i.municipality_id and t.item_id = i.id)`.as("attachments"),
          ])
          .whereRef("i.municipality_id", "=", "m.municipality_id")
          .whereRef("i.meeting_id", "=", "m.id")
          .orderBy("i.position"),
      ).as("items"),
    ])
    .where("town.slug", "=", at.municipality)
    .where("c.slug", "=", at.committee)
    .where("m.held_on", "=", at.date)
    .where("m.sitting", "=", at.sitting)
    .executeTakeFirst() as Promise<Meeting | undefined>;
}
