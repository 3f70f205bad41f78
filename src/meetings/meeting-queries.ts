import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { type MeetingSums, meetingSumRows, meetingSums } from "#findings/item-queries.ts";
import type { Attendance, Outcome } from "#minutes/model.ts";
import { type MeetingChange, meetingChange } from "./meeting-change.ts";

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
  change: MeetingChange | null;
  previous: Neighbour | null;
  next: Neighbour | null;
  document: { sha256: string; fileName: string; pages: number | null; revision: number } | null;
  participants: Participant[];
  items: ItemRow[];
  /** What recomputing its figures found. */
  sums: MeetingSums;
};

/**
 * Everything the meeting's page shows, in one statement, written out: the page is the portal's most visited, and
 * putting the statement together anew would take longer than rendering it.
 */
export async function findMeeting(db: Database, at: MeetingAddress): Promise<Meeting | undefined> {
  const { rows } = await sql<Omit<Meeting, "sums"> & { sums: Parameters<typeof meetingSums>[0] }>`
    select
      json_build_object('slug', town.slug, 'name', town.name) as municipality,
      json_build_object('slug', c.slug, 'name', c.name) as committee,
      m.start_time as "startTime", m.end_time as "endTime", m.place, m.kind, ${meetingChange("m")} as change,
      (
        select json_build_object('date', other.held_on, 'sitting', other.sitting) from meeting other
        where other.municipality_id = m.municipality_id and other.committee_id = m.committee_id
          and (other.held_on, other.sitting) < (m.held_on, m.sitting)
        order by other.held_on desc, other.sitting desc limit 1
      ) as previous,
      (
        select json_build_object('date', other.held_on, 'sitting', other.sitting) from meeting other
        where other.municipality_id = m.municipality_id and other.committee_id = m.committee_id
          and (other.held_on, other.sitting) > (m.held_on, m.sitting)
        order by other.held_on, other.sitting limit 1
      ) as next,
      (
        -- 'minutes' before 'agenda': the minutes rather than the agenda they grew from.
        select json_build_object('sha256', r.sha256, 'fileName', r.file_name, 'pages', r.pages, 'revision', r.revision)
        from document d
        join document_revision r
          on r.municipality_id = d.municipality_id and r.document_id = d.id and r.revision = d.revision
        where d.municipality_id = m.municipality_id and d.meeting_id = m.id
        order by d.kind desc limit 1
      ) as document,
      (
        select coalesce(json_agg(json_build_object('name', a.name, 'slug', p.slug, 'party', a.party,
          'attendance', a.attendance, 'substituteFor', a.substitute_for) order by a.position), '[]')
        from attendance a
        join person p on p.municipality_id = a.municipality_id and p.id = a.person_id
        where a.municipality_id = m.municipality_id and a.meeting_id = m.id
      ) as participants,
      (
        select coalesce(json_agg(json_build_object('slug', i.slug, 'number', i.number, 'title', i.title,
          'closed', i.closed, 'outcome', i.outcome, 'attachments', (
            select count(*) from attachment t where t.municipality_id = i.municipality_id and t.item_id = i.id
          )) order by i.position), '[]')
        from item i
        where i.municipality_id = m.municipality_id and i.meeting_id = m.id
      ) as items,
      ${meetingSumRows} as sums
    from municipality town
    join committee c on c.municipality_id = town.id and c.slug = ${at.committee}
    join meeting m on m.municipality_id = c.municipality_id and m.committee_id = c.id
      and m.held_on = ${at.date} and m.sitting = ${at.sitting}
    where town.slug = ${at.municipality}`.execute(db);
  return rows[0] && { ...rows[0], sums: meetingSums(rows[0].sums) };
}
