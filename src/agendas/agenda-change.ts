import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { mayBuildAgenda } from "./policy.ts";

/** An agenda as somebody saw it: of two who change the same version one is told. */
export type AgendaAt = { municipalityId: number; meetingId: number; version: number };

export type AgendaRefusal =
  /** There is no such agenda or item, or the person may not build it. */
  | "unknown"
  /** Somebody else changed it first; `listAgendaChanges` says how. */
  | "changed"
  /** It has been sent: what changes now is an addendum. */
  | "dispatched"
  | "cancelled"
  /** The paper was withdrawn or finished, or it is not on its way to this committee. */
  | "paper-gone"
  | "paper-already-on";

export type AgendaResult = { ok: true; itemId: number | null } | { ok: false; reason: AgendaRefusal };

export type AgendaAction =
  | "agenda.opened"
  | "agenda.item-added"
  | "agenda.item-removed"
  | "agenda.item-changed"
  | "agenda.reordered"
  | "agenda.paper-seen"
  | "agenda.called-by"
  | "agenda.guests-changed"
  | "agenda.dispatched"
  | "agenda.addendum";

/**
 * `input`: all that was asked for, to know the same form when it comes again. Only a sum of it is kept. `afterDispatch`: it is
 * done to an agenda that has been sent, and to no other.
 */
export type AgendaDeed = { action: AgendaAction; input: unknown; afterDispatch?: true };

/**
 * `details`: what the audit is told besides, never the words of a closed item, for those who read the audit may not see
 * them. `same`: it was so already, and nothing was written.
 */
type Done = { itemId: number | null; details?: Record<string, unknown>; same?: boolean };

export const agendaSubject = (meetingId: number) => `agenda:${meetingId}`;

/**
 * One change of an agenda, in one transaction with its audit entry. `write` says what it did, or, before
 * it has written anything, why it cannot. The same form sent again by the same person does nothing and succeeds.
 */
export async function changeAgenda(
  db: Database,
  actor: Actor,
  { municipalityId, meetingId, version }: AgendaAt,
  { action, input, afterDispatch }: AgendaDeed,
  write: (tx: Transaction<Schema>, committeeId: number) => Promise<Done | AgendaRefusal>,
): Promise<AgendaResult> {
  const refuse = (reason: AgendaRefusal) => ({ ok: false, reason }) as const;
  return db.transaction().execute(async (tx) => {
    const agenda = await tx
      .selectFrom("agenda")
      .innerJoin("planned_meeting as plan", (join) =>
        join
          .onRef("plan.municipality_id", "=", "agenda.municipality_id")
          .onRef("plan.id", "=", "agenda.planned_meeting_id"),
      )
      .select(["agenda.state", "agenda.version", "plan.committee_id as committeeId", "plan.cancelled_at"])
      .where("agenda.municipality_id", "=", municipalityId)
      .where("agenda.planned_meeting_id", "=", meetingId)
      .forUpdate("agenda")
      .executeTakeFirst();
    if (!agenda || !mayBuildAgenda(actor, { municipalityId, committeeId: agenda.committeeId }))
      return refuse("unknown");
    const sum = sumOf([action, version, input]);
    if (agenda.version !== version) {
      const itemId = await findRepeated(tx, actor, { municipalityId, meetingId }, sum);
      return itemId === undefined ? refuse("changed") : { ok: true, itemId };
    }
    if (agenda.state === "dispatched" && !afterDispatch) return refuse("dispatched");
    if (agenda.state === "building" && afterDispatch) return refuse("changed");
    if (agenda.cancelled_at) return refuse("cancelled");
    const done = await write(tx, agenda.committeeId);
    if (typeof done === "string") return refuse(done);
    if (done.same) return { ok: true, itemId: done.itemId };
    await tx
      .updateTable("agenda")
      .set({ version: version + 1 })
      .where("municipality_id", "=", municipalityId)
      .where("planned_meeting_id", "=", meetingId)
      .execute();
    await writeAudit(tx, actor, municipalityId, {
      action,
      subject: agendaSubject(meetingId),
      details: { ...done.details, version: version + 1, sum, ...(done.itemId !== null && { item: done.itemId }) },
    });
    return { ok: true, itemId: done.itemId };
  });
}

const sumOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);

/** The item that this very form changed before; undefined when it was never sent. */
async function findRepeated(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, meetingId }: Omit<AgendaAt, "version">,
  sum: string,
): Promise<number | null | undefined> {
  const row = await tx
    .selectFrom("audit_entry")
    .select(sql<number | null>`(details->>'item')::bigint`.as("itemId"))
    .where("municipality_id", "=", municipalityId)
    .where("subject", "=", agendaSubject(meetingId))
    .where("actor_id", "=", actor.userId)
    .where(sql`details->>'sum'`, "=", sum)
    .executeTakeFirst();
  return row && row.itemId;
}

/** `title` null: of a closed item, or of none. */
export type AgendaChange = { at: Date; by: string; action: AgendaAction; title: string | null };

/** What was done to an agenda after a version of it, oldest first. */
export async function listAgendaChanges(
  db: Database,
  { municipalityId, meetingId, version }: AgendaAt,
): Promise<AgendaChange[]> {
  return db
    .selectFrom("audit_entry")
    .select([
      "at",
      "actor_name as by",
      sql<AgendaAction>`action`.as("action"),
      sql<string | null>`details->>'title'`.as("title"),
    ])
    .where("municipality_id", "=", municipalityId)
    .where("subject", "=", agendaSubject(meetingId))
    .where(sql<number>`(details->>'version')::bigint`, ">", version)
    .orderBy("number")
    .limit(20)
    .execute();
}
