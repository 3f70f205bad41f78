import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { type Citation, type NumberedMeeting, type YearOfCommittee, yearOfCommittee } from "./gaps.ts";

type Which = { municipalityId: number; committeeId?: number };

export type CommitteeGaps = {
  committeeId: number;
  slug: string;
  name: string;
  years: (YearOfCommittee & { outside: number })[];
};

/** What the archive has and lacks, for each committee and calendar year, the newest year first. */
export async function listGaps(db: Database, { municipalityId, committeeId }: Which): Promise<CommitteeGaps[]> {
  const committees = await db
    .selectFrom("committee")
    .select(["id", "slug", "name", "name_key as key"])
    .where("municipality_id", "=", municipalityId)
    .$if(committeeId !== undefined, (query) => query.where("id", "=", committeeId as number))
    .orderBy("name_key")
    .execute();
  const [meetings, citations, outside] = await Promise.all([
    findMeetings(db, municipalityId, committeeId ?? null),
    findCitations(
      db,
      municipalityId,
      committees.map(({ key }) => key),
    ),
    countOutside(db, municipalityId, committeeId ?? null),
  ]);
  return committees.map(({ id, slug, name, key }) => {
    const met = Map.groupBy(
      meetings.filter((meeting) => meeting.committeeId === id),
      ({ day }) => yearOf(day),
    );
    const cited = Map.groupBy(
      citations.filter((citation) => citation.key === key),
      ({ day }) => yearOf(day),
    );
    const years = [...new Set([...met.keys(), ...cited.keys()])].sort((left, right) => right - left);
    return {
      committeeId: id,
      slug,
      name,
      years: years.map((year) => ({
        ...yearOfCommittee(year, met.get(year) ?? [], cited.get(year) ?? []),
        outside: outside.find((count) => count.committeeId === id && count.year === year)?.references ?? 0,
      })),
    };
  });
}

export type BodyOutside = { name: string; citations: number; first: string; last: string };

/** Bodies that references and paths name and that have no meeting in the archive, the most named first. */
export async function listBodiesOutside(db: Database, municipalityId: number): Promise<BodyOutside[]> {
  const { rows } = await sql<BodyOutside>`
    select min(name) as name, count(*) as citations, min(day) as first, max(day) as last
    from (${citations(municipalityId)}) as cited
    where name is not null and not exists (
      select from committee join meeting on meeting.municipality_id = committee.municipality_id and meeting.committee_id = committee.id
      where committee.municipality_id = ${municipalityId} and committee.name_key = cited.key
    )
    group by key order by citations desc, name`.execute(db);
  return rows;
}

export type ReferenceOutside = {
  meetingDay: string;
  sitting: number;
  item: string;
  itemTitle: string;
  text: string;
  committee: string;
  day: string;
  number: number | null;
};

/** References from a committee's items to meetings or items that the archive lacks, the newest first. */
export async function listReferencesOutside(
  db: Database,
  { municipalityId, committeeId, year }: { municipalityId: number; committeeId: number; year?: number },
): Promise<ReferenceOutside[]> {
  const { rows } = await sql<ReferenceOutside>`
    select item.held_on as "meetingDay", meeting.sitting, item.slug as item, item.title as "itemTitle", outside.text,
      coalesce(outside.committee_name, committee.name) as committee, outside.referred_on as day, outside.number_value as number
    from (${outsideReferences(municipalityId)}) as outside
    join item on item.municipality_id = ${municipalityId} and item.id = outside.item_id
    join meeting on meeting.municipality_id = ${municipalityId} and meeting.id = item.meeting_id
    join committee on committee.municipality_id = ${municipalityId} and committee.id = item.committee_id
    where item.committee_id = ${committeeId}
      and (${year ?? null}::integer is null or extract(year from item.held_on) = ${year ?? null}::integer)
    order by item.held_on desc, item.position, outside.position`.execute(db);
  return rows;
}

async function findMeetings(db: Database, municipalityId: number, committeeId: number | null) {
  const { rows } = await sql<NumberedMeeting & { committeeId: number }>`
    select meeting.committee_id as "committeeId", meeting.held_on as day,
      coalesce(array_agg(item.number_value) filter (where item.number_value is not null), '{}') as numbers
    from meeting left join item on item.municipality_id = meeting.municipality_id and item.meeting_id = meeting.id
    where meeting.municipality_id = ${municipalityId}
      and (${committeeId}::bigint is null or meeting.committee_id = ${committeeId}::bigint)
    group by meeting.committee_id, meeting.id, meeting.held_on`.execute(db);
  return rows;
}

async function findCitations(db: Database, municipalityId: number, keys: string[]) {
  const { rows } = await sql<Citation & { key: string }>`
    select distinct key, day, number from (${citations(municipalityId)}) as cited
    where key = any(${keys}::text[])`.execute(db);
  return rows;
}

/**
 * References with a day, and the steps of items' paths up to the day of the item itself: a later step is a plan, and
 * no sign that the meeting was held.
 */
function citations(municipalityId: number) {
  return sql`
    select committee_key as key, committee_name as name, referred_on as day, number_value as number from reference
    where municipality_id = ${municipalityId} and referred_on is not null
    union all
    select treatment.committee_key, treatment.committee_name, treatment.treated_on, null
    from treatment join item on item.municipality_id = treatment.municipality_id and item.id = treatment.item_id
    where treatment.municipality_id = ${municipalityId} and treatment.treated_on <= item.held_on`;
}

/** References with a day to what is not there: no item of that number, or no meeting of that day. */
function outsideReferences(municipalityId: number) {
  return sql`
    select resolved.* from resolved_reference as resolved
    where resolved.municipality_id = ${municipalityId} and resolved.referred_on is not null and resolved.target_item_id is null
      and (resolved.number_value is not null or not exists (
        select from meeting where meeting.municipality_id = resolved.municipality_id
          and meeting.committee_id = resolved.target_committee_id and meeting.held_on = resolved.referred_on
      ))`;
}

async function countOutside(db: Database, municipalityId: number, committeeId: number | null) {
  const { rows } = await sql<{ committeeId: number; year: number; references: number }>`
    select item.committee_id as "committeeId", extract(year from item.held_on)::integer as year, count(*) as "references"
    from (${outsideReferences(municipalityId)}) as outside
    join item on item.municipality_id = ${municipalityId} and item.id = outside.item_id
    where ${committeeId}::bigint is null or item.committee_id = ${committeeId}::bigint
    group by 1, 2`.execute(db);
  return rows;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
