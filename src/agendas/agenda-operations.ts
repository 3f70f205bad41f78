import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { type AgendaAt, agendaSubject, type AgendaResult, changeAgenda } from "./agenda-change.ts";
import type { ItemInput } from "./agenda-item.ts";
import { listAgendaOrder, type OrderRow } from "./agenda-order-queries.ts";
import { replaceGuests } from "./guest-operations.ts";
import { mayBuildAgenda } from "./policy.ts";
import { listStandingItems } from "./standing-items-operations.ts";

type Meeting = Omit<AgendaAt, "version">;

/** Begins the agenda of a planned meeting with the committee's standing items. Begun already: that is fine. */
export async function openAgenda(
  db: Database,
  actor: Actor,
  { municipalityId, meetingId }: Meeting,
): Promise<{ ok: true } | { ok: false; reason: "unknown" | "cancelled" }> {
  return db.transaction().execute(async (tx) => {
    const meeting = await tx
      .selectFrom("planned_meeting")
      .select(["committee_id as committeeId", "cancelled_at"])
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", meetingId)
      .executeTakeFirst();
    if (!meeting || !mayBuildAgenda(actor, { municipalityId, committeeId: meeting.committeeId }))
      return { ok: false, reason: "unknown" };
    if (meeting.cancelled_at) return { ok: false, reason: "cancelled" };
    const of = { municipality_id: municipalityId, planned_meeting_id: meetingId };
    const begun = await tx
      .insertInto("agenda")
      .values({ ...of, called_by: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning("version")
      .executeTakeFirst();
    if (!begun) return { ok: true };
    const items = await listStandingItems(tx, { municipalityId, committeeId: meeting.committeeId });
    if (items.length > 0)
      await tx
        .insertInto("agenda_item")
        .values(
          items.map(({ closedGround, ...item }, position) => ({
            ...of,
            ...item,
            position,
            kind: "standing" as const,
            closed_ground: closedGround,
          })),
        )
        .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "agenda.opened",
      subject: agendaSubject(meetingId),
      details: { version: begun.version },
    });
    return { ok: true };
  });
}

/**
 * Puts a paper on the agenda, last among the open or closed cases. A paper of another committee must be ready: who builds
 * this agenda may not read it before.
 */
export async function addPaper(db: Database, actor: Actor, at: AgendaAt, paperId: number): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.item-added", input: { paperId } }, async (tx, committeeId) => {
    const paper = await tx
      .selectFrom("paper")
      .select(["title", "reference", "closed", "state"])
      .where("municipality_id", "=", at.municipalityId)
      .where("id", "=", paperId)
      .where((eb) => eb.or([eb("committee_id", "=", committeeId), eb("state", "not in", ["draft", "in-approval"])]))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom("consultation as step")
            .select("step.position")
            .whereRef("step.municipality_id", "=", "paper.municipality_id")
            .whereRef("step.paper_id", "=", "paper.id")
            .where("step.committee_id", "=", committeeId),
        ),
      )
      .forShare()
      .executeTakeFirst();
    if (!paper || paper.state === "withdrawn" || paper.state === "finished") return "paper-gone";
    const rows = await listAgendaOrder(tx, at);
    if (rows.some((row) => row.paperId === paperId)) return "paper-already-on";
    const { id } = await tx
      .insertInto("agenda_item")
      .values({
        ...rowOf(at),
        position: rows.length,
        kind: "paper",
        paper_id: paperId,
        paper_seen_at: sql<Date>`now()`,
        title: paper.title,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { reference } = paper;
    return { itemId: id, details: { paper: paperId, reference, ...(!paper.closed && { title: paper.title }) } };
  });
}

/** Puts an item on the agenda that is no case. */
export async function addNote(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  note: { title: string; text: string },
): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.item-added", input: note }, async (tx) => {
    const rows = await listAgendaOrder(tx, at);
    const { id } = await tx
      .insertInto("agenda_item")
      .values({ ...rowOf(at), ...note, position: rows.length, kind: "note" })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { itemId: id, details: { title: note.title } };
  });
}

/** Takes an item off an agenda that has not been sent. A paper is ready for another meeting again. */
export async function removeItem(db: Database, actor: Actor, at: AgendaAt, itemId: number): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.item-removed", input: { itemId } }, async (tx) => {
    const row = (await listAgendaOrder(tx, at)).find(({ id }) => id === itemId);
    if (!row) return "unknown";
    await tx
      .deleteFrom("agenda_item")
      .where("municipality_id", "=", at.municipalityId)
      .where("id", "=", itemId)
      .execute();
    return { itemId: null, details: { ...titled(row), removed: itemId } };
  });
}

/**
 * Puts the items in another order: `arrange` gets them as they stand and gives them as they are wanted (`moved`, `ordered`).
 * `input` says the same in words that can be compared, so that a form sent twice does it once.
 */
export async function orderItems(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  input: unknown,
  arrange: (rows: OrderRow[]) => OrderRow[],
  itemId: number | null = null,
): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.reordered", input }, async (tx) => {
    const rows = await listAgendaOrder(tx, at);
    const ids = arrange(rows).map(({ id }) => id);
    if (ids.every((id, index) => rows[index]?.id === id)) return { itemId, same: true };
    await sql`update agenda_item set position = given.position - 1
      from unnest(${ids}::bigint[]) with ordinality as given (id, position)
      where municipality_id = ${at.municipalityId} and planned_meeting_id = ${at.meetingId}
        and agenda_item.id = given.id`.execute(tx);
    const row = rows.find(({ id }) => id === itemId);
    return { itemId: row ? row.id : null, details: row ? titled(row) : {} };
  });
}

/** Changes what is said of an item; of a paper its title, text and place are not the agenda's. */
export async function changeItem(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  itemId: number,
  input: ItemInput,
): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.item-changed", input: { itemId, input } }, async (tx) => {
    const row = (await listAgendaOrder(tx, at)).find(({ id }) => id === itemId);
    if (!row) return "unknown";
    const { title, text, place, closed, closedGround, startsAt, minutes, lateReason, guests } = input;
    await tx
      .updateTable("agenda_item")
      .set({
        ...(row.kind !== "paper" && { title, text, place }),
        closed,
        closed_ground: closed ? closedGround : null,
        starts_at: startsAt,
        minutes,
        late_reason: lateReason,
      })
      .where("municipality_id", "=", at.municipalityId)
      .where("id", "=", itemId)
      .execute();
    await replaceGuests(tx, at.municipalityId, itemId, guests);
    return { itemId, details: { ...titled({ ...row, closed: row.closed || closed }), closed: row.closed || closed } };
  });
}

/** Notes that the secretary has seen how a paper changed after it came on the agenda. */
export async function seePaper(db: Database, actor: Actor, at: AgendaAt, itemId: number): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.paper-seen", input: { itemId } }, async (tx) => {
    const row = (await listAgendaOrder(tx, at)).find(({ id }) => id === itemId);
    if (!row) return "unknown";
    await tx
      .updateTable("agenda_item")
      .set({ paper_seen_at: sql<Date>`now()` })
      .where("municipality_id", "=", at.municipalityId)
      .where("id", "=", itemId)
      .execute();
    return { itemId, details: titled(row) };
  });
}

/** Says who asked for an extraordinary meeting (kommunestyrelsesloven § 8, stk. 2). */
export async function setCalledBy(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  calledBy: "chair" | "members",
): Promise<AgendaResult> {
  return changeAgenda(db, actor, at, { action: "agenda.called-by", input: { calledBy } }, async (tx) => {
    await tx
      .updateTable("agenda")
      .set({ called_by: calledBy })
      .where("municipality_id", "=", at.municipalityId)
      .where("planned_meeting_id", "=", at.meetingId)
      .execute();
    return { itemId: null, details: { calledBy } };
  });
}

const rowOf = ({ municipalityId, meetingId }: AgendaAt) => ({
  municipality_id: municipalityId,
  planned_meeting_id: meetingId,
});

/** The title for the audit, when everybody who reads the audit may read it. */
const titled = ({ title, closed }: Pick<OrderRow, "title" | "closed">) => (closed ? {} : { title });
