import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Attendance } from "#minutes/model.ts";
import { itemsOf, type ListedItem, listedItem } from "#decisions/listed-item.ts";

export type Person = { id: number; slug: string; name: string };
type Page = { offset: number; limit: number };

export async function findPerson(db: Database, municipalityId: number, slug: string): Promise<Person | undefined> {
  return db
    .selectFrom("person")
    .select(["id", "slug", "name"])
    .where("municipality_id", "=", municipalityId)
    .where("slug", "=", slug)
    .executeTakeFirst();
}

/** Each day a party was printed after the person's name. */
export async function listPartyObservations(db: Database, municipalityId: number, personId: number) {
  return db
    .selectFrom("party_observation")
    .select(["seen_on as day", "party"])
    .where("municipality_id", "=", municipalityId)
    .where("person_id", "=", personId)
    .orderBy("seen_on")
    .orderBy("party")
    .execute();
}

export type YearOfAttendance = { year: number; attendance: Attendance; count: number };

/** How often the person was present, a substitute, excused or absent, a year; by the meetings' lists of participants. */
export async function countAttendance(
  db: Database,
  municipalityId: number,
  personId: number,
): Promise<YearOfAttendance[]> {
  return attendanceOf(db, municipalityId, personId)
    .select((eb) => [
      sql<number>`extract(year from meeting.held_on)::int`.as("year"),
      "attendance.attendance",
      eb.fn.countAll<number>().as("count"),
    ])
    .groupBy(["year", "attendance.attendance"])
    .orderBy("year")
    .orderBy("attendance.attendance")
    .execute();
}

/** How often a committee's members and substitutes were present, excused or absent, a year, all of them together. */
export async function countCommitteeAttendance(
  db: Database,
  municipalityId: number,
  committeeId: number,
): Promise<YearOfAttendance[]> {
  return db
    .selectFrom("meeting")
    .innerJoin("attendance", (join) =>
      join
        .onRef("attendance.municipality_id", "=", "meeting.municipality_id")
        .onRef("attendance.meeting_id", "=", "meeting.id"),
    )
    .where("meeting.municipality_id", "=", municipalityId)
    .where("meeting.committee_id", "=", committeeId)
    .select((eb) => [
      sql<number>`extract(year from meeting.held_on)::int`.as("year"),
      "attendance.attendance",
      eb.fn.countAll<number>().as("count"),
    ])
    .groupBy(["year", "attendance.attendance"])
    .orderBy("year")
    .orderBy("attendance.attendance")
    .execute();
}

export type Seat = { slug: string; name: string; first: string; last: string; meetings: number };

/** The committees whose meetings list the person as other than a substitute, the latest first. */
export async function listSeats(db: Database, municipalityId: number, personId: number): Promise<Seat[]> {
  return attendanceOf(db, municipalityId, personId)
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "meeting.municipality_id")
        .onRef("committee.id", "=", "meeting.committee_id"),
    )
    .where("attendance.attendance", "!=", "substitute")
    .select((eb) => [
      "committee.slug",
      "committee.name",
      eb.fn.min("meeting.held_on").as("first"),
      eb.fn.max("meeting.held_on").as("last"),
      eb.fn.countAll<number>().as("meetings"),
    ])
    .groupBy(["committee.slug", "committee.name"])
    .orderBy("last", "desc")
    .orderBy("committee.name")
    .execute();
}

function attendanceOf(db: Database, municipalityId: number, personId: number) {
  return db
    .selectFrom("attendance")
    .innerJoin("meeting", (join) =>
      join
        .onRef("meeting.municipality_id", "=", "attendance.municipality_id")
        .onRef("meeting.id", "=", "attendance.meeting_id"),
    )
    .where("attendance.municipality_id", "=", municipalityId)
    .where("attendance.person_id", "=", personId);
}

export type ListedDissent = ListedItem & { text: string; others: string[] };

/** Decisions the person did not support, in the minutes' own words and with whom, newest first. */
export async function listDissents(
  db: Database,
  municipalityId: number,
  personId: number,
  page: Page,
): Promise<ListedDissent[]> {
  return dissentsOf(db, municipalityId, personId)
    .select(listedItem)
    .select([
      "dissent.text",
      sql<string[]>`array(select other.name from dissent_by other where other.municipality_id = dissent.municipality_id
        and other.item_id = dissent.item_id and other.decision_position = dissent.decision_position
        and other.dissent_position = dissent.position and other.person_id is distinct from ${personId}
        order by other.position)`.as("others"),
    ])
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .orderBy("dissent.decision_position")
    .orderBy("dissent.position")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

function dissentsOf(db: Database, municipalityId: number, personId: number) {
  return itemsOf(db, municipalityId)
    .innerJoin("dissent", (join) =>
      join.onRef("dissent.municipality_id", "=", "item.municipality_id").onRef("dissent.item_id", "=", "item.id"),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("dissent_by")
          .whereRef("dissent_by.municipality_id", "=", "dissent.municipality_id")
          .whereRef("dissent_by.item_id", "=", "dissent.item_id")
          .whereRef("dissent_by.decision_position", "=", "dissent.decision_position")
          .whereRef("dissent_by.dissent_position", "=", "dissent.position")
          .where("dissent_by.person_id", "=", personId),
      ),
    );
}

export type Substitution = {
  committee: string;
  committeeName: string;
  date: string;
  sitting: number;
  /** Whether the person stepped in, or somebody stepped in for the person. */
  role: "for" | "by";
  /** The other: whom the person replaced, or who replaced the person. */
  name: string;
  slug: string | null;
};

/** Meetings where the person stood in for another or had somebody stand in, newest first. */
export async function listSubstitutions(
  db: Database,
  municipalityId: number,
  personId: number,
  page: Page,
): Promise<Substitution[]> {
  const { rows } = await sql<Substitution>`
    select committee.slug as committee, committee.name as "committeeName", meeting.held_on as date, meeting.sitting,
      pairs.role, pairs.name, person.slug
    from (${pairsOf(municipalityId, personId)}) pairs
    join meeting on meeting.municipality_id = ${municipalityId} and meeting.id = pairs.meeting_id
    join committee on committee.municipality_id = ${municipalityId} and committee.id = meeting.committee_id
    left join person on person.municipality_id = ${municipalityId} and person.id = pairs.other_id
    order by meeting.held_on desc, meeting.id, pairs.name
    limit ${page.limit} offset ${page.offset}
  `.execute(db);
  return rows;
}

/** Who stood in for whom: the replaced one is found by name among those of the same meeting. */
function pairsOf(municipalityId: number, personId: number) {
  return sql`
    select own.meeting_id, 'for' as role, own.substitute_for as name, replaced.person_id as other_id
    from attendance own
    left join attendance replaced on replaced.municipality_id = own.municipality_id
      and replaced.meeting_id = own.meeting_id and replaced.name = own.substitute_for
    where own.municipality_id = ${municipalityId} and own.person_id = ${personId} and own.substitute_for is not null
    union all
    select own.meeting_id, 'by', substitute.name, substitute.person_id
    from attendance own
    join attendance substitute on substitute.municipality_id = own.municipality_id
      and substitute.meeting_id = own.meeting_id and substitute.substitute_for = own.name
    where own.municipality_id = ${municipalityId} and own.person_id = ${personId}`;
}

export type Mention = ListedItem & { text: string };

/** Items whose own decision names the person in full otherwise than as a dissenter, newest first, with the decision's words. */
export async function listMentions(
  db: Database,
  municipalityId: number,
  person: Person,
  page: Page,
): Promise<Mention[]> {
  return mentionsOf(db, municipalityId, person)
    .select(listedItem)
    .select("decision.text")
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .orderBy("decision.position")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

function mentionsOf(db: Database, municipalityId: number, { id, name }: Person) {
  return itemsOf(db, municipalityId)
    .innerJoin("decision", (join) =>
      join.onRef("decision.municipality_id", "=", "item.municipality_id").onRef("decision.item_id", "=", "item.id"),
    )
    .where("decision.is_own", "=", true)
    .where(sql<boolean>`position(${name} in decision.text) > 0`)
    .where(
      sql<boolean>`not exists (select from dissent_by own where own.municipality_id = decision.municipality_id
        and own.item_id = decision.item_id and own.decision_position = decision.position and own.person_id = ${id})`,
    );
}

/** How many dissents, substitutions and mentions a person's lists hold. */
export async function countOfPerson(db: Database, municipalityId: number, person: Person) {
  const [dissents, substitutions, mentions] = await Promise.all([
    dissentsOf(db, municipalityId, person.id).select(countAll).executeTakeFirstOrThrow(),
    sql<{ count: number }>`select count(*) from (${pairsOf(municipalityId, person.id)}) pairs`.execute(db),
    mentionsOf(db, municipalityId, person).select(countAll).executeTakeFirstOrThrow(),
  ]);
  return { dissents: dissents.count, substitutions: substitutions.rows[0]?.count ?? 0, mentions: mentions.count };
}

const countAll = sql<number>`count(*)`.as("count");

export type ListedPerson = {
  slug: string;
  name: string;
  /** The label last seen after the name. */
  party: string | null;
  meetings: number;
  /** The last day the person stood in a list of participants. */
  last: string | null;
};

/** One page of people by name, each with the meetings that list them. */
export async function listPeople(db: Database, municipalityId: number, page: Page): Promise<ListedPerson[]> {
  const { rows } = await sql<ListedPerson>`
    with listed as (
      select id, slug, name, name_key from person where municipality_id = ${municipalityId}
      order by name_key limit ${page.limit} offset ${page.offset}
    ), met as (
      select attendance.person_id, count(*) as meetings, max(meeting.held_on) as last
      from attendance join meeting
        on meeting.municipality_id = attendance.municipality_id and meeting.id = attendance.meeting_id
      where attendance.municipality_id = ${municipalityId} and attendance.person_id in (select id from listed)
      group by attendance.person_id
    ), labelled as (
      select person_id, (max(array[seen_on::text, party]))[2] as party from party_observation
      where municipality_id = ${municipalityId} and person_id in (select id from listed)
      group by person_id
    )
    select slug, name, party, coalesce(meetings, 0) as meetings, last
    from listed left join met on met.person_id = listed.id left join labelled on labelled.person_id = listed.id
    order by name_key
  `.execute(db);
  return rows;
}

export async function countPeople(db: Database, municipalityId: number): Promise<number> {
  const { count } = await db
    .selectFrom("person")
    .where("municipality_id", "=", municipalityId)
    .select(countAll)
    .executeTakeFirstOrThrow();
  return count;
}
