import { sql, type Transaction } from "kysely";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { listTold } from "./guests.ts";
import type { LockedAgenda } from "./lock-agenda.ts";

/**
 * Takes items off an agenda that has been sent: they keep number and place, marked with the reason. Their guests are let in
 * no longer, and a paper that stands on no other agenda is ready for one again.
 */
export async function withdrawItems(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId }: LockedAgenda,
  number: number,
  items: { itemId: number; reason: string }[],
): Promise<void> {
  for (const { itemId, reason } of items) {
    const { paperId } = await tx
      .updateTable("agenda_item")
      .set({ withdrawn_with: number, withdrawn_reason: reason })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", itemId)
      .returning("paper_id as paperId")
      .executeTakeFirstOrThrow();
    await endGuests(tx, actor, municipalityId, itemId);
    if (paperId !== null) await makeReady(tx, actor, municipalityId, paperId);
  }
}

/** Ends the access of guests who are called in to an item no longer; whoever was let in by somebody else stays. */
export async function turnGuestsAway(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, meetingId }: LockedAgenda,
  itemIds: readonly number[],
): Promise<void> {
  const told = await listTold(tx, { municipalityId, meetingId });
  for (const itemId of itemIds) {
    const called = await tx
      .selectFrom("agenda_guest")
      .select("user_id as userId")
      .where("municipality_id", "=", municipalityId)
      .where("agenda_item_id", "=", itemId)
      .execute();
    const gone = told.flatMap((guest) =>
      guest.itemId === itemId && guest.userId !== null && !called.some(({ userId }) => userId === guest.userId)
        ? guest.userId
        : [],
    );
    if (gone.length > 0) await endGuests(tx, actor, municipalityId, itemId, gone);
  }
}

/** `userIds`: all of them when left out. */
async function endGuests(
  tx: Transaction<Schema>,
  actor: Actor,
  municipalityId: number,
  itemId: number,
  userIds?: string[],
): Promise<void> {
  const ended = await tx
    .updateTable("role_grant")
    .set({ ended_at: new Date(), ended_by: actor.userId })
    .where("municipality_id", "=", municipalityId)
    .where("item_id", "=", itemId)
    .where("role", "=", "guest")
    .where("ended_at", "is", null)
    .$if(userIds !== undefined, (query) => query.where("user_id", "in", userIds ?? []))
    .returning(["user_id", "committee_id"])
    .execute();
  for (const { user_id, committee_id } of ended)
    await writeAudit(tx, actor, municipalityId, {
      action: "role.ended",
      subject: `user:${user_id}`,
      details: { role: "guest", committee: committee_id, item: itemId },
    });
}

async function makeReady(
  tx: Transaction<Schema>,
  actor: Actor,
  municipalityId: number,
  paperId: number,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update paper set state = 'ready', version = version + 1, updated_at = current_timestamp
    where municipality_id = ${municipalityId} and id = ${paperId} and state = 'dispatched'
      and not exists (select from agenda_item as item
        join agenda on agenda.municipality_id = item.municipality_id
          and agenda.planned_meeting_id = item.planned_meeting_id and agenda.state = 'dispatched'
        join planned_meeting as plan on plan.municipality_id = item.municipality_id and plan.id = item.planned_meeting_id
        join consultation as step on step.municipality_id = item.municipality_id and step.paper_id = item.paper_id
          and step.committee_id = plan.committee_id and step.treated_at is null
        where item.municipality_id = paper.municipality_id and item.paper_id = paper.id and item.withdrawn_with is null)
    returning id`.execute(tx);
  if (rows.length > 0)
    await writeAudit(tx, actor, municipalityId, { action: "paper.ready-again", subject: `paper:${paperId}` });
}
