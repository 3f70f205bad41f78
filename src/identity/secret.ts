import { randomBytes } from "node:crypto";
import type { Database } from "#database/connect.ts";

/** What signs sessions and locks one-time codes: `SAGSGANG_SECRET`, else one made at the first start and kept in the database. */
export async function readSecret(db: Database): Promise<string> {
  const given = process.env["SAGSGANG_SECRET"];
  if (given) {
    if (given.length >= 32) return given;
    throw new Error("SAGSGANG_SECRET er for kort. Brug mindst 32 tilfældige tegn: openssl rand -base64 32");
  }
  await db
    .insertInto("identity.secret")
    .values({ value: randomBytes(32).toString("base64") })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await db.selectFrom("identity.secret").select("value").executeTakeFirstOrThrow()).value;
}
