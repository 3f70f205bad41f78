import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { ConsultationRole, PaperState } from "#database/schema-papers.ts";
import type { AgendaDocument } from "#documents/model.ts";
import type { AgendaAt } from "./agenda-change.ts";
import { countMembers, listUnsentBefore, paperFactsOf } from "./agenda-facts-queries.ts";
import { type AgendaMeeting, findAgendaMeeting, readLiveAgenda } from "./agenda-queries.ts";
import { type AgendaWarning, agendaWarnings } from "./agenda-warnings.ts";

type Meeting = Omit<AgendaAt, "version">;

/** All to look at before an agenda is sent, as it stands today; none where there is no agenda. */
export async function listWarnings(db: Database, at: Meeting, today: string): Promise<AgendaWarning[]> {
  const [meeting, document] = await Promise.all([
    findAgendaMeeting(db, at.municipalityId, at.meetingId),
    readLiveAgenda(db, at.municipalityId, at.meetingId),
  ]);
  return meeting && document ? warningsOf(db, at, meeting, document, today) : [];
}

/** The same for who has read meeting and agenda already. */
export async function warningsOf(
  db: Database,
  at: Meeting,
  { committeeId, committee, date, start, end, extraordinary, calledBy }: AgendaMeeting,
  { deadline, items }: AgendaDocument,
  today: string,
): Promise<AgendaWarning[]> {
  const [papers, members, unsentBefore] = await Promise.all([
    paperFactsOf(db, at, committeeId),
    countMembers(db, at, committeeId, today),
    listUnsentBefore(db, at),
  ]);
  return agendaWarnings({
    today,
    deadline,
    committee,
    date,
    start,
    end,
    extraordinary,
    calledBy,
    unsentBefore,
    ...members,
    items: items
      .filter(({ withdrawn }) => withdrawn === null)
      .map((item) => ({ ...item, paper: papers.get(item.id) ?? null })),
  });
}

/** A paper that can be put on an agenda. `plannedHere`: its path names this very meeting. */
export type PaperForAgenda = {
  id: number;
  title: string;
  reference: string;
  closed: boolean;
  state: PaperState;
  responsible: string;
  deadline: string | null;
  role: ConsultationRole;
  plannedHere: boolean;
};

/**
 * Papers whose path says this committee next, and this meeting or none: those that are ready, and those of the committee's
 * own that are still being written or approved. Not those that an agenda of the committee has.
 */
export async function listPapersFor(
  db: Database,
  { municipalityId, meetingId }: Meeting,
  today: string,
  limit = 200,
): Promise<PaperForAgenda[]> {
  const { rows } = await sql<PaperForAgenda>`
    select paper.id, paper.title, paper.reference, paper.closed, paper.state, paper.responsible_name as responsible,
      paper.deadline, step.role, coalesce(step.planned_meeting_id = here.id, false) as "plannedHere"
    from planned_meeting as here
    join consultation as step on step.municipality_id = here.municipality_id and step.committee_id = here.committee_id
      and step.treated_at is null
    join paper on paper.municipality_id = step.municipality_id and paper.id = step.paper_id
    left join planned_meeting as plan
      on plan.municipality_id = step.municipality_id and plan.id = step.planned_meeting_id
    where here.municipality_id = ${municipalityId} and here.id = ${meetingId}
      and (paper.state in ('ready', 'dispatched')
        or (paper.state in ('draft', 'in-approval') and paper.committee_id = here.committee_id))
      and (plan.id is null or plan.id = here.id or plan.cancelled_at is not null or plan.held_on < ${today})
      and not exists (select from agenda_item as item
        join planned_meeting as listed
          on listed.municipality_id = item.municipality_id and listed.id = item.planned_meeting_id
        where item.municipality_id = paper.municipality_id and item.paper_id = paper.id and item.withdrawn_with is null
          and listed.committee_id = here.committee_id and listed.cancelled_at is null)
      and (step.planned_meeting_id = here.id or not exists (select from consultation as earlier
        left join planned_meeting as meeting on meeting.municipality_id = earlier.municipality_id
          and meeting.id = earlier.planned_meeting_id and meeting.cancelled_at is null
        where earlier.municipality_id = paper.municipality_id and earlier.paper_id = paper.id
          and earlier.position < step.position and earlier.treated_at is null
          and (meeting.held_on is null or meeting.held_on > here.held_on)))
    order by (paper.state in ('ready', 'dispatched')) desc, "plannedHere" desc, paper.deadline nulls last, paper.id
    limit ${limit}`.execute(db);
  return rows;
}

/** A coming meeting with what there is of its agenda; `state` null where none is begun. */
export type MeetingOfWork = {
  id: number;
  committee: { id: number; slug: string; name: string };
  date: string;
  start: string;
  end: string | null;
  place: string;
  extraordinary: boolean;
  cancelled: boolean;
  state: "building" | "dispatched" | null;
  items: number;
  closedItems: number;
  rules: { days: number; saturdayCounts: boolean; meetingDayCounts: boolean } | null;
};

/** The meetings of a municipality from a day on, in the order of time, with how far their agendas are. */
export async function listMeetingsOfWork(
  db: Database,
  municipalityId: number,
  from: string,
  limit = 300,
): Promise<MeetingOfWork[]> {
  const { rows } = await sql<MeetingOfWork>`
    select plan.id, json_build_object('id', committee.id, 'slug', committee.slug, 'name', committee.name) as committee,
      plan.held_on as date, to_char(plan.start_time, 'HH24:MI') as start, to_char(plan.end_time, 'HH24:MI') as end,
      plan.place, plan.extraordinary, plan.cancelled_at is not null as cancelled, agenda.state,
      coalesce(counted.items, 0) as items, coalesce(counted.closed, 0) as "closedItems",
      case when rules.committee_id is not null then json_build_object('days', rules.dispatch_days,
        'saturdayCounts', rules.saturday_counts, 'meetingDayCounts', rules.meeting_day_counts) end as rules
    from planned_meeting as plan
    join committee on committee.municipality_id = plan.municipality_id and committee.id = plan.committee_id
    left join committee_rules as rules
      on rules.municipality_id = plan.municipality_id and rules.committee_id = plan.committee_id
    left join agenda on agenda.municipality_id = plan.municipality_id and agenda.planned_meeting_id = plan.id
    left join lateral (select count(*)::integer as items,
        count(*) filter (where item.closed or paper.closed)::integer as closed
      from agenda_item as item
      left join paper on paper.municipality_id = item.municipality_id and paper.id = item.paper_id
      where item.municipality_id = plan.municipality_id and item.planned_meeting_id = plan.id
        and item.withdrawn_with is null) as counted on true
    where plan.municipality_id = ${municipalityId} and plan.held_on >= ${from}
    order by plan.held_on, plan.start_time, committee.name limit ${limit}`.execute(db);
  return rows;
}
