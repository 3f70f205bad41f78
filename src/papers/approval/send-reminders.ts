import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Mailer, Message } from "#mail/mail.ts";
import { dueDay } from "./due.ts";
import { type ReminderKind, stepSubject } from "./reminders.ts";
import { listReturned } from "./returned-queries.ts";
import { listTurns } from "./turn-queries.ts";

/** What a mail may say. `title` is null for a closed paper: nothing of it stands in a mail. */
export type Notice = {
  language: MailLanguage;
  kind: ReminderKind;
  municipality: { slug: string; name: string };
  paperId: number;
  reference: string;
  title: string | null;
  committee: string;
  /** For whom the person acts. */
  deputyFor: string | null;
  /** The last day of the turn, or the draft's deadline. */
  dueOn: string | null;
};

export type WriteNotice = (notice: Notice) => Omit<Message, "to">;

/** After so many attempts a mail is given up. */
const ATTEMPTS = 8;
/** What nobody could be told for so long is on their work list anyway. */
const STALE = sql<Date>`now() - interval '3 days'`;
const NEVER = sql<Date>`'infinity'`;

export async function anyUnsent(db: Database): Promise<boolean> {
  const { rows } = await sql<{ unsent: boolean }>`
    select exists (select from reminder where sent_at is null and try_at <= now()) as unsent`.execute(db);
  return rows[0]?.unsent === true;
}

/**
 * Sends what waits, one mail at a time, until nothing does or `signal` says so. What has come to nothing in the meantime is
 * not sent. A mail that the server does not take is tried again later, for a day at most. Killed between the server's yes
 * and the note of it, a mail is sent twice; else once, by however many servers.
 */
export async function sendReminders(
  db: Database,
  mail: Mailer,
  write: WriteNotice,
  signal: AbortSignal,
): Promise<{ sent: number; failed: number }> {
  const sum = { sent: 0, failed: 0 };
  await db
    .updateTable("reminder")
    .set({ try_at: NEVER })
    .where("sent_at", "is", null)
    .where("made_at", "<", STALE)
    .execute();
  while (!signal.aborted) {
    const claimed = await claim(db);
    if (!claimed) return sum;
    const row = db
      .updateTable("reminder")
      .where("municipality_id", "=", claimed.municipality_id)
      .where("subject", "=", claimed.subject)
      .where("user_id", "=", claimed.user_id)
      .where("kind", "=", claimed.kind);
    const letter = await findLetter(db, claimed);
    // An example user's address leads nowhere, and what is no longer so need not be said.
    if (!letter || (await mail.send({ to: letter.to, ...write(letter.notice) }))) {
      await row.set({ sent_at: sql`now()` }).execute();
      if (letter) sum.sent++;
    } else {
      sum.failed++;
      if (claimed.attempts >= ATTEMPTS) await row.set({ try_at: NEVER }).execute();
    }
  }
  return sum;
}

type Claimed = { municipality_id: number; subject: string; user_id: string; kind: ReminderKind; attempts: number };

/** The oldest that waits, for this process alone; its next attempt is some while away. */
async function claim(db: Database): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update reminder set attempts = attempts + 1, try_at = now() + (attempts + 1) * interval '10 minutes'
    where (municipality_id, subject, user_id, kind) = (
      select municipality_id, subject, user_id, kind from reminder where sent_at is null and try_at <= now()
      order by made_at limit 1 for update skip locked)
    returning municipality_id, subject, user_id, kind, attempts`.execute(db);
  return rows[0];
}

/** Undefined when there is nothing to tell any more, or nobody to tell it. */
async function findLetter(
  db: Database,
  { municipality_id: municipalityId, subject, user_id: userId, kind }: Claimed,
): Promise<{ to: Message["to"]; notice: Notice } | undefined> {
  const paperId = Number(/^paper:(\d+)/.exec(subject)?.[1]);
  const row = await db
    .selectFrom("paper")
    .innerJoin("municipality as town", "town.id", "paper.municipality_id")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "paper.municipality_id")
        .onRef("committee.id", "=", "paper.committee_id"),
    )
    .innerJoin("identity.user as user", (join) => join.on("user.id", "=", userId))
    .select([
      "paper.reference",
      "paper.title",
      "paper.closed",
      "paper.state",
      "paper.deadline",
      "town.slug",
      "town.name as town",
      "committee.name as committee",
      "user.name",
      "user.email",
      "user.language",
    ])
    .where("paper.municipality_id", "=", municipalityId)
    .where("paper.id", "=", paperId)
    .where("user.isExample", "=", false)
    .executeTakeFirst();
  if (!row) return undefined;
  const place = { municipalityId, paperId, userId };
  const turn = (await listTurns(db, place)).find((one) => stepSubject(one) === subject);
  const holds =
    kind === "returned"
      ? (await listReturned(db, place)).some((one) => stepSubject(one) === subject)
      : kind === "deadline"
        ? row.state === "draft"
        : turn !== undefined;
  if (!holds) return undefined;
  return {
    to: { name: row.name, email: row.email },
    notice: {
      language: row.language ?? "da",
      kind,
      municipality: { slug: row.slug, name: row.town },
      paperId,
      reference: row.reference,
      title: row.closed ? null : row.title,
      committee: row.committee,
      deputyFor: turn?.deputyFor ?? null,
      dueOn: kind === "deadline" ? row.deadline : turn?.meeting ? dueDay(turn.meeting, turn.days) : null,
    },
  };
}
