import type { Database } from "#database/connect.ts";
import { choosePassword, invite } from "./access-operations.ts";
import type { Actor, Role } from "./actor.ts";

export const PASSWORD = "tre blaa stole i regn";

export const operator: Actor = {
  userId: "operator",
  name: "Drift",
  email: "drift@example.dk",
  isOperator: true,
  isExample: false,
  grants: [],
};

/** Somebody with a role and `PASSWORD`, as an administrator and they themselves would have made them. */
export async function aPerson(
  db: Database,
  municipalityId: number,
  name: string,
  role: Role,
  committeeId: number | null = null,
): Promise<{ userId: string; email: string }> {
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}@example.dk`;
  const invited = await invite(db, operator, municipalityId, { name, email }, { role, committeeId, untilOn: null });
  if (!invited.ok) throw new Error(invited.reason);
  if (invited.token) await choosePassword(db, invited.token, PASSWORD, null);
  return { userId: invited.userId, email };
}
