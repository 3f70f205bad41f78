import { sql, type Transaction } from "kysely";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { findToday } from "#identity/today.ts";
import type { AgendaAt } from "../agenda-change.ts";
import { mayBuildAgenda } from "../policy.ts";

/** An agenda that nobody else changes until the transaction ends. `today`: the day in Denmark. */
export type LockedAgenda = {
  municipalityId: number;
  meetingId: number;
  committeeId: number;
  state: "building" | "dispatched";
  version: number;
  date: string;
  /** The planned meeting's version, for calendars. */
  sequence: number;
  today: string;
  /** The latest dispatch; null before the first. */
  last: { number: number; by: string; byId: string; at: Date } | null;
};

/** `unknown`: no such agenda, or not this person's to send. `past`: the meeting has been held. */
export type LockRefusal = "unknown" | "cancelled" | "past";

export async function lockAgenda(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, meetingId }: Omit<AgendaAt, "version">,
): Promise<LockedAgenda | LockRefusal> {
  const row = await tx
    .selectFrom("agenda")
    .innerJoin("planned_meeting as plan", (join) =>
      join
        .onRef("plan.municipality_id", "=", "agenda.municipality_id")
        .onRef("plan.id", "=", "agenda.planned_meeting_id"),
    )
    .select([
      "agenda.state",
      "agenda.version",
      "plan.committee_id as committeeId",
      "plan.held_on as date",
      "plan.version as sequence",
      sql<boolean>`plan.cancelled_at is not null`.as("cancelled"),
    ])
    .where("agenda.municipality_id", "=", municipalityId)
    .where("agenda.planned_meeting_id", "=", meetingId)
    .forUpdate("agenda")
    .forShare("plan")
    .executeTakeFirst();
  if (!row || !mayBuildAgenda(actor, { municipalityId, committeeId: row.committeeId })) return "unknown";
  const { cancelled, ...agenda } = row;
  const today = await findToday(tx);
  if (cancelled) return "cancelled";
  if (row.date < today) return "past";
  const last = await tx
    .selectFrom("dispatch")
    .select(["number", "dispatched_by_name as by", "dispatched_by as byId", "dispatched_at as at"])
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", meetingId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return { ...agenda, municipalityId, meetingId, today, last: last ?? null };
}
