import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Database } from "#database/connect.ts";
import type { Actor, Grant } from "./actor.ts";
import type { Auth } from "./auth.ts";
import { sessionToken } from "./session-cookie.ts";
import { endOfSession, WHOLE_HOURS } from "./session-life.ts";
import { holdsRole } from "./holds-role.ts";

/** Sessions in use are noted so often, in milliseconds, and not with every page. */
const NOTED_EVERY = 10 * 60 * 1000;

/**
 * Whoever the session cookie belongs to, with the roles that hold today; null for everybody else. One prepared statement;
 * every ten minutes of use a second one that keeps the session.
 */
export async function findActor(auth: Auth, db: Database, headers: Headers): Promise<Actor | null> {
  const token = await sessionToken(auth, headers);
  if (token === null) return null;
  const found = await findSession(db, token);
  if (!found) return null;
  const { sessionId, began, ends, ...actor } = found;
  const until = endOfSession(began, new Date());
  if (until.getTime() - ends.getTime() > NOTED_EVERY)
    await db
      .updateTable("identity.session")
      .set({ expiresAt: until, updatedAt: new Date() })
      .where("id", "=", sessionId)
      .execute();
  return actor;
}

async function findSession(db: Database, token: string) {
  return db
    .selectFrom("identity.session as session")
    .innerJoin("identity.user as user", "user.id", "session.userId")
    .select((eb) => [
      "session.id as sessionId",
      "session.createdAt as began",
      "session.expiresAt as ends",
      "user.id as userId",
      "user.name",
      "user.email",
      "user.isOperator",
      "user.isExample",
      jsonArrayFrom(
        eb
          .selectFrom("role_grant as grant")
          .select([
            "grant.municipality_id as municipalityId",
            "grant.role",
            "grant.committee_id as committeeId",
            "grant.item_id as itemId",
          ])
          .whereRef("grant.user_id", "=", "user.id")
          .where(holdsRole("grant")),
      )
        .$castTo<Grant[]>()
        .as("grants"),
    ])
    .where("session.token", "=", token)
    .where("session.expiresAt", ">", sql<Date>`now()`)
    .where("session.createdAt", ">", sql<Date>`now() - make_interval(hours => ${WHOLE_HOURS})`)
    .executeTakeFirst();
}
