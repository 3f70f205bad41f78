import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Auth } from "./auth.ts";
import { askAuth, type AuthAnswer } from "./auth-request.ts";

/** Wrong passwords for one account, wherever they come from, before it must wait. */
export const MAX_WRONG = 10;

/**
 * Signs in with a password. An account that has been tried too often waits a quarter of an hour, whether it is there or
 * not; passkeys and the municipality's own sign-on still let its owner in. better-auth counts the attempts of each address.
 */
export async function signInWithPassword(
  auth: Auth,
  db: Database,
  request: Request,
  { email, password }: { email: string; password: string },
): Promise<AuthAnswer> {
  const account = createHash("sha256").update(email.trim().toLowerCase()).digest();
  if ((await countAttempt(db, account)) > MAX_WRONG) return { ok: false, status: 429, code: "TOO_MANY_ATTEMPTS" };
  const answer = await askAuth(auth, request, "/sign-in/email", { email, password });
  // Only wrong passwords count, and the right one forgives them.
  if (answer.ok || answer.status !== 401)
    await db.deleteFrom("identity.password_attempt").where("account", "=", account).execute();
  return answer;
}

/**
 * Counted before the password is looked at, so that many at once get no more tries. The quarter of an hour runs from the
 * first attempt: whoever goes on trying does not lengthen it.
 */
async function countAttempt(db: Database, account: Buffer): Promise<number> {
  await db
    .deleteFrom("identity.password_attempt")
    .where("began_at", "<", sql<Date>`now() - interval '15 minutes'`)
    .execute();
  const { count } = await db
    .insertInto("identity.password_attempt")
    .values({ account, count: 1, began_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict.column("account").doUpdateSet({ count: sql<number>`identity.password_attempt.count + 1` }),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return count;
}
