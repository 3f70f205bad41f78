import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Actor, Grant, Role } from "./actor.ts";
import type { Auth } from "./auth.ts";

/** Whoever the session cookie belongs to, with the roles that hold today; null for everybody else. */
export async function findActor(auth: Auth, db: Database, headers: Headers): Promise<Actor | null> {
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const { id, name, email, isOperator, isExample } = session.user;
  const grants = await listGrants(db, id);
  return { userId: id, name, email, isOperator: isOperator ?? false, isExample: isExample ?? false, grants };
}

async function listGrants(db: Database, userId: string): Promise<Grant[]> {
  const today = sql<string>`(now() at time zone 'Europe/Copenhagen')::date`;
  const rows = await db
    .selectFrom("role_grant")
    .select(["municipality_id as municipalityId", "role", "committee_id as committeeId", "item_id as itemId"])
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("until_on", "is", null), eb("until_on", ">=", today)]))
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}
