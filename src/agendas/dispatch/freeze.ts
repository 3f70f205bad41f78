import type { Transaction } from "kysely";
import { sql } from "kysely";
import type { Schema } from "#database/schema.ts";
import type { AgendaDocument } from "#documents/model.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { keepSnapshot } from "#papers/snapshots.ts";
import { agendaSubject } from "../agenda-change.ts";
import type { LockedAgenda } from "./lock-agenda.ts";
import { listGuestMails } from "./guests.ts";
import { listRecipients, noteMails } from "./recipients.ts";

type Place = Pick<LockedAgenda, "municipalityId" | "meetingId">;

/** The papers of items, locked in one order for everybody, so that what is kept of them is what was sent. */
export async function lockPapers(
  tx: Transaction<Schema>,
  municipalityId: number,
  paperIds: number[],
): Promise<{ id: number; state: string; reference: string }[]> {
  if (paperIds.length === 0) return [];
  return tx
    .selectFrom("paper")
    .select(["id", "state", "reference"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", paperIds)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Keeps papers as they are sent; from now on their text changes by addenda only. They are locked. */
export async function freezePapers(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId }: Place,
  paperIds: number[],
): Promise<void> {
  for (const id of paperIds.toSorted((a, b) => a - b)) {
    await keepSnapshot(tx, actor, municipalityId, id, "dispatched");
    await tx
      .updateTable("paper")
      .set((eb) => ({ state: "dispatched", version: eb("version", "+", 1), updated_at: sql`current_timestamp` }))
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .execute();
    await writeAudit(tx, actor, municipalityId, { action: "paper.dispatched", subject: `paper:${id}` });
  }
}

/** Lets guests who sign in here into the items they are invited to, until the day of the meeting. */
export async function letGuestsIn(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, committeeId, date, today }: LockedAgenda,
  itemIds: number[],
): Promise<void> {
  if (itemIds.length === 0) return;
  const { rows } = await sql<{ userId: string; itemId: number }>`
    insert into role_grant (municipality_id, user_id, role, committee_id, item_id, from_on, until_on, granted_by)
    select distinct guest.municipality_id, guest.user_id, 'guest', ${committeeId}::bigint, guest.agenda_item_id, ${today}::date,
      ${date}::date, ${actor.userId}
    from agenda_guest as guest
    join identity."user" as "user" on "user".id = guest.user_id
    where guest.municipality_id = ${municipalityId} and guest.agenda_item_id = any(${itemIds}::bigint[])
      and not exists (select from role_grant as there where there.municipality_id = guest.municipality_id
        and there.user_id = guest.user_id and there.role = 'guest' and there.item_id = guest.agenda_item_id
        and there.ended_at is null and (there.until_on is null or there.until_on >= ${date}))
    returning user_id as "userId", item_id as "itemId"`.execute(tx);
  for (const { userId, itemId } of rows)
    await writeAudit(tx, actor, municipalityId, {
      action: "role.given",
      subject: `user:${userId}`,
      details: { role: "guest", committee: committeeId, item: itemId, from: today, until: date },
    });
}

type Sent = {
  agenda: LockedAgenda;
  content: AgendaDocument;
  details: Record<string, unknown>;
  /** The items whose guests are told how they stand now; all when left out. */
  items?: readonly number[];
};

/** Writes the dispatch itself with whom it goes to, raises the agenda's version, and tells the audit. */
export async function writeDispatch(
  tx: Transaction<Schema>,
  actor: Actor,
  { agenda, content, details, items }: Sent,
): Promise<number> {
  const { municipalityId, meetingId, committeeId, today, sequence } = agenda;
  const number = content.dispatchNumber;
  await tx
    .insertInto("dispatch")
    .values({
      municipality_id: municipalityId,
      planned_meeting_id: meetingId,
      number,
      deadline_on: content.deadline,
      late: today > content.deadline,
      content: JSON.stringify(content),
      dispatched_at: new Date(content.dispatchedAt as string),
      dispatched_by: actor.userId,
      dispatched_by_name: actor.name,
      public_sha256: null,
    })
    .execute();
  await tx
    .updateTable("agenda")
    .set({ state: "dispatched", version: agenda.version + 1 })
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", meetingId)
    .execute();
  const recipients = await listRecipients(tx, { municipalityId, committeeId }, today);
  const guests = await listGuestMails(tx, { municipalityId, meetingId }, items);
  await noteMails(tx, { municipalityId, meetingId, number, sequence }, [
    ...recipients.map((recipient) => ({ ...recipient, kind: "dispatch" }) as const),
    ...guests,
  ]);
  await writeAudit(tx, actor, municipalityId, {
    action: number === 0 ? "agenda.dispatched" : "agenda.addendum",
    subject: agendaSubject(meetingId),
    details: { ...details, number, version: agenda.version + 1, recipients: recipients.length, guests: guests.length },
  });
  return recipients.length;
}
