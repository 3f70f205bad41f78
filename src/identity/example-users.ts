import { hashPassword } from "better-auth/crypto";
import type { Database } from "#database/connect.ts";
import { type Role, roles } from "./actor.ts";
import { ensureUser, savePassword } from "./user-queries.ts";

/** No secret: it opens the invented municipality only, and stands on the sign-in page. */
export const EXAMPLE_PASSWORD = "eksempel paa en kode";

const names: Record<Role, string> = {
  administrator: "Asta Administrator",
  secretary: "Signe Sekretær",
  writer: "Sander Sagsbehandler",
  head: "Alma Afdelingsleder",
  director: "Dines Direktør",
  mayor: "Bodil Borgmester",
  member: "Mogens Medlem",
  substitute: "Sofie Stedfortræder",
  guest: "Gorm Gæst",
  officer: "Rikke Registermedarbejder",
  reader: "Laurits Læser",
};

const emailOf = (role: Role): string => `${role}@eksempelkoebing.example`;

/** One user for each role in the example municipality while it is shown, and none when it is not. */
export async function keepExampleUsers(db: Database, shown: boolean): Promise<void> {
  const example = await db.selectFrom("municipality").select("id").where("is_example", "=", true).executeTakeFirst();
  if (!example || !shown) {
    await db.deleteFrom("identity.user").where("isExample", "=", true).execute();
    return;
  }
  const there = await db.selectFrom("identity.user").select("id").where("isExample", "=", true).executeTakeFirst();
  if (there) return;
  const hashed = await hashPassword(EXAMPLE_PASSWORD);
  await db.transaction().execute(async (tx) => {
    for (const role of roles) {
      const id = await ensureUser(tx, { name: names[role], email: emailOf(role) });
      await savePassword(tx, id, hashed);
      await tx
        .updateTable("identity.user")
        .set({ isExample: true, emailVerified: true })
        .where("id", "=", id)
        .execute();
      await tx.insertInto("role_grant").values({ municipality_id: example.id, user_id: id, role }).execute();
    }
  });
}

/** The example users, for the sign-in page to offer; none when there are none. */
export async function listExampleUsers(db: Database): Promise<{ name: string; email: string; role: Role }[]> {
  const users = await db.selectFrom("identity.user").select(["name", "email"]).where("isExample", "=", true).execute();
  return roles.flatMap((role) => {
    const user = users.find(({ email }) => email === emailOf(role));
    return user ? { ...user, role } : [];
  });
}
