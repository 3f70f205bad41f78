import { type MeetingOfWork, listMeetingsOfWork } from "#agendas/agenda-building-queries.ts";
import { defaultRules, dispatchDeadline } from "#agendas/dispatch-deadline.ts";
import { mayBuildAgenda } from "#agendas/policy.ts";
import type { Database } from "#database/connect.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor } from "#identity/actor.ts";
import { type DueState, dueState, hverdageBefore } from "#papers/approval/due.ts";
import { listPaperWork, type PaperWork } from "#papers/approval/work-queries.ts";
import { type UnreadMeeting, unreadMeetings } from "#reading/unread.ts";

type Name = { slug: string; name: string };

/** An agenda that its secretary must send out: the next of the committee that has not been. */
export type AgendaWork = {
  kind: "dispatch";
  municipality: Name;
  meetingId: number;
  committee: string;
  date: string;
  items: number;
  due: string;
};

/** A meeting that a member has not read all of: `unread` of `items` are new or changed to them. `due`: the meeting's day. */
export type ReadingWork = {
  kind: "read";
  municipality: Name;
  meetingId: number;
  committee: string;
  date: string;
  items: number;
  unread: number;
  due: string;
  isNew: boolean;
};

type Work = PaperWork | AgendaWork | ReadingWork;

/** `dueState` null: there is no deadline. `isNew`: it came since the last hverdag began, or since the person last looked. */
export type WorkEntry = Work & { dueState: DueState | null; isNew: boolean };

/** Everything that waits for a person, by how it waits; each list by its deadline, what has none last. */
export type WorkList = {
  overdue: WorkEntry[];
  waiting: WorkEntry[];
  drafts: WorkEntry[];
  underWay: WorkEntry[];
};

/** Days before its deadline from which an agenda is on the secretary's list. */
const AGENDA_DAYS = 14;

/** `places`: the municipalities where the person has a role. `today`: "YYYY-MM-DD". */
export async function listWork(
  db: Database,
  actor: Actor,
  places: (Name & { id: number })[],
  today: string,
): Promise<WorkList> {
  const [papers, agendas, reading] = await Promise.all([
    listPaperWork(db, actor),
    Promise.all(places.map((place) => listAgendaWork(db, actor, place, today))),
    unreadMeetings(db, actor, today),
  ]);
  const entries = [...papers, ...agendas.flat(), ...reading.map(readingWork)]
    .map((work) => entryOf(work, today))
    .sort(byDue);
  const isOverdue = (entry: WorkEntry) => entry.dueState === "overdue" && entry.kind !== "under-way";
  const rest = entries.filter((entry) => !isOverdue(entry));
  return {
    overdue: entries.filter(isOverdue),
    waiting: rest.filter(({ kind }) => kind !== "draft" && kind !== "under-way"),
    drafts: rest.filter(({ kind }) => kind === "draft"),
    underWay: rest.filter(({ kind }) => kind === "under-way"),
  };
}

function entryOf(work: Work, today: string): WorkEntry {
  const since = "since" in work ? dayInDenmark(work.since) : null;
  return {
    ...work,
    dueState: work.due === null ? null : dueState(work.due, today),
    isNew:
      "isNew" in work ? work.isNew : since !== null && since >= hverdageBefore(today, 1, { saturdayCounts: false }),
  };
}

function byDue(a: WorkEntry, b: WorkEntry): number {
  if (a.due === b.due) return 0;
  if (a.due === null) return 1;
  return b.due === null || a.due < b.due ? -1 : 1;
}

async function listAgendaWork(
  db: Database,
  actor: Actor,
  { id: municipalityId, slug, name }: Name & { id: number },
  today: string,
): Promise<AgendaWork[]> {
  const isSecretary = actor.grants.some(
    (grant) => grant.municipalityId === municipalityId && grant.role === "secretary",
  );
  if (!isSecretary) return [];
  const meetings = (await listMeetingsOfWork(db, municipalityId, today)).filter(
    ({ committee, cancelled, state }) =>
      !cancelled && state !== "dispatched" && mayBuildAgenda(actor, { municipalityId, committeeId: committee.id }),
  );
  const next = [...Map.groupBy(meetings, ({ committee }) => committee.id).values()].flatMap(([first]) => first ?? []);
  return next
    .map((meeting) => agendaWork({ slug, name }, meeting))
    .filter(({ due }) => daysBetween(today, due) <= AGENDA_DAYS);
}

const agendaWork = (municipality: Name, { id, committee, date, items, rules }: MeetingOfWork): AgendaWork => ({
  kind: "dispatch",
  municipality,
  meetingId: id,
  committee: committee.name,
  date,
  items,
  due: dispatchDeadline(date, rules ?? defaultRules),
});

const readingWork = ({ head, items, unread, hasNews }: UnreadMeeting): ReadingWork => ({
  kind: "read",
  municipality: head.municipality,
  meetingId: head.id,
  committee: head.committee.name,
  date: head.date,
  items,
  unread,
  due: head.date,
  isNew: hasNews || unread === items,
});

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
