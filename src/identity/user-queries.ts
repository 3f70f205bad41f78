import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Schema } from "#database/schema.ts";

/** better-auth keeps a password as an account of this provider, named after the user. */
const PASSWORD_ACCOUNT = "credential";

export async function findUserByEmail(db: Database | Transaction<Schema>, email: string) {
  return db
    .selectFrom("identity.user")
    .select(["id", "name", "email", "isExample", "language"])
    .where("email", "=", email)
    .executeTakeFirst();
}

/** The account with that address, made when there is none; `language` is what a new one is written to in. */
export async function ensureUser(
  tx: Transaction<Schema>,
  { name, email, language = null }: { name: string; email: string; language?: MailLanguage | null | undefined },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("identity.user")
    .values({ id, name, email, language, emailVerified: false, twoFactorEnabled: false })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .execute();
  return ((await findUserByEmail(tx, email)) as { id: string }).id;
}

/** The language somebody asked for; null when they asked for none. */
export async function findLanguage(db: Database | Transaction<Schema>, userId: string): Promise<MailLanguage | null> {
  const user = await db.selectFrom("identity.user").select("language").where("id", "=", userId).executeTakeFirst();
  return user?.language ?? null;
}

export async function isCommittee(db: Database, municipalityId: number, id: number): Promise<boolean> {
  const row = await db
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The names of the municipalities where somebody has or had a role: no words for a password of theirs. */
export async function listOwnMunicipalities(db: Database, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("municipality")
    .select("name")
    .where("id", "in", (eb) => eb.selectFrom("role_grant").select("municipality_id").where("user_id", "=", userId))
    .execute();
  return rows.map(({ name }) => name);
}

/** By password, by a sign-on that they have used, or by passkey. */
export async function canSignIn(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("identity.account")
    .select("id")
    .where("userId", "=", userId)
    .unionAll(db.selectFrom("identity.passkey").select("id").where("userId", "=", userId))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether a municipality's sign-on is somebody's way in and they never had a password: none is made for them then, for it
 * would let them in after the municipality has shut them out.
 */
export async function signsOnOnly(db: Database, userId: string): Promise<boolean> {
  const rows = await db.selectFrom("identity.account").select("providerId").where("userId", "=", userId).execute();
  return rows.length > 0 && rows.every(({ providerId }) => providerId !== PASSWORD_ACCOUNT);
}

/** Whether somebody has, or will have, a role outside a municipality. */
export async function hasRoleElsewhere(db: Database, userId: string, municipalityId: number): Promise<boolean> {
  const row = await db
    .selectFrom("role_grant")
    .select("id")
    .where("user_id", "=", userId)
    .where("municipality_id", "!=", municipalityId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function savePassword(tx: Transaction<Schema>, userId: string, hashed: string): Promise<void> {
  const updated = await tx
    .updateTable("identity.account")
    .set({ password: hashed, updatedAt: new Date() })
    .where("userId", "=", userId)
    .where("providerId", "=", PASSWORD_ACCOUNT)
    .executeTakeFirst();
  if (updated.numUpdatedRows > 0n) return;
  await tx
    .insertInto("identity.account")
    .values({
      id: randomUUID(),
      userId,
      accountId: userId,
      providerId: PASSWORD_ACCOUNT,
      password: hashed,
      updatedAt: new Date(),
    })
    .execute();
}
