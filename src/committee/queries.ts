import { sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Database } from "#database/connect.ts";
import type { CommitteeKind } from "#database/schema.ts";
import type { MemberRow } from "./members.ts";

type Name = { slug: string; name: string };

export type Committee = {
  id: number;
  municipalityId: number;
  municipality: Name;
  slug: string;
  name: string;
  kind: CommitteeKind;
  terms: string[];
  /** The committee that took over its work, and those whose work it took over. */
  successor: Name | null;
  predecessors: Name[];
};

export async function findCommittee(db: Database, municipality: string, slug: string): Promise<Committee | undefined> {
  const row = await db
    .selectFrom("committee as c")
    .innerJoin("municipality as town", "town.id", "c.municipality_id")
    .select((eb) => [
      "c.id",
      "c.municipality_id as municipalityId",
      sql<Name>`json_build_object('slug', town.slug, 'name', town.name)`.as("municipality"),
      "c.slug",
      "c.name",
      "c.kind",
      jsonArrayFrom(
        eb
          .selectFrom("committee_term as t")
          .select("t.term")
          .whereRef("t.municipality_id", "=", "c.municipality_id")
          .whereRef("t.committee_id", "=", "c.id")
          .orderBy("t.starts_on"),
      ).as("terms"),
      jsonObjectFrom(
        eb
          .selectFrom("committee as other")
          .select(["other.slug", "other.name"])
          .whereRef("other.municipality_id", "=", "c.municipality_id")
          .whereRef("other.id", "=", "c.successor_id"),
      ).as("successor"),
      jsonArrayFrom(
        eb
          .selectFrom("committee as other")
          .select(["other.slug", "other.name"])
          .whereRef("other.municipality_id", "=", "c.municipality_id")
          .whereRef("other.successor_id", "=", "c.id")
          .orderBy("other.name"),
      ).as("predecessors"),
    ])
    .where("town.slug", "=", municipality)
    .where("c.slug", "=", slug)
    .executeTakeFirst();
  return row && { ...row, terms: row.terms.map(({ term }) => term) };
}

/** Whoever the committee's meetings name, once for each party they were named with. */
export async function listMemberRows(
  db: Database,
  { municipalityId, id }: Pick<Committee, "municipalityId" | "id">,
): Promise<MemberRow[]> {
  return db
    .selectFrom("meeting")
    .innerJoin("attendance", (join) =>
      join
        .onRef("attendance.municipality_id", "=", "meeting.municipality_id")
        .onRef("attendance.meeting_id", "=", "meeting.id"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.municipality_id", "=", "attendance.municipality_id")
        .onRef("person.id", "=", "attendance.person_id"),
    )
    .select(({ fn }) => [
      "person.slug",
      "person.name",
      "attendance.party",
      fn.min("meeting.held_on").as("first"),
      fn.max("meeting.held_on").as("last"),
      fn.countAll<number>().filterWhere("attendance.attendance", "!=", "substitute").as("seats"),
      fn.countAll<number>().filterWhere("attendance.attendance", "=", "present").as("present"),
      fn.countAll<number>().filterWhere("attendance.attendance", "=", "substitute").as("substitute"),
    ])
    .where("meeting.municipality_id", "=", municipalityId)
    .where("meeting.committee_id", "=", id)
    .groupBy(["person.slug", "person.name", "attendance.party"])
    .execute();
}
