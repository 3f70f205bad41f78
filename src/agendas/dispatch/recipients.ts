import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { DispatchMailKind } from "#database/schema-agendas.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import { holdsRole } from "#identity/holds-role.ts";

export type Recipient = {
  userId: string;
  name: string;
  email: string;
  role: "member" | "substitute" | "mayor";
  language: MailLanguage;
};

/**
 * Who gets a committee's agenda on a day: its members and substitutes, and the mayor, who gets every committee's
 * (kommunestyrelsesloven § 31 a, stk. 1). Each person once, members first.
 */
export async function listRecipients(
  db: Database,
  { municipalityId, committeeId }: { municipalityId: number; committeeId: number },
  today: string,
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select "userId", name, email, role, language from (
      select distinct on ("grant".user_id) "grant".user_id as "userId", "user".name, "user".email, "grant".role,
        coalesce("user".language, 'da') as language,
        array_position(array['member', 'substitute', 'mayor'], "grant".role) as rank
      from role_grant as "grant"
      join identity."user" as "user" on "user".id = "grant".user_id
      where "grant".municipality_id = ${municipalityId} and "grant".role in ('member', 'substitute', 'mayor')
        and ("grant".committee_id is null or "grant".committee_id = ${committeeId})
        and ${holdsRole("grant", today)}
      order by "grant".user_id, rank
    ) as person
    order by rank, name, "userId"`.execute(db);
  return rows;
}

/** What stands between the mails of one dispatch: its number, and as of which plan they are written. */
type Mailing = { municipalityId: number; meetingId: number; number: number; sequence: number };

/** A mail that waits. `guestOf`: the item a guest is invited to, and when they are to come ("HH:MM"). */
export type Mail = {
  userId: string | null;
  name: string;
  email: string;
  role: Recipient["role"] | "guest";
  language: MailLanguage;
  kind: DispatchMailKind;
  guestOf?: { itemId: number; from: string | null; until: string | null };
};

/** Notes whom to write to; the mail goes out in the background. In the transaction of what it tells. */
export async function noteMails(tx: Database, mailing: Mailing, mails: Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const { municipalityId, meetingId, number, sequence } = mailing;
  const first = await tx
    .selectFrom("dispatch_recipient")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", meetingId)
    .where("number", "=", number)
    .executeTakeFirst();
  await tx
    .insertInto("dispatch_recipient")
    .values(
      mails.map(({ userId, name, email, role, language, kind, guestOf }, index) => ({
        municipality_id: municipalityId,
        planned_meeting_id: meetingId,
        number,
        position: (first?.last ?? 0) + index + 1,
        user_id: userId,
        name,
        email,
        role,
        language,
        kind,
        item_id: guestOf?.itemId ?? null,
        from_time: guestOf?.from ?? null,
        until_time: guestOf?.until ?? null,
        sequence,
        sent_at: null,
      })),
    )
    .execute();
}
