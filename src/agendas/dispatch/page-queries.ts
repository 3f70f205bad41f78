import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { AgendaChange } from "#documents/agenda-changes.ts";
import type { AgendaDocument } from "#documents/model.ts";
import type { Actor } from "#identity/actor.ts";
import { auditClosedRead } from "#identity/audit-closed-read.ts";
import { listPapersFor, type PaperForAgenda, warningsOf } from "../agenda-building-queries.ts";
import { type AgendaMeeting, findAgendaMeeting, readAgenda, readLiveAgenda } from "../agenda-queries.ts";
import { type AgendaWarning, isLate } from "../agenda-warnings.ts";
import { mayBuildAgenda } from "../policy.ts";
import { isReady, listUnsentChanges } from "./dispatch-addendum.ts";
import { listItemRows } from "./item-rows.ts";
import { type InvitedGuest, listGuestMails, listInvited } from "./guests.ts";
import { listRecipients, type Mail, type Recipient } from "./recipients.ts";

type Meeting = { municipalityId: number; meetingId: number };

/** A mail of a dispatch as the page tells of it. */
export type Receipt = {
  name: string;
  email: string;
  role: Mail["role"];
  kind: Mail["kind"];
  language: Mail["language"];
  /** Of a guest: the number of their item, and when they were told to come. */
  item: number | null;
  from: string | null;
  until: string | null;
  attempts: number;
  sentAt: Date | null;
};

/** A dispatch with its receipts; `publicSha256`: its public PDF in the archive, null until it is there. */
export type Sent = {
  number: number;
  at: Date;
  by: string;
  late: boolean;
  publicSha256: string | null;
  receipts: Receipt[];
};

export type DispatchPage = {
  meeting: AgendaMeeting;
  document: AgendaDocument;
  late: boolean;
  recipients: Recipient[];
  /** Who is invited to an item and gets a mail. */
  guests: InvitedGuest[];
  warnings: AgendaWarning[];
  /** Newest first; empty before the agenda is sent. */
  sent: Sent[];
};

/** All that is asked before an agenda is sent, and what became of it after. Undefined for who may not send it. */
export async function openDispatchPage(
  db: Database,
  actor: Actor,
  at: Meeting,
  today: string,
): Promise<DispatchPage | undefined> {
  const { municipalityId, meetingId } = at;
  const meeting = await findAgendaMeeting(db, municipalityId, meetingId);
  const place = meeting && { municipalityId, committeeId: meeting.committeeId };
  if (!meeting || !place || !mayBuildAgenda(actor, place)) return undefined;
  const building = meeting.state === "building";
  const document = building
    ? await readLiveAgenda(db, municipalityId, meetingId)
    : await readAgenda(db, municipalityId, meetingId);
  if (!document) return undefined;
  const [recipients, guests, warnings, sent] = await Promise.all([
    listRecipients(db, place, today),
    building ? listInvited(db, at) : [],
    building ? warningsOf(db, at, meeting, document, today) : [],
    building ? [] : listSent(db, at, new Map(document.items.map(({ id, number }) => [id, number]))),
  ]);
  return { meeting, document, late: today > document.deadline, recipients, guests, warnings, sent };
}

async function listSent(
  db: Database,
  { municipalityId, meetingId }: Meeting,
  numbers: ReadonlyMap<number, number>,
): Promise<Sent[]> {
  const [dispatches, mails] = await Promise.all([
    db
      .selectFrom("dispatch")
      .select(["number", "dispatched_at as at", "dispatched_by_name as by", "late", "public_sha256 as publicSha256"])
      .where("municipality_id", "=", municipalityId)
      .where("planned_meeting_id", "=", meetingId)
      .orderBy("number", "desc")
      .execute(),
    db
      .selectFrom("dispatch_recipient")
      .select([
        "number",
        "name",
        "email",
        sql<Mail["role"]>`role`.as("role"),
        "kind",
        "language",
        "item_id as itemId",
        sql<string | null>`to_char(from_time, 'HH24:MI')`.as("from"),
        sql<string | null>`to_char(until_time, 'HH24:MI')`.as("until"),
        "attempts",
        "sent_at as sentAt",
      ])
      .where("municipality_id", "=", municipalityId)
      .where("planned_meeting_id", "=", meetingId)
      .orderBy("position")
      .execute(),
  ]);
  return dispatches.map((dispatch) => ({
    ...dispatch,
    receipts: mails
      .filter(({ number }) => number === dispatch.number)
      .map(({ number: _number, itemId, ...mail }) => ({
        ...mail,
        item: itemId === null ? null : (numbers.get(itemId) ?? null),
      })),
  }));
}

export type AddendumPage = {
  meeting: AgendaMeeting;
  items: { id: number; number: number; title: string; closed: boolean }[];
  papers: PaperForAgenda[];
  changes: AgendaChange[];
  /** True when what is added now needs a reason. */
  late: boolean;
};

/** What an addendum can do. Undefined before the agenda is sent, and for who may not send it. Closed reads are noted. */
export async function openAddendumPage(
  db: Database,
  actor: Actor,
  at: Meeting,
  today: string,
): Promise<AddendumPage | undefined> {
  const { municipalityId, meetingId } = at;
  const meeting = await findAgendaMeeting(db, municipalityId, meetingId);
  if (!meeting || meeting.state !== "dispatched") return undefined;
  if (!mayBuildAgenda(actor, { municipalityId, committeeId: meeting.committeeId })) return undefined;
  const [before, live, rows, waiting, guests] = await Promise.all([
    readAgenda(db, municipalityId, meetingId),
    readLiveAgenda(db, municipalityId, meetingId),
    listItemRows(db, at),
    listPapersFor(db, at, today),
    listGuestMails(db, at),
  ]);
  if (!before || !live) return undefined;
  const items = before.items.filter(({ withdrawn }) => !withdrawn);
  const papers = waiting.filter(({ state }) => isReady(state));
  const subjects = items
    .filter(({ closed }) => closed)
    .map(({ id }) => {
      const paperId = rows.find((row) => row.id === id)?.paperId;
      return paperId ? `paper:${paperId}` : `agenda-item:${id}`;
    });
  const closedPapers = papers.filter(({ closed }) => closed).map(({ id }) => `paper:${id}`);
  await auditClosedRead(db, actor, municipalityId, [...subjects, ...closedPapers]);
  return {
    meeting,
    items: items.map(({ id, number, title, closed }) => ({ id, number, title, closed })),
    papers,
    changes: listUnsentChanges(
      before,
      live,
      guests.flatMap(({ guestOf }) => guestOf?.itemId ?? []),
    ),
    late: isLate({ kind: "note" }, { today, deadline: live.deadline }),
  };
}
