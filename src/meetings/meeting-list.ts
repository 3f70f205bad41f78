import { type ExpressionBuilder, sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Outcome } from "#minutes/model.ts";
import { type MeetingChange, meetingChange } from "./meeting-change.ts";

/** A meeting as a line of a list. `outcomes` counts its items by outcome; `items` counts them all. */
export type MeetingRow = {
  municipality: { slug: string; name: string };
  committee: { slug: string; name: string };
  date: string;
  sitting: number;
  kind: "minutes" | "agenda";
  change: MeetingChange | null;
  items: number;
  outcomes: Partial<Record<Outcome, number>>;
};

/** `year` is "2024". Without `municipalityId` meetings of all municipalities. */
export type MeetingFilter = {
  municipalityId?: number;
  committeeId?: number;
  year?: string | undefined;
  kind?: "minutes" | "agenda";
};

function filtered({ municipalityId, committeeId, year, kind }: MeetingFilter) {
  return ({ and, eb }: ExpressionBuilder<Schema, "meeting">) =>
    and([
      ...(municipalityId === undefined ? [] : [eb("meeting.municipality_id", "=", municipalityId)]),
      ...(committeeId === undefined ? [] : [eb("meeting.committee_id", "=", committeeId)]),
      ...(kind === undefined ? [] : [eb("meeting.kind", "=", kind)]),
      ...(year === undefined
        ? []
        : [eb("meeting.held_on", ">=", `${year}-01-01`), eb("meeting.held_on", "<=", `${year}-12-31`)]),
    ]);
}

/** Meetings, newest first. */
export async function listMeetings(
  db: Database,
  filter: MeetingFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<MeetingRow[]> {
  const rows = await db
    .selectFrom("meeting")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "meeting.municipality_id")
        .onRef("committee.id", "=", "meeting.committee_id"),
    )
    .innerJoin("municipality", "municipality.id", "meeting.municipality_id")
    .select([
      "municipality.slug as municipalitySlug",
      "municipality.name as municipalityName",
      "committee.slug as committeeSlug",
      "committee.name as committeeName",
      "meeting.held_on as date",
      "meeting.sitting",
      "meeting.kind",
      meetingChange("meeting").as("change"),
      // One scan of the meeting's items gives both the number of all and the numbers by outcome.
      sql<Record<string, number>>`coalesce((
        select jsonb_object_agg(coalesce(counted.outcome, ''), counted.items)
        from (
          select item.outcome, count(*) as items from item
          where item.municipality_id = meeting.municipality_id and item.meeting_id = meeting.id
          group by item.outcome
        ) counted), '{}')`.as("counts"),
    ])
    .where(filtered(filter))
    .orderBy("meeting.held_on", "desc")
    .orderBy("meeting.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ counts, ...row }) => {
    const { "": without = 0, ...outcomes } = counts;
    return {
      municipality: { slug: row.municipalitySlug, name: row.municipalityName },
      committee: { slug: row.committeeSlug, name: row.committeeName },
      date: row.date,
      sitting: row.sitting,
      kind: row.kind,
      change: row.change,
      items: Object.values(outcomes).reduce((sum, items) => sum + items, without),
      outcomes,
    };
  });
}

/** Years with meetings, newest first, with how many; the sum is the number of all. `year` in the filter is not looked at. */
export async function countMeetingsByYear(
  db: Database,
  filter: Omit<MeetingFilter, "year">,
): Promise<{ year: string; meetings: number }[]> {
  const year = sql<string>`to_char(meeting.held_on, 'YYYY')`;
  return db
    .selectFrom("meeting")
    .select(({ fn }) => [year.as("year"), fn.countAll<number>().as("meetings")])
    .where(filtered(filter))
    .groupBy(year)
    .orderBy("year", "desc")
    .execute();
}
