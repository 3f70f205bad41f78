import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import type { ServerBuild } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { createApp } from "#web/app.ts";
import { createLog } from "#web/log.ts";
import { PageCache } from "#web/page-cache.ts";
import { type Deviation, samlProvider, type SamlPost } from "../../tests/support/saml-provider.ts";
import { invite } from "./access-operations.ts";
import { findActor } from "./actor-queries.ts";
import { type Auth, createAuth } from "./auth.ts";
import { askAuth } from "./auth-request.ts";
import { readSecret } from "./secret.ts";
import { readSignOn } from "./sign-on.ts";
import { aPerson, operator } from "./testing.ts";

const HOME = "http://localhost:3000";
const ACS = `${HOME}/api/auth/sso/saml2/sp/acs/birkeby`;
const EMAIL_CLAIM = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

const provider = samlProvider();
let database: TestDatabase;
let folder: string;
let auth: Auth;
let app: Pick<Hono, "request">;
let metadata: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "sagsgang-saml-"));
  const file = join(folder, "sign-on.json");
  const common = { label: "Birkeby Kommune", domain: "example.dk" };
  await writeFile(join(folder, "birkeby.xml"), provider.metadata);
  await writeFile(
    file,
    JSON.stringify([
      { id: "birkeby", ...common, saml: { metadata: "birkeby.xml" } },
      { id: "adfs", ...common, saml: { metadata: "birkeby.xml", email: EMAIL_CLAIM } },
    ]),
  );
  const signOn = await readSignOn(file, HOME);
  const secret = await readSecret(database.db);
  const log = createLog("silent");
  auth = await createAuth({ db: database.db, address: HOME, secret, signOn: signOn.map((one) => one.provider), log });
  const options = { db: database.db, databaseUrl: database.url, port: 0, log, build: folder, signOn, secret };
  app = createApp(options, { routes: {} } as ServerBuild, new PageCache(), HOME) as unknown as typeof app;
  metadata = await (await app.request(`${HOME}/api/auth/sso/saml2/sp/metadata?providerId=birkeby`)).text();
  await database.db.insertInto("municipality").values({ slug: "birkeby", name: "Birkeby" }).execute();
  const { id } = await database.db.selectFrom("municipality").select("id").executeTakeFirstOrThrow();
  await aPerson(database.db, id, "Vera Birk", "secretary");
  const elsewhere = { role: "reader", committeeId: null, untilOn: null } as const;
  await invite(database.db, operator, id, { name: "Ole Vang", email: "ole@andet.dk" }, elsewhere);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** Where our button sends the browser. */
async function begin(providerId = "birkeby"): Promise<string> {
  const answer = await askAuth(auth, new Request(HOME), "/sign-in/sso", {
    providerId,
    callbackURL: "/birkeby/arbejde",
    errorCallbackURL: "/log-ind",
  });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.code}`);
  return String(answer.data["url"]);
}

/** The browser posts the provider's page to us, through everything that a request passes. */
const post = (form: SamlPost, acs = ACS): Promise<Response> =>
  Promise.resolve(
    app.request(acs, {
      method: "POST",
      headers: { Origin: "https://login.birkeby.example", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    }),
  );

async function signOnAs(email: string, deviation: Deviation = {}): Promise<Response> {
  return post(provider.answer(await begin(), email, metadata, deviation));
}

const actorOf = (response: Response) =>
  findActor(auth, database.db, new Headers({ Cookie: cookiesOf(response.headers) }));

/** Sent back to the sign-in page (or the front page), without a session. */
async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBe(302);
  const to = new URL(response.headers.get("Location") ?? "", HOME);
  expect(to.origin).toBe(HOME);
  expect(to.pathname).toBe("/log-ind");
  expect(to.searchParams.get("error")).toBeTruthy();
  expect(await actorOf(response)).toBeNull();
}

describe("a municipality's own sign-on (SAML)", () => {
  test("is told by our metadata where to answer, and that its answers must be signed", () => {
    expect(metadata).toContain(`Location="${ACS}"`);
    expect(metadata).toContain('WantAssertionsSigned="true"');
  });

  test("lets an invited person in, and leads them to where they were going", async () => {
    const response = await signOnAs("Vera.Birk@example.dk");
    expect(response.headers.get("Location")).toBe("/birkeby/arbejde");
    expect(await actorOf(response)).toMatchObject({ name: "Vera Birk", grants: [{ role: "secretary" }] });
  });

  test("may tell the address in an attribute of its own choosing", async () => {
    const acs = ACS.replace("birkeby", "adfs");
    const sp = await (await app.request(`${HOME}/api/auth/sso/saml2/sp/metadata?providerId=adfs`)).text();
    const said = { nameId: "S-1-5-21-1004", attributes: { [EMAIL_CLAIM]: "vera.birk@example.dk" } };
    const response = await post(provider.answer(await begin("adfs"), "", sp, said), acs);
    expect(await actorOf(response)).toMatchObject({ name: "Vera Birk" });
  });

  test.each<[string, Deviation]>([
    ["signed with another key", { otherKey: true }],
    ["not signed", { unsigned: true }],
    ["meant for another service", { audience: "https://andet.example/saml" }],
    ["addressed to another service", { recipient: "https://andet.example/acs" }],
    ["an hour old", { minutes: -60 }],
    ["that nobody asked for", { unasked: true }],
  ])("an answer %s lets nobody in", async (_what, deviation) => {
    await expectRefused(await signOnAs("vera.birk@example.dk", deviation));
  });

  test("an answer lets in once", async () => {
    const answer = provider.answer(await begin(), "vera.birk@example.dk", metadata);
    expect(await actorOf(await post(answer))).toMatchObject({ name: "Vera Birk" });
    await expectRefused(await post(answer));
  });

  test("an answer with another person put in is refused", async () => {
    const { SAMLResponse, RelayState } = provider.answer(await begin(), "ukendt@example.dk", metadata);
    const xml = Buffer.from(SAMLResponse, "base64").toString();
    const own = /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml)?.[0] ?? "";
    const forged = own
      .replace("ukendt@example.dk", "vera.birk@example.dk")
      .replace(/<ds:Signature.*<\/ds:Signature>/s, "")
      .replace(/ID="[^"]+"/, 'ID="_forfalsket"');
    for (const wrapped of [
      xml.replace("ukendt@example.dk", "vera.birk@example.dk"),
      xml.replace("<saml:Assertion", `${forged}<saml:Assertion`),
      xml.replace("</samlp:Response>", `${forged}</samlp:Response>`),
    ])
      await expectRefused(await post({ SAMLResponse: Buffer.from(wrapped).toString("base64"), RelayState }));
  });

  test("an answer that speaks of files is not read", async () => {
    const { SAMLResponse, RelayState } = provider.answer(await begin(), "vera.birk@example.dk", metadata);
    const xml = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>${Buffer.from(SAMLResponse, "base64")}`;
    await expectRefused(await post({ SAMLResponse: Buffer.from(xml).toString("base64"), RelayState }));
  });

  test("somebody who is not invited, or of another domain, is sent back, and no account is made", async () => {
    await expectRefused(await signOnAs("fremmed@example.dk"));
    await expectRefused(await signOnAs("ole@andet.dk"));
    const users = await database.db.selectFrom("identity.user").select("email").orderBy("email").execute();
    expect(users.map(({ email }) => email)).toEqual(["ole@andet.dk", "vera.birk@example.dk"]);
  });

  test.each(["https://ond.example", "//ond.example", "/\\ond.example", "javascript:alert(1)"])(
    "a relay state of %s leads nobody there",
    async (RelayState) => {
      const answer = provider.answer(await begin(), "vera.birk@example.dk", metadata);
      await expectRefused(await post({ ...answer, RelayState }));
      const signedIn = cookiesOf((await signOnAs("vera.birk@example.dk")).headers);
      const headers = { Cookie: signedIn };
      const back = await app.request(`${ACS}?RelayState=${encodeURIComponent(RelayState)}`, { headers });
      expect(new URL(back.headers.get("Location") ?? "/", HOME).origin).toBe(HOME);
    },
  );
});

test("forms of ours are still refused when another site sends them", async () => {
  const response = await app.request(`${HOME}/log-ind`, {
    method: "POST",
    headers: { Origin: "https://login.birkeby.example", "Content-Type": "application/x-www-form-urlencoded" },
    body: "email=x",
  });
  expect(response.status).toBe(403);
});
