import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { DispatchMailKind } from "#database/schema-agendas.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Mail } from "./recipients.ts";

type Meeting = { municipalityId: number; meetingId: number };

/** Somebody who is invited to an item and has an address; times are "HH:MM", the item's own where none is said. */
export type InvitedGuest = {
  itemId: number;
  userId: string | null;
  name: string;
  email: string;
  language: MailLanguage;
  from: string | null;
  until: string | null;
};

/**
 * The guests of an agenda's items as they stand now who can be written to, each address once an item. A user's address and
 * language are their own where the secretary wrote none.
 */
export async function listInvited(db: Database, { municipalityId, meetingId }: Meeting): Promise<InvitedGuest[]> {
  const { rows } = await sql<InvitedGuest>`
    select distinct on (item.position, item.id, lower(guest.email)) item.id as "itemId", guest.user_id as "userId", guest.name,
      guest.email, guest.language, to_char(guest.begins, 'HH24:MI') as "from",
      to_char(coalesce(guest.until_time, case when item.ends > coalesce(guest.begins, item.ends) then item.ends end), 'HH24:MI')
        as "until"
    from (
      select id, position, starts_at, starts_at + minutes * interval '1 minute' as ends from agenda_item
      where municipality_id = ${municipalityId} and planned_meeting_id = ${meetingId} and withdrawn_with is null
    ) as item
    join lateral (
      select invited.position, invited.name, invited.user_id, invited.until_time,
        coalesce(invited.from_time, item.starts_at) as begins,
        coalesce(invited.email, "user".email) as email,
        case when invited.email is null then coalesce("user".language, invited.language) else invited.language end as language
      from agenda_guest as invited
      left join identity."user" as "user" on "user".id = invited.user_id
      where invited.municipality_id = ${municipalityId} and invited.agenda_item_id = item.id
    ) as guest on guest.email is not null
    order by item.position, item.id, lower(guest.email), guest.position`.execute(db);
  return rows;
}

/** The latest that guests have been told, or are about to be, an address an item; those whose invitation stands. */
export async function listTold(db: Database, { municipalityId, meetingId }: Meeting): Promise<InvitedGuest[]> {
  const { rows } = await sql<InvitedGuest & { kind: DispatchMailKind }>`
    select distinct on (item_id, lower(email)) item_id as "itemId", user_id as "userId", name, email, language,
      to_char(from_time, 'HH24:MI') as "from", to_char(until_time, 'HH24:MI') as "until", kind
    from dispatch_recipient
    where municipality_id = ${municipalityId} and planned_meeting_id = ${meetingId} and role = 'guest'
    order by item_id, lower(email), number desc, position desc`.execute(db);
  return rows.flatMap(({ kind, ...guest }) => (kind === "withdrawn" ? [] : [guest]));
}

/**
 * What guests must be told now: who is new is invited, who is to come at another time is told when, and who is no longer
 * wanted, or whose item is withdrawn, that they are not to come. Nobody is told the same twice.
 */
export function guestMails(told: readonly InvitedGuest[], invited: readonly InvitedGuest[]): Mail[] {
  const key = ({ itemId, email }: InvitedGuest) => `${itemId} ${email.toLowerCase()}`;
  const before = new Map(told.map((guest) => [key(guest), guest]));
  const now = new Set(invited.map(key));
  const gone = told.filter((guest) => !now.has(key(guest)));
  return [
    ...invited.flatMap((guest) => {
      const known = before.get(key(guest));
      if (!known) return mailTo(guest, "dispatch");
      return known.from === guest.from && known.until === guest.until ? [] : mailTo(guest, "changed");
    }),
    ...gone.map((guest) => mailTo(guest, "withdrawn")),
  ];
}

export function mailTo(guest: InvitedGuest, kind: DispatchMailKind): Mail {
  const { itemId, from, until, ...person } = guest;
  return { ...person, role: "guest", kind, guestOf: { itemId, from, until } };
}

/** What stands between what guests have been told and how the agenda stands now, for the items that are given; else for all. */
export async function listGuestMails(db: Database, at: Meeting, items?: readonly number[]): Promise<Mail[]> {
  const [told, invited] = await Promise.all([listTold(db, at), listInvited(db, at)]);
  const isMeant = ({ itemId }: InvitedGuest) => items === undefined || items.includes(itemId);
  return guestMails(told.filter(isMeant), invited.filter(isMeant));
}
