import { type Selectable, sql, type Transaction, type Updateable } from "kysely";
import { announceChange } from "#database/announce.ts";
import type { Database } from "#database/connect.ts";
import type { PlannedMeetingTable } from "#database/schema-agendas.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import type { DispatchRules } from "./dispatch-deadline.ts";
import type { PlannedMeetingInput } from "./planned-meeting.ts";
import { mayPlan } from "./policy.ts";

type Place = { municipalityId: number; committeeId: number };

/** `taken`: the committee meets then already. `changed`: somebody else changed the meeting after the page was made. */
export type PlanResult =
  | { ok: true; id: number }
  | { ok: false; reason: "forbidden" | "taken" | "changed" | "unknown" };

/** Puts a meeting into the committee's plan (kommunestyrelsesloven §§ 8 and 20: the plan is made known). */
export async function planMeeting(
  db: Database,
  actor: Actor,
  place: Place,
  meeting: PlannedMeetingInput,
): Promise<PlanResult> {
  if (!mayPlan(actor, place)) return { ok: false, reason: "forbidden" };
  return change(db, actor, place, "meeting.planned", { ...meeting }, async (tx) => {
    const { date, start, end, place: room, extraordinary } = meeting;
    const { id } = await tx
      .insertInto("planned_meeting")
      .values({
        municipality_id: place.municipalityId,
        committee_id: place.committeeId,
        held_on: date,
        start_time: start,
        end_time: end,
        place: room,
        extraordinary,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Moves a meeting to another day or time; the plan says from where, and why. */
export async function moveMeeting(
  db: Database,
  actor: Actor,
  place: Place,
  { id, version }: { id: number; version: number },
  meeting: PlannedMeetingInput,
  reason: string,
): Promise<PlanResult> {
  if (!mayPlan(actor, place)) return { ok: false, reason: "forbidden" };
  return change(db, actor, place, "meeting.moved", { ...meeting, reason }, (tx) =>
    update(tx, place, id, version, (row) => ({
      held_on: meeting.date,
      start_time: meeting.start,
      end_time: meeting.end,
      place: meeting.place,
      moved_from: movedFrom(row, meeting.date),
      reason,
    })),
  );
}

/** The day it was first planned for; null when it is back there. */
function movedFrom(row: Row, date: string): string | null {
  const first = row.moved_from ?? row.held_on;
  return date === first ? null : first;
}

/** Calls a meeting off. It stays in the plan, crossed out, with the reason. */
export async function cancelMeeting(
  db: Database,
  actor: Actor,
  place: Place,
  { id, version }: { id: number; version: number },
  reason: string,
): Promise<PlanResult> {
  if (!mayPlan(actor, place)) return { ok: false, reason: "forbidden" };
  return change(db, actor, place, "meeting.cancelled", { reason }, (tx) =>
    update(tx, place, id, version, () => ({ cancelled_at: new Date(), reason })),
  );
}

/** Sets how the committee counts the days before a meeting; as they are already nothing is written. */
export async function setRules(
  db: Database,
  actor: Actor,
  { municipalityId, committeeId }: Place,
  rules: DispatchRules,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" }> {
  if (!mayPlan(actor, { municipalityId, committeeId })) return { ok: false, reason: "forbidden" };
  const values = {
    dispatch_days: rules.days,
    saturday_counts: rules.saturdayCounts,
    meeting_day_counts: rules.meetingDayCounts,
  };
  await db.transaction().execute(async (tx) => {
    const set = await tx
      .insertInto("committee_rules")
      .values({ municipality_id: municipalityId, committee_id: committeeId, ...values })
      .onConflict((conflict) =>
        conflict
          .columns(["municipality_id", "committee_id"])
          .doUpdateSet(values)
          .where(
            sql<boolean>`(committee_rules.dispatch_days, committee_rules.saturday_counts, committee_rules.meeting_day_counts)
              <> (excluded.dispatch_days, excluded.saturday_counts, excluded.meeting_day_counts)`,
          ),
      )
      .returning("committee_id")
      .executeTakeFirst();
    if (!set) return;
    await writeAudit(tx, actor, municipalityId, {
      action: "rules.set",
      subject: `committee:${committeeId}`,
      details: rules,
    });
    await announceChange(tx);
  });
  return { ok: true };
}

type Row = Selectable<PlannedMeetingTable>;

/** Changes the row when it is still as the caller saw it; else says what stands in the way. */
async function update(
  tx: Transaction<Schema>,
  { municipalityId, committeeId }: Place,
  id: number,
  version: number,
  changes: (row: Row) => Updateable<PlannedMeetingTable>,
): Promise<number | "changed" | "unknown"> {
  const row = await tx
    .selectFrom("planned_meeting")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("committee_id", "=", committeeId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return "unknown";
  if (row.version !== version || row.cancelled_at) return "changed";
  await tx
    .updateTable("planned_meeting")
    .set({ ...changes(row), version: version + 1 })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
  return id;
}

/** One transaction: the change, its audit entry, and word to the page cache. */
async function change(
  db: Database,
  actor: Actor,
  { municipalityId }: Place,
  action: string,
  details: Record<string, unknown>,
  write: (tx: Transaction<Schema>) => Promise<number | "changed" | "unknown">,
): Promise<PlanResult> {
  try {
    return await db.transaction().execute(async (tx) => {
      const id = await write(tx);
      if (typeof id === "string") return { ok: false, reason: id };
      await writeAudit(tx, actor, municipalityId, { action, subject: `planned-meeting:${id}`, details });
      await announceChange(tx);
      return { ok: true, id };
    });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === "planned_meeting_once") return { ok: false, reason: "taken" };
    throw error;
  }
}
