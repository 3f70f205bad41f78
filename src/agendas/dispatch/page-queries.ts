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
import { listRecipients, type Recipient } from "./recipients.ts";

type Meeting = { municipalityId: number; meetingId: number };

/** A mail of a dispatch as the page tells of it. */
export type Receipt = {
  name: string;
  email: string;
  role: string;
  kind: "dispatch" | "moved" | "cancelled";
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
  const [recipients, warnings, sent] = await Promise.all([
    listRecipients(db, place, today),
    building ? warningsOf(db, at, meeting, document, today) : [],
    building ? [] : listSent(db, at),
  ]);
  return { meeting, document, late: today > document.deadline, recipients, warnings, sent };
}

async function listSent(db: Database, { municipalityId, meetingId }: Meeting): Promise<Sent[]> {
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
      .select(["number", "name", "email", "role", "kind", "attempts", "sent_at as sentAt"])
      .where("municipality_id", "=", municipalityId)
      .where("planned_meeting_id", "=", meetingId)
      .orderBy("position")
      .execute(),
  ]);
  return dispatches.map((dispatch) => ({
    ...dispatch,
    receipts: mails.filter(({ number }) => number === dispatch.number).map(({ number: _number, ...mail }) => mail),
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
  const [before, live, rows, waiting] = await Promise.all([
    readAgenda(db, municipalityId, meetingId),
    readLiveAgenda(db, municipalityId, meetingId),
    listItemRows(db, at),
    listPapersFor(db, at, today),
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
    changes: listUnsentChanges(before, live),
    late: isLate({ kind: "note" }, { today, deadline: live.deadline }),
  };
}
