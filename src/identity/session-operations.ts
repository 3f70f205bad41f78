import type { Transaction } from "kysely";
import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "./actor.ts";
import { INSTALLATION, writeAudit } from "./audit-queries.ts";

/** One place where somebody is signed in. `address` and `userAgent` as they were when they signed in there. */
export type OwnSession = {
  id: string;
  began: Date;
  /** To the nearest ten minutes. */
  lastUsed: Date;
  address: string | null;
  userAgent: string | null;
  /** The one that asks. */
  own: boolean;
};

/** Where somebody is signed in, last used first; `token`: of the session that asks. */
export async function listSessions(db: Database, userId: string, token: string | null): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom("identity.session")
    .select(["id", "token", "createdAt", "updatedAt", "ipAddress", "userAgent"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", sql<Date>`now()`)
    .orderBy("updatedAt", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    began: row.createdAt,
    lastUsed: row.updatedAt,
    // Of an IPv6 address only the network is kept; the machine's own has none.
    address: /[1-9a-f]/i.test(row.ipAddress ?? "") ? row.ipAddress : null,
    userAgent: row.userAgent || null,
    own: row.token === token,
  }));
}

/**
 * Signs a person out in one place of their own, or in all but the one that asks. Returns how many sessions ended: a
 * session that is gone already, or is somebody else's, ends nothing.
 */
export async function endSessions(
  db: Database,
  actor: Actor,
  which: { id: string } | { allBut: string },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom("identity.session")
      .where("userId", "=", actor.userId)
      .where((eb) => ("id" in which ? eb("id", "=", which.id) : eb("token", "!=", which.allBut)))
      .executeTakeFirst();
    if (numDeletedRows > 0n)
      await writeAudit(tx, actor, INSTALLATION, {
        action: "sessions.ended",
        subject: `user:${actor.userId}`,
        details: { count: Number(numDeletedRows) },
      });
    return Number(numDeletedRows);
  });
}

/** Ends all that lets somebody in who has no role left anywhere: sessions and links to choose a password. */
export async function shutOut(tx: Transaction<Schema>, userId: string): Promise<void> {
  const left = await tx
    .selectFrom("identity.user")
    .select("id")
    .where("id", "=", userId)
    .where((eb) =>
      eb.or([
        eb("isOperator", "=", true),
        eb.exists(eb.selectFrom("role_grant").select("id").where("user_id", "=", userId).where("ended_at", "is", null)),
      ]),
    )
    .executeTakeFirst();
  if (left) return;
  await tx.deleteFrom("identity.session").where("userId", "=", userId).execute();
  await tx.deleteFrom("identity.password_link").where("user_id", "=", userId).execute();
}
