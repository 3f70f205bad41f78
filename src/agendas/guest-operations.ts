import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { type AgendaAt, type AgendaResult, changeAgenda } from "./agenda-change.ts";
import type { CallInput, ItemInput } from "./agenda-item.ts";

/**
 * Says anew when an item of a sent agenda is treated and who is called in to it. Members read what was sent, and guests hear
 * nothing, until an addendum brings it.
 */
export async function changeCall(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  itemId: number,
  call: CallInput,
): Promise<AgendaResult> {
  const deed = { action: "agenda.guests-changed", input: { itemId, call }, afterDispatch: true } as const;
  return changeAgenda(db, actor, at, deed, async (tx) => {
    const { startsAt, minutes, guests } = call;
    const changed = await tx
      .updateTable("agenda_item")
      .set({ starts_at: startsAt, minutes })
      .where("municipality_id", "=", at.municipalityId)
      .where("planned_meeting_id", "=", at.meetingId)
      .where("id", "=", itemId)
      .where("withdrawn_with", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!changed) return "unknown";
    await replaceGuests(tx, at.municipalityId, itemId, guests);
    return { itemId };
  });
}

/** Writes who is invited to an item, in their order, in place of those who were. */
export async function replaceGuests(
  tx: Transaction<Schema>,
  municipalityId: number,
  itemId: number,
  guests: ItemInput["guests"],
): Promise<void> {
  const of = { municipality_id: municipalityId, agenda_item_id: itemId };
  await tx
    .deleteFrom("agenda_guest")
    .where("municipality_id", "=", municipalityId)
    .where("agenda_item_id", "=", itemId)
    .execute();
  if (guests.length > 0)
    await tx
      .insertInto("agenda_guest")
      .values(
        guests.map(({ name, userId, from, until, email, language }, position) => ({
          ...of,
          position,
          name,
          user_id: userId,
          from_time: from,
          until_time: until,
          email,
          language,
        })),
      )
      .execute();
}
