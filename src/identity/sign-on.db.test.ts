import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { signInAtProvider, startProvider, type TestProvider } from "../../tests/support/oidc-provider.ts";
import { invite } from "./access-operations.ts";
import { findActor } from "./actor-queries.ts";
import { type Auth, createAuth } from "./auth.ts";
import { askAuth } from "./auth-request.ts";
import { readSecret } from "./secret.ts";
import { readSignOn } from "./sign-on.ts";
import { aPerson, operator } from "./testing.ts";

const HOME = "http://localhost:3000";

let database: TestDatabase;
let provider: TestProvider;
let folder: string;
let auth: Auth;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "sagsgang-sign-on-"));
  provider = await startProvider(`${HOME}/api/auth/sso/callback/birkeby`);
  const { issuer, clientId, clientSecret } = provider;
  const file = join(folder, "sign-on.json");
  const entry = {
    id: "birkeby",
    label: "Birkeby Kommune",
    domain: "example.dk",
    oidc: { issuer, clientId, clientSecret },
  };
  await writeFile(file, JSON.stringify([entry]));
  const signOn = await readSignOn(file, HOME);
  auth = await createAuth({
    db: database.db,
    address: HOME,
    secret: await readSecret(database.db),
    signOn: signOn.map((one) => one.provider),
    log: { error: () => undefined, warn: () => undefined },
  });
  await database.db.insertInto("municipality").values({ slug: "birkeby", name: "Birkeby" }).execute();
  const { id } = await database.db.selectFrom("municipality").select("id").executeTakeFirstOrThrow();
  await aPerson(database.db, id, "Vera Birk", "secretary");
  const elsewhere = { role: "reader", committeeId: null, untilOn: null } as const;
  await invite(database.db, operator, id, { name: "Ole Vang", email: "ole@andet.dk" }, elsewhere);
});
afterAll(async () => {
  await provider.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** From our button, by way of the provider, back to us: what we answer in the end. */
async function signOnAs(email: string): Promise<Response> {
  const answer = await askAuth(auth, new Request(HOME), "/sign-in/sso", {
    providerId: "birkeby",
    callbackURL: "/arbejde",
    errorCallbackURL: "/log-ind",
  });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.code}`);
  const back = await signInAtProvider(String(answer.data["url"]), email);
  return auth.handler(new Request(back, { headers: { Cookie: cookiesOf(answer.headers) } }));
}

describe("a municipality's own sign-on (OpenID Connect)", () => {
  test("lets an invited person in", async () => {
    const response = await signOnAs("vera.birk@example.dk");
    expect(response.headers.get("Location")).toMatch(/\/arbejde$/);
    const actor = await findActor(auth, database.db, new Headers({ Cookie: cookiesOf(response.headers) }));
    expect(actor).toMatchObject({ name: "Vera Birk", grants: [{ role: "secretary" }] });
  });

  test("vouches for nobody outside its own domain", async () => {
    const response = await signOnAs("ole@andet.dk");
    expect(response.headers.get("Location")).toContain("/log-ind?error=");
  });

  test("sends somebody who is not invited back, and makes no account", async () => {
    const response = await signOnAs("fremmed@example.dk");
    expect(response.headers.get("Location")).toContain("/log-ind?error=");
    const users = await database.db.selectFrom("identity.user").select("email").orderBy("email").execute();
    expect(users.map(({ email }) => email)).toEqual(["ole@andet.dk", "vera.birk@example.dk"]);
  });

  test("an answer that nobody asked for lets nobody in", async () => {
    const response = await auth.handler(new Request(`${HOME}/api/auth/sso/callback/birkeby?code=x&state=y`));
    expect(cookiesOf(response.headers)).not.toContain("session_token=");
  });
});

test.each([
  ["no JSON", "{"],
  ["no provider", '[{ "id": "x", "label": "X", "domain": "x.dk" }]'],
  ["an odd name", '[{ "id": "X Y", "label": "X", "domain": "x.dk", "saml": { "metadata": "x.xml" } }]'],
  ["a missing file", '[{ "id": "x", "label": "X", "domain": "x.dk", "saml": { "metadata": "borte.xml" } }]'],
])("a settings file with %s is said in one sentence", async (_what, text) => {
  const file = join(folder, "forkert.json");
  await writeFile(file, text);
  await expect(readSignOn(file, HOME)).rejects.toThrow(/^Filen .*(er ikke, som den skal være|kan ikke læses)/);
});
