import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** What is counted: wrong passwords of an account, mails to it about a forgotten one, and such mails asked for from one place. */
type Counted = "password" | "forgotten" | "forgotten-from";

/**
 * How often something has been tried within a quarter of an hour, this time included. The quarter runs from the first
 * time: whoever goes on trying does not lengthen it. `whose`: an address, whether somebody has it or not; only its hash
 * is kept.
 */
export async function countAttempt(db: Database, what: Counted, whose: string): Promise<number> {
  await db
    .deleteFrom("identity.password_attempt")
    .where("began_at", "<", sql<Date>`now() - interval '15 minutes'`)
    .execute();
  const { count } = await db
    .insertInto("identity.password_attempt")
    .values({ account: keyOf(what, whose), count: 1, began_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict.column("account").doUpdateSet({ count: sql<number>`identity.password_attempt.count + 1` }),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return count;
}

/** Takes one attempt back that nothing was tried with. */
export async function uncountAttempt(db: Database, what: Counted, whose: string): Promise<void> {
  await db
    .updateTable("identity.password_attempt")
    .set({ count: sql<number>`greatest(count - 1, 0)` })
    .where("account", "=", keyOf(what, whose))
    .execute();
}

/** Begins to count anew. */
export async function forgiveAttempts(db: Database, what: Counted, whose: string): Promise<void> {
  await db.deleteFrom("identity.password_attempt").where("account", "=", keyOf(what, whose)).execute();
}

const keyOf = (what: Counted, whose: string): Buffer =>
  createHash("sha256").update(`${what}:${whose.trim().toLowerCase()}`).digest();
