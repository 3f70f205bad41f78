import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { findToday } from "#identity/today.ts";
import { listTold, mailTo } from "./guests.ts";
import { listRecipients, noteMails } from "./recipients.ts";

type Moved = {
  municipalityId: number;
  meetingId: number;
  committeeId: number;
  number: number;
  sequence: number;
  cancelled: boolean;
};

/** Meetings whose agendas were sent and whose plan was changed after the last mail about them, and that are still to come. */
async function listMoved(db: Database): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select plan.municipality_id as "municipalityId", plan.id as "meetingId", plan.committee_id as "committeeId",
      max(sent.number) as number, plan.version as sequence, plan.cancelled_at is not null as cancelled
    from planned_meeting as plan
    join dispatch_recipient as sent on sent.municipality_id = plan.municipality_id and sent.planned_meeting_id = plan.id
    where plan.held_on >= (now() at time zone 'Europe/Copenhagen')::date
    group by plan.municipality_id, plan.id
    having plan.version > max(sent.sequence)`.execute(db);
  return rows;
}

export async function anyMoved(db: Database): Promise<boolean> {
  return (await listMoved(db)).length > 0;
}

/** Notes mails to those who have a meeting in their calendar that has been moved or cancelled since; each change once. */
export async function noticeMoves(db: Database): Promise<void> {
  for (const { municipalityId, meetingId, committeeId, cancelled } of await listMoved(db))
    await db.transaction().execute(async (tx) => {
      await tx
        .selectFrom("agenda")
        .select("version")
        .where("municipality_id", "=", municipalityId)
        .where("planned_meeting_id", "=", meetingId)
        .forUpdate()
        .execute();
      const still = (await listMoved(tx)).find(
        (one) => one.municipalityId === municipalityId && one.meetingId === meetingId,
      );
      if (!still) return;
      const recipients = await listRecipients(tx, { municipalityId, committeeId }, await findToday(tx));
      const guests = await listTold(tx, { municipalityId, meetingId });
      const { number, sequence } = still;
      const kind = cancelled ? "cancelled" : "moved";
      await noteMails(tx, { municipalityId, meetingId, number, sequence }, [
        ...recipients.map((recipient) => ({ ...recipient, kind }) as const),
        ...guests.map((guest) => mailTo(guest, kind)),
      ]);
    });
}
