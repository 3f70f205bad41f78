import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

export type Municipality = { id: number; slug: string; name: string; isExample: boolean };

export async function findMunicipality(db: Database, slug: string): Promise<Municipality | undefined> {
  return db
    .selectFrom("municipality")
    .select(["id", "slug", "name", "is_example as isExample"])
    .where("slug", "=", slug)
    .executeTakeFirst();
}

/** All municipalities by name, and nothing of what they have. */
export async function listMunicipalityNames(db: Database): Promise<Omit<Municipality, "isExample">[]> {
  return db.selectFrom("municipality").select(["id", "slug", "name"]).orderBy("name").execute();
}

export type MunicipalitySummary = {
  id: number;
  slug: string;
  name: string;
  isExample: boolean;
  meetings: number;
  committees: number;
  latest: string | null;
};

/** All municipalities by name, with what the archive has of them. */
export async function listMunicipalities(db: Database): Promise<MunicipalitySummary[]> {
  return db
    .selectFrom("municipality")
    .leftJoin("meeting", "meeting.municipality_id", "municipality.id")
    .select(({ fn }) => [
      "municipality.id",
      "municipality.slug",
      "municipality.name",
      "municipality.is_example as isExample",
      fn.count<number>("meeting.id").as("meetings"),
      fn.count<number>("meeting.committee_id").distinct().as("committees"),
      fn.max("meeting.held_on").as("latest"),
    ])
    .groupBy(["municipality.id", "municipality.slug", "municipality.name", "municipality.is_example"])
    .orderBy("municipality.name")
    .execute();
}

export type CommitteeSummary = {
  slug: string;
  name: string;
  meetings: number;
  latest: string | null;
  isFormer: boolean;
};

/** A municipality's committees, the council and those that still meet first. `isFormer`: another has taken over. */
export async function listCommittees(db: Database, municipalityId: number): Promise<CommitteeSummary[]> {
  const rank = sql<number>`case committee.kind when 'council' then 0 when 'finance-committee' then 1 else 2 end`;
  return db
    .selectFrom("committee")
    .leftJoin("meeting", (join) =>
      join
        .onRef("meeting.municipality_id", "=", "committee.municipality_id")
        .onRef("meeting.committee_id", "=", "committee.id"),
    )
    .select(({ fn }) => [
      "committee.slug",
      "committee.name",
      fn.count<number>("meeting.id").as("meetings"),
      fn.max("meeting.held_on").as("latest"),
      sql<boolean>`committee.successor_id is not null`.as("isFormer"),
    ])
    .where("committee.municipality_id", "=", municipalityId)
    .groupBy(["committee.slug", "committee.name", "committee.kind", "committee.successor_id"])
    .orderBy("isFormer")
    .orderBy(rank)
    .orderBy("committee.name")
    .execute();
}

export type DueCommitment = {
  text: string;
  due: string;
  isPast: boolean;
  committee: { slug: string; name: string };
  date: string;
  sitting: number;
  item: string;
};

/** The promises whose time is nearest to `today`: first those to come, then the latest past. */
export async function listNearestCommitments(
  db: Database,
  municipalityId: number,
  today: string,
  limit: number,
): Promise<DueCommitment[]> {
  const rows = await db
    .selectFrom("commitment")
    .innerJoin("item", (join) =>
      join.onRef("item.municipality_id", "=", "commitment.municipality_id").onRef("item.id", "=", "commitment.item_id"),
    )
    .innerJoin("meeting", (join) =>
      join.onRef("meeting.municipality_id", "=", "item.municipality_id").onRef("meeting.id", "=", "item.meeting_id"),
    )
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "item.municipality_id")
        .onRef("committee.id", "=", "item.committee_id"),
    )
    .select([
      "commitment.text",
      "commitment.due",
      sql<boolean>`commitment.due_on < ${today}`.as("isPast"),
      "committee.slug",
      "committee.name",
      "item.held_on as date",
      "meeting.sitting",
      "item.slug as item",
    ])
    .where("commitment.municipality_id", "=", municipalityId)
    .where("commitment.due_on", "is not", null)
    .orderBy(sql`commitment.due_on < ${today}`)
    .orderBy(sql`abs(commitment.due_on - ${today}::date)`)
    .orderBy("commitment.item_id")
    .limit(limit)
    .execute();
  return rows.map(({ slug, name, due, ...row }) => ({ ...row, due: due ?? "", committee: { slug, name } }));
}
