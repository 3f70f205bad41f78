import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import {
  choosePassword,
  endGrant,
  firstOperatorToken,
  forgetPassword,
  invite,
  mayForget,
} from "./access-operations.ts";
import { listAccess, listEndedAccess, listGuestItems } from "./access-queries.ts";
import type { Actor } from "./actor.ts";
import { findActor } from "./actor-queries.ts";
import { listAudit, verifyAudit } from "./audit-queries.ts";
import { type Auth, createAuth } from "./auth.ts";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { askAuth } from "./auth-request.ts";
import { findPasswordLink } from "./password-links.ts";
import { MAX_WRONG, signInWithPassword } from "./password-sign-in.ts";
import type { GrantInput } from "./grant.ts";
import { readSecret } from "./secret.ts";
import { aPerson, operator, PASSWORD } from "./testing.ts";

let database: TestDatabase;
let auth: Auth;
beforeAll(async () => {
  database = await testDatabase();
  auth = await createAuth({
    db: database.db,
    address: "http://localhost:3000",
    secret: await readSecret(database.db),
    signOn: [],
    log: { error: () => undefined, warn: () => undefined },
  });
  await database.db
    .insertInto("municipality")
    .values([
      { slug: "birkeby", name: "Birkeby" },
      { slug: "andeby", name: "Andeby" },
    ])
    .execute();
});
afterAll(() => database.drop());

let birkeby: number;
let andeby: number;
let caller = 0;
beforeEach(async () => {
  const rows = await database.db.selectFrom("municipality").select(["id", "slug"]).execute();
  birkeby = rows.find(({ slug }) => slug === "birkeby")?.id as number;
  andeby = rows.find(({ slug }) => slug === "andeby")?.id as number;
  caller++;
});

/** A browser that comes from an address of its own and sends its cookies back. */
function browser(cookies = "") {
  const headers = new Headers({ [CLIENT_ADDRESS]: `192.0.${caller >> 8}.${caller % 256}` });
  if (cookies) headers.set("Cookie", cookies);
  return new Request("http://localhost:3000/", { headers });
}

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function signIn(email: string, password = PASSWORD): Promise<string> {
  const answer = await signInWithPassword(auth, database.db, browser(), { email, password });
  if (!answer.ok) throw new Error(answer.code);
  return cookiesOf(answer.headers);
}

/** Somebody has come in by a municipality's sign-on. */
const signOn = (userId: string) =>
  database.db
    .insertInto("identity.account")
    .values({ id: `sso-${userId}`, userId, accountId: userId, providerId: "kommune", updatedAt: new Date() })
    .execute();

/** A committee with a meeting and one item on its agenda. */
async function anItem(municipalityId: number): Promise<{ itemId: number; committeeId: number }> {
  const of = { municipality_id: municipalityId };
  const committeeId = 10;
  await database.db
    .insertInto("committee")
    .values({
      ...of,
      id: committeeId,
      slug: "skoleudvalget",
      name: "Skoleudvalget",
      name_key: "skoleudvalget",
      kind: "committee",
      successor_id: null,
    })
    .execute();
  const meeting = await database.db
    .insertInto("planned_meeting")
    .values({
      ...of,
      committee_id: committeeId,
      held_on: "2099-01-10",
      start_time: "13:00",
      end_time: null,
      place: "Rådhuset",
      extraordinary: false,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await database.db
    .insertInto("agenda")
    .values({ ...of, planned_meeting_id: meeting.id })
    .execute();
  const item = await database.db
    .insertInto("agenda_item")
    .values({ ...of, planned_meeting_id: meeting.id, position: 1, kind: "note", title: "Ny skole" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { itemId: item.id, committeeId };
}

const actorOf = (cookies: string) => findActor(auth, database.db, browser(cookies).headers);

describe("an invitation", () => {
  const grant = { role: "secretary", committeeId: null, untilOn: null } as const;
  const person = { name: "Vera Birk", email: "vera@example.dk" };

  test("gives a role and a link where a password is chosen, which works once", async () => {
    const invited = await invite(database.db, operator, birkeby, person, grant);
    const token = (invited as { token: string }).token;
    expect(await choosePassword(database.db, token, "kort", null)).toEqual({ ok: false, reason: "too-short" });
    expect(await choosePassword(database.db, token, PASSWORD, null)).toEqual({ ok: true, email: person.email });
    expect(await choosePassword(database.db, token, PASSWORD, null)).toEqual({
      ok: false,
      reason: "unknown-link",
    });
    expect(await actorOf(await signIn(person.email))).toMatchObject({
      name: "Vera Birk",
      isOperator: false,
      grants: [{ municipalityId: birkeby, role: "secretary", committeeId: null, itemId: null }],
    });
  });

  test("of somebody who can sign in gives a further role and no link", async () => {
    const further = await invite(database.db, operator, andeby, person, { ...grant, role: "reader" });
    expect(further).toMatchObject({ ok: true, token: null });
    expect((await actorOf(await signIn(person.email)))?.grants).toHaveLength(2);
  });

  test("of somebody with another way in, or with a role elsewhere, gives no link to become them", async () => {
    const administrator: Actor = {
      ...operator,
      isOperator: false,
      grants: [{ municipalityId: andeby, role: "administrator", committeeId: null, itemId: null }],
    };
    const waiting = { name: "Ulla Vent", email: "ulla.vent@example.dk" };
    const first = (await invite(database.db, operator, birkeby, waiting, grant)) as { userId: string; token: string };
    const reader = { ...grant, role: "reader" } as const;
    expect(await invite(database.db, administrator, andeby, waiting, reader)).toMatchObject({ ok: true, token: null });
    // The link she was given stands.
    expect(await findPasswordLink(database.db, first.token)).toBeDefined();
    // A sign-on has let her in: there is no password, and none for others to choose.
    await signOn(first.userId);
    expect(await invite(database.db, operator, birkeby, waiting, reader)).toMatchObject({ ok: true, token: null });
  });

  test("is refused to whoever may not give access there", async () => {
    const administrator = {
      ...operator,
      isOperator: false,
      grants: [{ municipalityId: andeby, role: "administrator", committeeId: null, itemId: null }],
    } as const;
    expect(
      await invite(database.db, { ...administrator, grants: [...administrator.grants] }, birkeby, person, grant),
    ).toEqual({
      ok: false,
      reason: "forbidden",
    });
  });

  test("to a committee of another municipality is refused", async () => {
    expect(await invite(database.db, operator, birkeby, person, { ...grant, committeeId: 4711 })).toEqual({
      ok: false,
      reason: "unknown-committee",
    });
  });

  test("is in the audit, and so is what came of it", async () => {
    const { entries } = await listAudit(database.db, birkeby, {}, { limit: 10, offset: 0 });
    expect(entries.at(-1)).toMatchObject({ action: "role.given", actorName: "Drift", details: { role: "secretary" } });
    expect(await verifyAudit(database.db)).toMatchObject({ broken: [] });
  });
});

describe("a role", () => {
  test("holds from its first day to its last, and until it is ended", async () => {
    const { userId, email } = await aPerson(database.db, birkeby, "Per Krog", "writer");
    const cookies = await signIn(email);
    const set = (values: { from_on?: string; until_on?: string | null }) =>
      database.db.updateTable("role_grant").set(values).where("user_id", "=", userId).execute();
    await set({ from_on: "2020-01-01", until_on: "2020-12-31" });
    expect((await actorOf(cookies))?.grants).toEqual([]);
    await set({ from_on: "2100-01-01", until_on: null });
    expect((await actorOf(cookies))?.grants).toEqual([]);
    await set({ from_on: "2020-01-01", until_on: null });
    expect((await actorOf(cookies))?.grants).toHaveLength(1);
    const { id } = await database.db
      .selectFrom("role_grant")
      .select("id")
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    expect(await endGrant(database.db, operator, andeby, id)).toEqual({ ok: false, reason: "unknown" });
    expect(await endGrant(database.db, operator, birkeby, id)).toEqual({ ok: true });
    expect(await actorOf(cookies)).toBeNull();
  });

  test("of a substitute or a guest is given in a committee for a time, and at an item of one of its meetings", async () => {
    const { itemId, committeeId } = await anItem(birkeby);
    const give = (municipality: number, grant: Partial<GrantInput>) =>
      invite(
        database.db,
        operator,
        municipality,
        { name: "Sofie Dahl", email: "sofie@example.dk" },
        { role: "guest", committeeId: null, untilOn: null, ...grant },
      );
    expect(await give(birkeby, { role: "substitute" })).toEqual({ ok: false, reason: "committee-needed" });
    expect(await give(andeby, { itemId })).toEqual({ ok: false, reason: "unknown-item" });
    expect(await give(birkeby, { itemId: 987_654 })).toEqual({ ok: false, reason: "unknown-item" });
    const substitute = { role: "substitute", committeeId, fromOn: "2099-01-01", untilOn: "2099-02-01" } as const;
    await give(birkeby, { itemId });
    await give(birkeby, substitute);
    const given = await give(birkeby, substitute);
    await choosePassword(database.db, (given as { token: string }).token, PASSWORD, null);
    expect((await actorOf(await signIn("sofie@example.dk")))?.grants).toEqual([
      { municipalityId: birkeby, role: "guest", committeeId, itemId },
    ]);
    const rows = (await listAccess(database.db, birkeby)).filter(({ email }) => email === "sofie@example.dk");
    expect(rows).toMatchObject([
      { role: "guest", committee: "Skoleudvalget", item: { date: "2099-01-10", title: null }, coming: false },
      { role: "substitute", fromOn: "2099-01-01", untilOn: "2099-02-01", item: null, coming: true },
    ]);
    expect(await listGuestItems(database.db, birkeby)).toMatchObject([
      { id: itemId, committee: "Skoleudvalget", position: 1, title: null },
    ]);
    await database.db.updateTable("agenda_item").set({ number: 4 }).execute();
    expect(await listGuestItems(database.db, birkeby)).toMatchObject([{ title: "Ny skole" }]);
    await database.db.updateTable("agenda_item").set({ closed: true }).execute();
    expect(await listGuestItems(database.db, birkeby)).toMatchObject([{ title: null }]);
    expect(await listGuestItems(database.db, andeby)).toEqual([]);
  });

  test("that ended stands among the earlier ones with who ended it, and so does one whose last day has passed", async () => {
    const { userId } = await aPerson(database.db, andeby, "Kim Lyng", "reader");
    await aPerson(database.db, andeby, "Liv Boe", "reader");
    const ids = (await listAccess(database.db, andeby)).map(({ grantId }) => grantId);
    await endGrant(database.db, { ...operator, userId }, andeby, ids[0] as number);
    await database.db
      .updateTable("role_grant")
      .set({ from_on: "2020-01-01", until_on: "2020-12-31" })
      .where("municipality_id", "=", andeby)
      .where("id", "=", ids[1] as number)
      .execute();
    const current = (await listAccess(database.db, andeby)).map(({ grantId }) => grantId);
    expect(current).not.toContain(ids[0]);
    expect(current).not.toContain(ids[1]);
    const { rows, total } = await listEndedAccess(database.db, andeby, { limit: 50, offset: 0 });
    expect(total).toBe(rows.length);
    expect(rows.find(({ grantId }) => grantId === ids[0])?.ended).toMatchObject({ at: expect.any(Date) });
    expect(rows.find(({ grantId }) => grantId === ids[1])?.ended).toEqual({ at: null, by: null });
    expect((await listEndedAccess(database.db, andeby, { limit: 1, offset: 1 })).rows).toHaveLength(1);
  });

  test("of the last administrator is ended by an operator only", async () => {
    const { userId, email } = await aPerson(database.db, andeby, "Lis Dam", "administrator");
    const lis = (await actorOf(await signIn(email))) as NonNullable<Awaited<ReturnType<typeof actorOf>>>;
    const { id } = await database.db
      .selectFrom("role_grant")
      .select("id")
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    expect(await endGrant(database.db, lis, andeby, id)).toEqual({ ok: false, reason: "last-administrator" });
    expect(await endGrant(database.db, operator, andeby, id)).toEqual({ ok: true });
  });
});

describe("signing in", () => {
  test("with a wrong password or an unknown address is answered alike", async () => {
    await aPerson(database.db, birkeby, "Ole Vang", "reader");
    for (const email of ["ole.vang@example.dk", "ukendt@example.dk"])
      expect(await signInWithPassword(auth, database.db, browser(), { email, password: "noget helt andet" })).toEqual({
        ok: false,
        status: 401,
        code: "INVALID_EMAIL_OR_PASSWORD",
      });
  });

  test("too often from one place is stopped", async () => {
    const attempts = [];
    for (let attempt = 0; attempt < 32; attempt++)
      attempts.push(
        await signInWithPassword(auth, database.db, browser(), {
          email: `nummer.${attempt}@example.dk`,
          password: "forkert igen",
        }),
      );
    expect(attempts.map(({ ok }) => ok)).not.toContain(true);
    expect(attempts[29]).toMatchObject({ status: 401 });
    expect(attempts.at(-1)).toMatchObject({ status: 429 });
  });

  test.each(["gaet.mig@example.dk", "findes.ikke@example.dk"])(
    "with wrong passwords for %s from many places is stopped, the right one too",
    async (email) => {
      await aPerson(database.db, birkeby, "Gaet Mig", "reader");
      const attempt = (password: string) => {
        caller++;
        return signInWithPassword(auth, database.db, browser(), { email, password });
      };
      const wrong = await Promise.all(Array.from({ length: 14 }, (_, number) => attempt(`forkert nummer ${number}`)));
      expect(wrong.filter((answer) => !answer.ok && answer.status === 401)).toHaveLength(MAX_WRONG);
      expect(await attempt(PASSWORD)).toMatchObject({ ok: false, status: 429 });
      await database.db
        .updateTable("identity.password_attempt")
        .set({ began_at: new Date(Date.now() - 16 * 60 * 1000) })
        .execute();
      expect((await attempt(PASSWORD)).ok).toBe(email.startsWith("gaet"));
    },
  );

  test("with what cannot be a password in between is stopped just the same", async () => {
    const { email } = await aPerson(database.db, birkeby, "Nulstil Mig", "reader");
    const attempt = (password: string) => {
      caller++;
      return signInWithPassword(auth, database.db, browser(), { email, password });
    };
    for (let number = 1; number < MAX_WRONG; number++) await attempt(`forkert nummer ${number}`);
    expect(await attempt("x".repeat(129))).toMatchObject({ ok: false, status: 400 });
    expect(await attempt("forkert igen")).toMatchObject({ ok: false, status: 401 });
    expect(await attempt(PASSWORD)).toMatchObject({ ok: false, status: 429 });
  });

  test("from a place that has tried too often does not forgive an account's wrong passwords", async () => {
    const { email } = await aPerson(database.db, birkeby, "Glem Mig", "reader");
    const attempt = (to: string, password: string) =>
      signInWithPassword(auth, database.db, browser(), { email: to, password });
    for (let number = 1; number < MAX_WRONG; number++) await attempt(email, `forkert nummer ${number}`);
    caller++;
    for (let number = 0; number < 30; number++) await attempt(`anden.${number}@example.dk`, "forkert igen");
    expect(await attempt(email, "forkert her")).toMatchObject({ ok: false, status: 429 });
    caller++;
    expect(await attempt(email, "forkert igen")).toMatchObject({ ok: false, status: 401 });
    expect(await attempt(email, PASSWORD)).toMatchObject({ ok: false, status: 429 });
  });

  test("nobody signs up by themselves", async () => {
    const answer = await askAuth(auth, browser(), "/sign-up/email", {
      name: "X",
      email: "x@example.dk",
      password: PASSWORD,
    });
    expect(answer.ok).toBe(false);
  });
});

describe("a forgotten password", () => {
  test("is chosen anew by a link, which ends the sessions there were", async () => {
    const { email } = await aPerson(database.db, birkeby, "Mie Lund", "member");
    const cookies = await signIn(email);
    const link = await forgetPassword(database.db, " Mie.Lund@example.dk ");
    await choosePassword(database.db, link?.token as string, "fem gule huse paa en bakke", null);
    expect(await actorOf(cookies)).toBeNull();
    expect(await actorOf(await signIn(email, "fem gule huse paa en bakke"))).toMatchObject({ name: "Mie Lund" });
  });

  test("is not mailed about again and again", async () => {
    await aPerson(database.db, birkeby, "Ib Rask", "member");
    const links = [];
    for (let time = 0; time < 5; time++) links.push(await forgetPassword(database.db, "ib.rask@example.dk"));
    expect(links.map((link) => link !== null)).toEqual([true, true, true, false, false]);
    const asked = await Promise.all(Array.from({ length: 25 }, () => mayForget(database.db, "192.0.2.77")));
    expect(asked.filter(Boolean)).toHaveLength(20);
    expect(await mayForget(database.db, "192.0.2.78")).toBe(true);
  });

  test("of somebody who comes by their municipality's sign-on is none, also by a link from before", async () => {
    const person = { name: "Signe Skov", email: "signe.skov@example.dk" };
    const grant = { role: "member", committeeId: null, untilOn: null } as const;
    const invited = await invite(database.db, operator, birkeby, person, grant);
    const { userId, token } = invited as { userId: string; token: string };
    await signOn(userId);
    expect(await forgetPassword(database.db, person.email)).toMatchObject({ name: "Signe Skov", token: null });
    const chosen = await choosePassword(database.db, token, PASSWORD, null);
    expect(chosen).toEqual({ ok: false, reason: "unknown-link" });
    await expect(signIn(person.email)).rejects.toThrow("INVALID_EMAIL_OR_PASSWORD");
  });

  test("of somebody who has both is chosen anew", async () => {
    const { userId, email } = await aPerson(database.db, birkeby, "Bodil Begge", "member");
    await signOn(userId);
    const link = await forgetPassword(database.db, email);
    const chosen = await choosePassword(database.db, link?.token as string, "fem gule huse paa en bakke", null);
    expect(chosen).toMatchObject({ ok: true });
  });

  test("of somebody unknown gives nothing", async () => {
    expect(await forgetPassword(database.db, "ingen@example.dk")).toBeNull();
  });
});

test("the first operator is made by the link of the last start, and then there is no such link", async () => {
  const old = (await firstOperatorToken(database.db)) as string;
  const token = (await firstOperatorToken(database.db)) as string;
  const person = { name: "Eva Strand", email: "eva@example.dk" };
  expect(await choosePassword(database.db, old, PASSWORD, person)).toEqual({ ok: false, reason: "unknown-link" });
  const both = await Promise.all([
    choosePassword(database.db, token, PASSWORD, person),
    choosePassword(database.db, token, PASSWORD, { ...person, email: "anden@example.dk" }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await firstOperatorToken(database.db)).toBeNull();
});
