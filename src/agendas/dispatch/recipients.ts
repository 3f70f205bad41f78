import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { holdsRole } from "#identity/holds-role.ts";

export type Recipient = { userId: string; name: string; email: string; role: "member" | "substitute" | "mayor" };

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
    select "userId", name, email, role from (
      select distinct on ("grant".user_id) "grant".user_id as "userId", "user".name, "user".email, "grant".role,
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

/** What stands between the recipients of one dispatch: its number, what the mail tells, and as of which plan. */
type Mailing = {
  municipalityId: number;
  meetingId: number;
  number: number;
  kind: "dispatch" | "moved" | "cancelled";
  sequence: number;
};

/** Notes whom to write to; the mail goes out in the background. In the transaction of what it tells. */
export async function noteRecipients(tx: Database, mailing: Mailing, recipients: Recipient[]): Promise<void> {
  if (recipients.length === 0) return;
  const { municipalityId, meetingId, number, kind, sequence } = mailing;
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
      recipients.map(({ userId, name, email, role }, index) => ({
        municipality_id: municipalityId,
        planned_meeting_id: meetingId,
        number,
        position: (first?.last ?? 0) + index + 1,
        user_id: userId,
        name,
        email,
        role,
        kind,
        sequence,
        sent_at: null,
      })),
    )
    .execute();
}
