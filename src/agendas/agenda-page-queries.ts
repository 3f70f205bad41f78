import type { Database } from "#database/connect.ts";
import type { AgendaItem } from "#documents/model.ts";
import type { Actor } from "#identity/actor.ts";
import { auditClosedRead } from "#identity/audit-closed-read.ts";
import { listPapersFor, type PaperForAgenda, warningsOf } from "./agenda-building-queries.ts";
import type { AgendaAt } from "./agenda-change.ts";
import { type OrderRow, listAgendaOrder } from "./agenda-order-queries.ts";
import { partOf } from "./agenda-order.ts";
import { readPaperHeads } from "./agenda-paper-queries.ts";
import { type AgendaMeeting, composeAgenda, findAgendaMeeting, readAgenda } from "./agenda-queries.ts";
import type { AgendaWarning } from "./agenda-warnings.ts";
import { dispatchDeadline } from "./dispatch-deadline.ts";
import { findRules } from "./plan-queries.ts";
import { mayBuildAgenda, mayReadDraftAgenda } from "./policy.ts";

type Meeting = Omit<AgendaAt, "version">;

/** An item as the page of its agenda shows it; `part` says among which it can be moved. */
export type ItemOnPage = Pick<
  AgendaItem,
  | "id"
  | "number"
  | "title"
  | "kind"
  | "reference"
  | "closed"
  | "closedGround"
  | "startsAt"
  | "minutes"
  | "guests"
  | "text"
  | "lateReason"
  | "withdrawn"
> & { paperId: number | null; attachments: number; part: number };

export type AgendaPage = {
  meeting: AgendaMeeting;
  deadline: string;
  mayBuild: boolean;
  items: ItemOnPage[];
  warnings: AgendaWarning[];
  papers: PaperForAgenda[];
};

/**
 * A meeting with its agenda as it is built, or as it was sent. Undefined when there is no such meeting or the person may not
 * see drafts of the committee. That somebody reads closed items is noted first.
 */
export async function openAgendaPage(
  db: Database,
  actor: Actor,
  { municipalityId, meetingId }: Meeting,
  today: string,
): Promise<AgendaPage | undefined> {
  const at = { municipalityId, meetingId };
  const meeting = await findAgendaMeeting(db, municipalityId, meetingId);
  if (!meeting) return undefined;
  const place = { municipalityId, committeeId: meeting.committeeId };
  if (!mayReadDraftAgenda(actor, place)) return undefined;
  const building = meeting.state === "building";
  const mayBuild = mayBuildAgenda(actor, place) && !meeting.cancelled;
  const [rules, document, rows, papers] = await Promise.all([
    findRules(db, municipalityId, meeting.committeeId),
    building
      ? composeAgenda(db, { municipalityId, plannedMeetingId: meetingId }, meeting, readPaperHeads)
      : readAgenda(db, municipalityId, meetingId),
    listAgendaOrder(db, at),
    building && mayBuild ? listPapersFor(db, at, today) : [],
  ]);
  const items = (document?.items ?? []).map((item) =>
    onPage(
      item,
      rows.find(({ id }) => id === item.id),
    ),
  );
  await auditClosedRead(db, actor, municipalityId, [
    ...items.filter(({ closed }) => closed).map(subjectOf),
    ...papers.filter(({ closed }) => closed).map(({ id }) => `paper:${id}`),
  ]);
  return {
    meeting,
    deadline: document?.deadline ?? dispatchDeadline(meeting.date, rules),
    mayBuild,
    items,
    warnings: building && document ? await warningsOf(db, at, meeting, document, today) : [],
    papers,
  };
}

const subjectOf = ({ id, paperId }: ItemOnPage) => (paperId === null ? `agenda-item:${id}` : `paper:${paperId}`);

function onPage(item: AgendaItem, row: OrderRow | undefined): ItemOnPage {
  const { path: _path, recommendations: _points, sections: _sections, cameWith: _cameWith, ...shown } = item;
  return {
    ...shown,
    paperId: row?.paperId ?? null,
    attachments: item.attachments.length,
    part: row ? partOf(row) : 0,
  };
}
