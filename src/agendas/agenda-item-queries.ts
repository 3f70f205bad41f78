import type { Database } from "#database/connect.ts";
import type { AgendaItemKind, AgendaItemPlace } from "#database/schema-agendas.ts";
import type { Actor } from "#identity/actor.ts";
import { auditClosedRead } from "#identity/audit-closed-read.ts";
import { holdsRole } from "#identity/holds-role.ts";
import type { AgendaAt } from "./agenda-change.ts";
import type { CallInput } from "./agenda-item.ts";
import { numbersOf } from "./agenda-numbering-queries.ts";
import { type AgendaMeeting, findAgendaMeeting, listAgendaRows, listGuests } from "./agenda-queries.ts";
import { dispatchDeadline } from "./dispatch-deadline.ts";
import { writeReferences } from "./item-references.ts";
import { findRules } from "./plan-queries.ts";
import { mayBuildAgenda } from "./policy.ts";

type Meeting = Omit<AgendaAt, "version">;

/** An item as it is changed: its texts with references as they are written. */
export type ItemToEdit = {
  id: number;
  number: number;
  kind: AgendaItemKind;
  title: string;
  text: string;
  place: AgendaItemPlace;
  closed: boolean;
  closedGround: string | null;
  /** Closed because its paper is, which is changed there. */
  paperClosed: boolean;
  startsAt: string | null;
  minutes: number | null;
  lateReason: string | null;
  guests: CallInput["guests"];
};

export type ItemForm = {
  meeting: AgendaMeeting;
  deadline: string;
  /** Null when there is no such item, or none was asked for. */
  item: ItemToEdit | null;
  /** The numbers that references may name, by item. */
  numbers: Map<number, number>;
  people: { userId: string; name: string; email: string }[];
};

/** What the form of an item shows (`itemId` 0: of a new one). Undefined where the person builds no such agenda. */
export async function openItemForm(
  db: Database,
  actor: Actor,
  { municipalityId, meetingId }: Meeting,
  itemId: number,
): Promise<ItemForm | undefined> {
  const meeting = await findAgendaMeeting(db, municipalityId, meetingId);
  if (!meeting || meeting.state === null) return undefined;
  const place = { municipalityId, committeeId: meeting.committeeId };
  if (!mayBuildAgenda(actor, place)) return undefined;
  const [rules, rows, all, guests, people] = await Promise.all([
    findRules(db, municipalityId, meeting.committeeId),
    listAgendaRows(db, municipalityId, meetingId),
    numbersOf(db, place, meeting.date.slice(0, 4)),
    listGuests(db, municipalityId, meetingId),
    listPeople(db, municipalityId),
  ]);
  const numbers = new Map(rows.map(({ id }) => [id, all.get(id) ?? 0]));
  const row = rows.find(({ id, withdrawnWith }) => id === itemId && withdrawnWith === null);
  const paper = row?.paperId ? await findPaperDoors(db, municipalityId, row.paperId) : undefined;
  if (row && (row.closed || paper?.closed))
    await auditClosedRead(db, actor, municipalityId, [row.paperId ? `paper:${row.paperId}` : `agenda-item:${row.id}`]);
  return {
    meeting,
    deadline: dispatchDeadline(meeting.date, rules),
    numbers,
    people,
    item: row
      ? {
          id: row.id,
          number: numbers.get(row.id) ?? 0,
          kind: row.kind,
          title: paper?.title ?? row.title,
          text: writeReferences(row.text, numbers),
          place: row.place,
          closed: row.closed,
          closedGround: row.closedGround ?? paper?.closedGround ?? null,
          paperClosed: paper?.closed ?? false,
          startsAt: row.startsAt,
          minutes: row.minutes,
          lateReason: row.lateReason && writeReferences(row.lateReason, numbers),
          guests: guests.flatMap(({ itemId, ...guest }) => (itemId === row.id ? [guest] : [])),
        }
      : null,
  };
}

async function findPaperDoors(db: Database, municipalityId: number, paperId: number) {
  return db
    .selectFrom("paper")
    .select(["title", "closed", "closed_ground as closedGround"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", paperId)
    .executeTakeFirst();
}

/** Those with a role in a municipality today, for a guest to be chosen among them. */
async function listPeople(db: Database, municipalityId: number): Promise<ItemForm["people"]> {
  return db
    .selectFrom("identity.user as user")
    .select(["user.id as userId", "user.name", "user.email"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("role_grant as grant")
          .select("grant.id")
          .whereRef("grant.user_id", "=", "user.id")
          .where("grant.municipality_id", "=", municipalityId)
          .where(holdsRole("grant")),
      ),
    )
    .orderBy("user.name")
    .limit(500)
    .execute();
}
