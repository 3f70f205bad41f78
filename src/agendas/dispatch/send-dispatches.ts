import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { DispatchMailKind } from "#database/schema-agendas.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Mailer, Message } from "#mail/mail.ts";
import { listPlanned } from "../plan-queries.ts";
import { guestMail } from "./guest-mail.ts";
import { type Addresses, type DispatchNotice, dispatchMail } from "./mail.ts";

/** After so many failures, the last of them about two days after the first, a person must see to it; the page says so. */
export const MOST_ATTEMPTS = 40;

type Claimed = {
  municipalityId: number;
  meetingId: number;
  number: number;
  position: number;
  kind: DispatchMailKind;
  name: string;
  email: string;
  role: DispatchNotice["role"] | "guest";
  language: MailLanguage;
  slug: string;
  municipality: string;
  date: string;
  items: number;
  late: boolean;
  /** Of a guest: their item, with its title where everybody may read it. */
  itemId: number | null;
  title: string | null;
  from: string | null;
  until: string | null;
  start: string;
  end: string | null;
};

const isUnsent = (row: string) =>
  sql<boolean>`${sql.ref(`${row}.sent_at`)} is null and ${sql.ref(`${row}.attempts`)} < ${MOST_ATTEMPTS}`;

/** What is due to be written: nobody hears that a meeting is cancelled before they have been called to it. Cheap. */
const due = sql`dispatch_recipient as mail where ${isUnsent("mail")} and mail.try_at <= current_timestamp
  and not exists (select from dispatch_recipient as earlier
    where earlier.municipality_id = mail.municipality_id and earlier.planned_meeting_id = mail.planned_meeting_id
      and earlier.email = mail.email and ${isUnsent("earlier")}
      and (earlier.number, earlier.position) < (mail.number, mail.position))`;

export async function anyMailDue(db: Database): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from ${due}) as due`.execute(db);
  return rows[0]?.due === true;
}

/**
 * Sends what waits, one mail after the other, to each person in the order it was written. Each is claimed before it is sent
 * and noted after: a kill between the two sends that one mail again, and no other. One that the server does not take is tried
 * again, after a minute at first and an hour at last. Ends when there is none left, when the server takes none, or when
 * `signal` says so.
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

/**
 * The next mail, which nobody else takes until it is tried again. Of an item that a guest is invited to, the title as it was
 * sent, unless it is closed there or has been closed since.
 */
async function claim(db: Database): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with next as (
      select municipality_id, planned_meeting_id, number, position from ${due}
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
      claimed.position, claimed.kind, claimed.name, claimed.email, claimed.role, claimed.language, town.slug,
      town.name as municipality, plan.held_on as date, jsonb_array_length(dispatch.content -> 'items') as items, dispatch.late,
      claimed.item_id as "itemId", item.title, to_char(claimed.from_time, 'HH24:MI') as "from",
      to_char(claimed.until_time, 'HH24:MI') as "until", dispatch.content ->> 'start' as start, dispatch.content ->> 'end' as "end"
    from claimed
    join dispatch on dispatch.municipality_id = claimed.municipality_id
      and dispatch.planned_meeting_id = claimed.planned_meeting_id and dispatch.number = claimed.number
    join planned_meeting as plan on plan.municipality_id = claimed.municipality_id and plan.id = claimed.planned_meeting_id
    join municipality as town on town.id = claimed.municipality_id
    left join lateral (
      select sent ->> 'title' as title
      from jsonb_array_elements(dispatch.content -> 'items') as sent
      join agenda_item as row on row.municipality_id = claimed.municipality_id and row.id = claimed.item_id
      left join paper on paper.municipality_id = row.municipality_id and paper.id = row.paper_id
      where sent -> 'id' = to_jsonb(claimed.item_id) and sent -> 'closed' = 'false'::jsonb
        and not row.closed and not coalesce(paper.closed, false)
    ) as item on true`.execute(db);
  return rows[0];
}

/** The meeting as it is planned now: what was moved since is told as it is. */
async function messageOf(db: Database, claimed: Claimed, addresses: Addresses): Promise<Message | undefined> {
  const { municipalityId, meetingId, date, slug, name, email, role, kind, itemId, title, start, end } = claimed;
  const planned = await listPlanned(db, { municipalityId, from: date, to: date });
  const meeting = planned.find(({ id }) => id === meetingId);
  if (!meeting) return undefined;
  const notice = { ...claimed, to: { name, email }, municipality: { slug, name: claimed.municipality }, meeting };
  if (role === "guest")
    return guestMail({ ...notice, item: { id: itemId ?? 0, title }, setFor: { start, end } }, addresses.home);
  // Members are told neither that a guest's time has changed nor that a guest is not to come.
  if (kind === "changed" || kind === "withdrawn") return undefined;
  return dispatchMail({ ...notice, role, kind }, addresses);
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
