import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

const DAY = 24 * 60 * 60 * 1000;

/** How long a link can be used. An invitation waits for somebody who is on holiday; a forgotten password does not. */
export const LINK_LIFE = { invitation: 14 * DAY, forgotten: DAY / 24, first: 30 * DAY } as const;

/**
 * A token for a link where a person chooses a password, used once. `userId` null: the first operator, who is not made
 * yet. Earlier links of the same person no longer work.
 */
export async function makePasswordLink(db: Database, userId: string | null, life: number): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom("identity.password_link")
      .where((eb) => (userId === null ? eb("user_id", "is", null) : eb("user_id", "=", userId)))
      .execute();
    await tx
      .insertInto("identity.password_link")
      .values({ token_hash: hash(token), user_id: userId, expires_at: new Date(Date.now() + life), used_at: null })
      .execute();
  });
  return token;
}

export type PasswordLink = { user: { id: string; name: string; email: string } | null };

/** Whom a link is for; undefined when it is unknown, used or too old. */
export async function findPasswordLink(db: Database, token: string): Promise<PasswordLink | undefined> {
  const row = await db
    .selectFrom("identity.password_link as link")
    .leftJoin("identity.user as user", "user.id", "link.user_id")
    .select(["link.user_id", "user.name", "user.email"])
    .where("link.token_hash", "=", hash(token))
    .where("link.used_at", "is", null)
    .where("link.expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
  if (!row) return undefined;
  return { user: row.user_id ? { id: row.user_id, name: row.name ?? "", email: row.email ?? "" } : null };
}

/** True for the one caller who gets to use the link. */
export async function takePasswordLink(db: Database, token: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("identity.password_link")
    .set({ used_at: new Date() })
    .where("token_hash", "=", hash(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const hash = (token: string): Buffer => createHash("sha256").update(token).digest();
