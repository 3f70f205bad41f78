import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import { numbersOf } from "./agenda-numbering-queries.ts";
import { inOrder } from "./agenda-order.ts";
import { readPapers } from "./agenda-paper-queries.ts";
import { dispatchDeadline } from "./dispatch-deadline.ts";
import { printReferences } from "./item-references.ts";
import { findRules } from "./plan-queries.ts";

/**
 * The agenda of a planned meeting, closed items too: who may see them is asked of the caller. While it is built its numbers
 * are counted and its papers read as they stand; once it is sent it is what the latest dispatch kept. Null where none is
 * begun.
 */
export async function readAgenda(
  db: Database,
  municipalityId: number,
  plannedMeetingId: number,
): Promise<AgendaDocument | null> {
  const sent = await db
    .selectFrom("dispatch")
    .select("content")
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", plannedMeetingId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return sent ? (sent.content as unknown as AgendaDocument) : readLiveAgenda(db, municipalityId, plannedMeetingId);
}

/** The agenda as its rows and papers stand now, also when it has been sent: what a dispatch or an addendum keeps. */
export async function readLiveAgenda(
  db: Database,
  municipalityId: number,
  plannedMeetingId: number,
): Promise<AgendaDocument | null> {
  const meeting = await findAgendaMeeting(db, municipalityId, plannedMeetingId);
  return meeting ? composeAgenda(db, { municipalityId, plannedMeetingId }, meeting, readPapers) : null;
}

/**
 * The same for who has found the meeting already. `read` gives the papers: `readPaperHeads` where nobody reads their texts.
 */
export async function composeAgenda(
  db: Database,
  { municipalityId, plannedMeetingId }: { municipalityId: number; plannedMeetingId: number },
  meeting: AgendaMeeting,
  read: typeof readPapers,
): Promise<AgendaDocument | null> {
  if (meeting.state === null) return null;
  const { committeeId, date } = meeting;
  const [rules, numbers, rows, guests] = await Promise.all([
    findRules(db, municipalityId, committeeId),
    numbersOf(db, { municipalityId, committeeId }, date.slice(0, 4)),
    listAgendaRows(db, municipalityId, plannedMeetingId),
    listGuests(db, municipalityId, plannedMeetingId),
  ]);
  const paperIds = rows.flatMap(({ paperId }) => paperId ?? []);
  const papers = await read(db, municipalityId, committeeId, paperIds);
  const items = rows.map(({ paperId, withdrawnWith, withdrawnReason, ...row }) => {
    const paper = paperId === null ? undefined : papers.get(paperId);
    return {
      ...row,
      number: numbers.get(row.id) ?? 0,
      title: paper?.title ?? row.title,
      text: printReferences(row.text, numbers),
      lateReason: row.lateReason && printReferences(row.lateReason, numbers),
      reference: paper?.reference ?? null,
      closed: row.closed || (paper?.closed ?? false),
      closedGround: row.closedGround ?? paper?.closedGround ?? null,
      guests: guests.flatMap(({ itemId, name, from, until }) => (itemId === row.id ? [{ name, from, until }] : [])),
      path: paper?.path ?? [],
      recommendations: paper?.recommendations ?? [],
      sections: paper?.sections ?? [],
      attachments: paper?.attachments ?? [],
      withdrawn: withdrawnWith === null ? null : { with: withdrawnWith, reason: withdrawnReason ?? "" },
    };
  });
  return {
    municipality: meeting.municipality,
    committee: meeting.committee,
    date,
    start: meeting.start,
    end: meeting.end,
    place: meeting.place,
    extraordinary: meeting.extraordinary,
    deadline: dispatchDeadline(date, rules),
    dispatchedAt: meeting.dispatchedAt?.toISOString() ?? null,
    dispatchNumber: meeting.dispatchNumber ?? 0,
    items: inOrder(items).map(({ position: _position, place: _place, ...item }): AgendaItem => item),
  };
}

export type AgendaMeeting = NonNullable<Awaited<ReturnType<typeof findAgendaMeeting>>>;

/** A planned meeting, and how far its agenda is; `state` and `version` null where none is begun. */
export async function findAgendaMeeting(db: Database, municipalityId: number, plannedMeetingId: number) {
  return db
    .selectFrom("planned_meeting as plan")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "plan.municipality_id")
        .onRef("committee.id", "=", "plan.committee_id"),
    )
    .innerJoin("municipality as town", "town.id", "plan.municipality_id")
    .leftJoin("agenda", (join) =>
      join
        .onRef("agenda.municipality_id", "=", "plan.municipality_id")
        .onRef("agenda.planned_meeting_id", "=", "plan.id"),
    )
    .select((eb) => {
      const dispatches = eb
        .selectFrom("dispatch")
        .whereRef("dispatch.municipality_id", "=", "plan.municipality_id")
        .whereRef("dispatch.planned_meeting_id", "=", "plan.id");
      return [
        "agenda.state",
        "agenda.version",
        "agenda.called_by as calledBy",
        "plan.committee_id as committeeId",
        "committee.name as committee",
        "committee.slug as committeeSlug",
        "town.name as municipality",
        "plan.held_on as date",
        sql<string>`to_char(plan.start_time, 'HH24:MI')`.as("start"),
        sql<string | null>`to_char(plan.end_time, 'HH24:MI')`.as("end"),
        "plan.place",
        "plan.extraordinary",
        "plan.version as planVersion",
        "plan.moved_from as movedFrom",
        "plan.reason",
        sql<boolean>`plan.cancelled_at is not null`.as("cancelled"),
        // The first time it was sent; addenda are counted after it.
        dispatches.select("dispatched_at").where("dispatch.number", "=", 0).as("dispatchedAt"),
        dispatches.select(({ fn }) => fn.max("dispatch.number").as("number")).as("dispatchNumber"),
      ];
    })
    .where("plan.municipality_id", "=", municipalityId)
    .where("plan.id", "=", plannedMeetingId)
    .executeTakeFirst();
}

/** The rows of an agenda, in no order. Times are "HH:MM". */
export async function listAgendaRows(db: Database, municipalityId: number, plannedMeetingId: number) {
  return db
    .selectFrom("agenda_item")
    .select([
      "id",
      "position",
      "place",
      "kind",
      "paper_id as paperId",
      "title",
      "text",
      "closed",
      "closed_ground as closedGround",
      sql<string | null>`to_char(starts_at, 'HH24:MI')`.as("startsAt"),
      "minutes",
      "late_reason as lateReason",
      sql<number>`coalesce(came_with, 0)`.as("cameWith"),
      "withdrawn_with as withdrawnWith",
      "withdrawn_reason as withdrawnReason",
    ])
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", plannedMeetingId)
    .execute();
}

/** Who is invited to the items of an agenda, in order. */
export async function listGuests(db: Database, municipalityId: number, plannedMeetingId: number) {
  return db
    .selectFrom("agenda_guest as guest")
    .innerJoin("agenda_item as item", (join) =>
      join.onRef("item.municipality_id", "=", "guest.municipality_id").onRef("item.id", "=", "guest.agenda_item_id"),
    )
    .select([
      "guest.agenda_item_id as itemId",
      "guest.name",
      "guest.user_id as userId",
      "guest.email",
      "guest.language",
      sql<string | null>`to_char(guest.from_time, 'HH24:MI')`.as("from"),
      sql<string | null>`to_char(guest.until_time, 'HH24:MI')`.as("until"),
    ])
    .where("guest.municipality_id", "=", municipalityId)
    .where("item.planned_meeting_id", "=", plannedMeetingId)
    .orderBy("guest.position")
    .execute();
}
