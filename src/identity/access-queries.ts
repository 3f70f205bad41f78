import type { Database } from "#database/connect.ts";
import type { Role } from "./actor.ts";

export type AccessRow = {
  grantId: number;
  userId: string;
  name: string;
  email: string;
  role: Role;
  committee: string | null;
  untilOn: string | null;
  /** False while the invitation has not been used. */
  canSignIn: boolean;
};

/** Every role that has not ended, by person. */
export async function listAccess(db: Database, municipalityId: number): Promise<AccessRow[]> {
  const rows = await db
    .selectFrom("role_grant as grant")
    .innerJoin("identity.user as user", "user.id", "grant.user_id")
    .leftJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "grant.municipality_id")
        .onRef("committee.id", "=", "grant.committee_id"),
    )
    .select((eb) => [
      "grant.id as grantId",
      "user.id as userId",
      "user.name",
      "user.email",
      "grant.role",
      "committee.name as committee",
      "grant.until_on as untilOn",
      eb
        .exists(eb.selectFrom("identity.account").select("id").whereRef("identity.account.userId", "=", "user.id"))
        .$castTo<boolean>()
        .as("canSignIn"),
    ])
    .where("grant.municipality_id", "=", municipalityId)
    .where("grant.ended_at", "is", null)
    .orderBy("user.name")
    .orderBy("user.id")
    .orderBy("grant.id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Undefined when the municipality has no committee of that address. */
export async function findCommitteeId(db: Database, municipalityId: number, slug: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row?.id;
}
