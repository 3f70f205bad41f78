import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { endGrant, invite } from "./access-operations.ts";
import type { Actor } from "./actor.ts";
import { findActor } from "./actor-queries.ts";
import { type Auth, createAuth } from "./auth.ts";
import { askAuth } from "./auth-request.ts";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { signInWithPassword } from "./password-sign-in.ts";
import { readSecret } from "./secret.ts";
import { sessionToken } from "./session-cookie.ts";
import { endSessions, listSessions } from "./session-operations.ts";
import { aPerson, operator, PASSWORD } from "./testing.ts";

const HOME = "http://localhost:3000";
const HOUR = 60 * 60 * 1000;

let database: TestDatabase;
let auth: Auth;
let birkeby: number;
beforeAll(async () => {
  database = await testDatabase();
  const secret = await readSecret(database.db);
  const log = { error: () => undefined, warn: () => undefined };
  auth = await createAuth({ db: database.db, address: HOME, secret, signOn: [], log });
  await database.db.insertInto("municipality").values({ slug: "birkeby", name: "Birkeby" }).execute();
  birkeby = (await database.db.selectFrom("municipality").select("id").executeTakeFirstOrThrow()).id;
});
afterAll(() => database.drop());

let caller = 0;
const from = (cookies = "", userAgent = "Firefox/132.0 (Windows)") =>
  new Request(HOME, {
    headers: { [CLIENT_ADDRESS]: `192.0.2.${caller}`, Cookie: cookies, "User-Agent": userAgent },
  });
const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
const actorOf = (cookies: string) => findActor(auth, database.db, from(cookies).headers);

async function signIn(email: string, password = PASSWORD, before = ""): Promise<string> {
  caller++;
  const answer = await signInWithPassword(auth, database.db, from(before), { email, password });
  if (!answer.ok) throw new Error(answer.code);
  return cookiesOf(answer.headers);
}

const age = (values: { expiresAt?: Date; createdAt?: Date }) =>
  database.db.updateTable("identity.session").set(values).execute();
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

describe("a session", () => {
  test("costs a page one question to the database", async () => {
    const { email } = await aPerson(database.db, birkeby, "Ida Krog", "secretary");
    const cookies = await signIn(email);
    await actorOf(cookies);
    const query = vi.spyOn(pg.Client.prototype, "query");
    expect(await actorOf(cookies)).toMatchObject({ name: "Ida Krog", grants: [{ role: "secretary" }] });
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  test("lasts while it is used, eight hours at a time and a week in all", async () => {
    const { email } = await aPerson(database.db, birkeby, "Bo Lund", "reader");
    const cookies = await signIn(email);
    await age({ expiresAt: inHours(1) });
    expect(await actorOf(cookies)).not.toBeNull();
    const { expiresAt } = await database.db
      .selectFrom("identity.session")
      .select("expiresAt")
      .orderBy("createdAt", "desc")
      .executeTakeFirstOrThrow();
    expect(Math.round((expiresAt.getTime() - Date.now()) / HOUR)).toBe(8);
    await age({ expiresAt: inHours(-0.01) });
    expect(await actorOf(cookies)).toBeNull();
    await age({ expiresAt: inHours(8), createdAt: inHours(-7 * 24 - 1) });
    expect(await actorOf(cookies)).toBeNull();
    await age({ createdAt: inHours(-7 * 24 + 2), expiresAt: inHours(1) });
    expect(await actorOf(cookies)).not.toBeNull();
    const end = await database.db.selectFrom("identity.session").select("expiresAt").executeTakeFirstOrThrow();
    expect(end.expiresAt.getTime()).toBeLessThan(inHours(2.1).getTime());
  });

  test("that is over for a page is over for everything", async () => {
    const { email } = await aPerson(database.db, birkeby, "Uffe Dam", "reader");
    const cookies = await signIn(email);
    await age({ expiresAt: inHours(-0.01) });
    expect(await auth.api.getSession({ headers: from(cookies).headers })).toBeNull();
  });

  test("needs our signature", async () => {
    const { email } = await aPerson(database.db, birkeby, "Eva Hald", "reader");
    const cookies = await signIn(email);
    const [name, value = ""] = cookies.split("=");
    const [token] = decodeURIComponent(value).split(".");
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `x${value}`, "%", `${token}.${"A".repeat(43)}=`])
      expect(await actorOf(`${name}=${forged}`)).toBeNull();
    expect(await actorOf(cookies)).not.toBeNull();
  });

  test("that somebody planted is not the one a person signs in to", async () => {
    const { email } = await aPerson(database.db, birkeby, "Pia Ravn", "reader");
    const planted = await signIn((await aPerson(database.db, birkeby, "Ond Lyst", "reader")).email);
    const own = await signIn(email, PASSWORD, planted);
    expect(own).not.toBe(planted);
    expect((await actorOf(planted))?.name).not.toBe("Pia Ravn");
  });

  test("is another after the password is changed, here and nowhere else", async () => {
    const { email } = await aPerson(database.db, birkeby, "Kai Moos", "reader");
    const [here, there] = [await signIn(email), await signIn(email)];
    const answer = await askAuth(auth, from(here), "/change-password", {
      currentPassword: PASSWORD,
      newPassword: "syv graa heste i mosen",
      revokeOtherSessions: true,
    });
    if (!answer.ok) throw new Error(answer.code);
    expect(await actorOf(there)).toBeNull();
    expect(await actorOf(here)).toBeNull();
    expect(await actorOf(cookiesOf(answer.headers))).toMatchObject({ name: "Kai Moos" });
  });
});

describe("a person's own sessions", () => {
  test("are listed, and ended one by one or all the others", async () => {
    const { email } = await aPerson(database.db, birkeby, "Mie Holt", "member");
    const cookies = [await signIn(email), await signIn(email), await signIn(email)] as [string, string, string];
    const mie = (await actorOf(cookies[0])) as Actor;
    const token = (await sessionToken(auth, from(cookies[0]).headers)) as string;
    const listed = await listSessions(database.db, mie.userId, token);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ own }) => own)).toHaveLength(1);
    expect(listed[0]).toMatchObject({ userAgent: "Firefox/132.0 (Windows)", address: expect.stringMatching(/^192\./) });

    const other = listed.find(({ own }) => !own) as (typeof listed)[number];
    const stranger = (await actorOf(
      await signIn((await aPerson(database.db, birkeby, "Ulla Berg", "reader")).email),
    )) as Actor;
    expect(await endSessions(database.db, stranger, { id: other.id })).toBe(0);
    expect(await endSessions(database.db, mie, { id: other.id })).toBe(1);
    expect(await endSessions(database.db, mie, { id: other.id })).toBe(0);
    expect(await endSessions(database.db, mie, { allBut: token })).toBe(1);
    expect(await actorOf(cookies[0])).not.toBeNull();
    expect(await actorOf(cookies[1])).toBeNull();
    expect(await actorOf(cookies[2])).toBeNull();
  });

  test("end with the last role, and not before", async () => {
    const { userId, email } = await aPerson(database.db, birkeby, "Tom Vig", "member");
    await invite(
      database.db,
      operator,
      birkeby,
      { name: "Tom Vig", email },
      {
        role: "reader",
        committeeId: null,
        untilOn: null,
      },
    );
    const cookies = await signIn(email);
    const grants = await database.db.selectFrom("role_grant").select("id").where("user_id", "=", userId).execute();
    expect(grants).toHaveLength(2);
    await endGrant(database.db, operator, birkeby, grants[0]?.id ?? 0);
    expect((await actorOf(cookies))?.grants).toHaveLength(1);
    await endGrant(database.db, operator, birkeby, grants[1]?.id ?? 0);
    expect(await actorOf(cookies)).toBeNull();
  });
});
