import type { Database } from "#database/connect.ts";
import { holdsRole } from "#identity/holds-role.ts";
import { staffRoles } from "./policy.ts";

export type StaffMember = { userId: string; name: string };

/** Those who may be responsible for a committee's papers today, by name. */
export async function listStaff(db: Database, municipalityId: number, committeeId: number): Promise<StaffMember[]> {
  return db
    .selectFrom("role_grant as granted")
    .innerJoin("identity.user as user", "user.id", "granted.user_id")
    .select(["user.id as userId", "user.name"])
    .distinct()
    .where("granted.municipality_id", "=", municipalityId)
    .where("granted.role", "in", staffRoles)
    .where((eb) => eb.or([eb("granted.committee_id", "is", null), eb("granted.committee_id", "=", committeeId)]))
    .where("granted.item_id", "is", null)
    .where(holdsRole("granted"))
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
}
