import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Mailer } from "#mail/mail.ts";
import { listPlanned } from "../plan-queries.ts";
import { type Addresses, dispatchMail } from "./mail.ts";

/** After so many failures, the last of them about two days after the first, a person must see to it; the page says so. */
export const MOST_ATTEMPTS = 40;

type Claimed = {
  municipalityId: number;
  meetingId: number;
  number: number;
  position: number;
  kind: "dispatch" | "moved" | "cancelled";
  name: string;
  email: string;
  role: string;
  slug: string;
  municipality: string;
  date: string;
  items: number;
  late: boolean;
};

/** What is due to be written. Cheap. */
const waits = sql<boolean>`sent_at is null and attempts < ${MOST_ATTEMPTS} and try_at <= current_timestamp`;

export async function anyMailDue(db: Database): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from dispatch_recipient where ${waits}) as due`.execute(db);
  return rows[0]?.due === true;
}

/**
 * Sends what waits, one mail after the other. Each is claimed before it is sent and noted after: a kill between the two sends
 * that one mail again, and no other. One that the server does not take is tried again, after a minute at first and an hour
 * at last. Ends when there is none left, when the server takes none, or when `signal` says so.
 */
export async function sendDispatches(
  db: Database,
  mail: Mailer,
  addresses: Addresses,
  signal?: AbortSignal,
): Promise<{ sent: number; failed: number }> {
  const sum = { sent: 0, failed: 0 };
  for (;;) {
    const claimed = signal?.aborted ? undefined : await claim(db);
    if (!claimed) return sum;
    const message = await messageOf(db, claimed, addresses);
    if (message && !(await mail.send(message))) {
      sum.failed++;
      continue;
    }
    await noteSent(db, claimed);
    sum.sent++;
  }
}

/** The next mail, which nobody else takes until it is tried again. */
async function claim(db: Database): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with next as (
      select municipality_id, planned_meeting_id, number, position from dispatch_recipient where ${waits}
      order by try_at, planned_meeting_id, number, position limit 1 for update skip locked
    ), claimed as (
      update dispatch_recipient as mail
      set attempts = attempts + 1, try_at = current_timestamp + least(60, power(2, least(attempts, 6))) * interval '1 minute'
      from next
      where mail.municipality_id = next.municipality_id and mail.planned_meeting_id = next.planned_meeting_id
        and mail.number = next.number and mail.position = next.position
      returning mail.*
    )
    select claimed.municipality_id as "municipalityId", claimed.planned_meeting_id as "meetingId", claimed.number,
      claimed.position, claimed.kind, claimed.name, claimed.email, claimed.role, town.slug, town.name as municipality,
      plan.held_on as date, jsonb_array_length(dispatch.content -> 'items') as items, dispatch.late
    from claimed
    join dispatch on dispatch.municipality_id = claimed.municipality_id
      and dispatch.planned_meeting_id = claimed.planned_meeting_id and dispatch.number = claimed.number
    join planned_meeting as plan on plan.municipality_id = claimed.municipality_id and plan.id = claimed.planned_meeting_id
    join municipality as town on town.id = claimed.municipality_id`.execute(db);
  return rows[0];
}

/** The meeting as it is planned now: what was moved since is told as it is. */
async function messageOf(db: Database, claimed: Claimed, addresses: Addresses) {
  const { municipalityId, meetingId, date, slug, municipality, name, email } = claimed;
  const planned = await listPlanned(db, { municipalityId, from: date, to: date });
  const meeting = planned.find(({ id }) => id === meetingId);
  if (!meeting) return undefined;
  const notice = { ...claimed, to: { name, email }, municipality: { slug, name: municipality }, meeting };
  return dispatchMail(notice, addresses);
}

async function noteSent(db: Database, { municipalityId, meetingId, number, position }: Claimed): Promise<void> {
  await db
    .updateTable("dispatch_recipient")
    .set({ sent_at: sql<Date>`current_timestamp` })
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", meetingId)
    .where("number", "=", number)
    .where("position", "=", position)
    .execute();
}
