import { type APIRequestContext, expect, request as requests } from "@playwright/test";
import type { Database } from "#database/connect.ts";
import { invite } from "#identity/access-operations.ts";
import { type Role, roles } from "#identity/actor.ts";
import { aPerson, operator, PASSWORD } from "#identity/testing.ts";

/** A person with every role there is in a municipality. */
export async function everything(
  db: Database,
  municipalityId: number,
  name: string,
): Promise<{ email: string; id: string }> {
  const { email, userId } = await aPerson(db, municipalityId, name, "secretary");
  const held = roles.filter((role): role is Exclude<Role, "guest"> => role !== "guest" && role !== "substitute");
  for (const role of held)
    await invite(db, operator, municipalityId, { name, email }, { role, committeeId: null, untilOn: null });
  return { email, id: userId };
}

/** Somebody with `PASSWORD` who asks without a browser, from an address of their own. */
export async function signedIn(url: string, email: string, visitor: number): Promise<APIRequestContext> {
  const extraHTTPHeaders = { "X-Forwarded-For": `192.0.2.${visitor}`, Origin: url };
  const context = await requests.newContext({ baseURL: url, extraHTTPHeaders });
  const answer = await context.post("/log-ind", { form: { email, password: PASSWORD }, maxRedirects: 0 });
  expect(answer.status(), email).toBe(303);
  return context;
}
