import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { staffRoles } from "./policy.ts";

export type StaffMember = { userId: string; name: string };

/** Those who may be responsible for a committee's papers today, by name. */
export async function listStaff(db: Database, municipalityId: number, committeeId: number): Promise<StaffMember[]> {
  const today = sql<string>`(now() at time zone 'Europe/Copenhagen')::date`;
  return db
    .selectFrom("role_grant as granted")
    .innerJoin("identity.user as user", "user.id", "granted.user_id")
    .select(["user.id as userId", "user.name"])
    .distinct()
    .where("granted.municipality_id", "=", municipalityId)
    .where("granted.role", "in", staffRoles)
    .where((eb) => eb.or([eb("granted.committee_id", "is", null), eb("granted.committee_id", "=", committeeId)]))
    .where("granted.item_id", "is", null)
    .where("granted.ended_at", "is", null)
    .where("granted.from_on", "<=", today)
    .where((eb) => eb.or([eb("granted.until_on", "is", null), eb("granted.until_on", ">=", today)]))
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
}
