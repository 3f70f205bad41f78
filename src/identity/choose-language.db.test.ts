import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { forgetPassword, invite } from "./access-operations.ts";
import { chooseLanguage } from "./choose-language.ts";
import { aPerson, operator } from "./testing.ts";
import { findLanguage } from "./user-queries.ts";

let database: TestDatabase;
let birkeby: number;
beforeAll(async () => {
  database = await testDatabase();
  const town = await database.db
    .insertInto("municipality")
    .values({ slug: "birkeby", name: "Birkeby" })
    .returning("id")
    .executeTakeFirstOrThrow();
  birkeby = town.id;
});
afterAll(() => database.drop());

const entries = async () =>
  (await database.db.selectFrom("audit_entry").select("action").where("action", "=", "language.chosen").execute())
    .length;

test("somebody who has asked for no language has none, and chooses it for themselves, in the audit once", async () => {
  const vera = await aPerson(database.db, birkeby, "Vera Vang", "member");
  const other = await aPerson(database.db, birkeby, "Ole Overby", "member");
  const actor = { ...operator, userId: vera.userId, name: "Vera Vang" };
  expect(await findLanguage(database.db, vera.userId)).toBeNull();
  await chooseLanguage(database.db, actor, "en");
  await Promise.all([1, 2, 3].map(() => chooseLanguage(database.db, actor, "en")));
  expect(await findLanguage(database.db, vera.userId)).toBe("en");
  expect(await findLanguage(database.db, other.userId)).toBeNull();
  expect(await entries()).toBe(1);
  expect(await forgetPassword(database.db, vera.email)).toMatchObject({ language: "en" });
});

test("an invitation is in the language the inviter chose for a new user, and in a known user's own", async () => {
  const grant = { role: "reader", committeeId: null, untilOn: null } as const;
  const asked = async (email: string, language: "en" | null) =>
    invite(database.db, operator, birkeby, { name: "Glen Guest", email, language }, grant);
  expect(await asked("glen@example.dk", "en")).toMatchObject({ language: "en" });
  expect(await asked("glen@example.dk", null)).toMatchObject({ language: "en" });
  expect(await asked("gerda@example.dk", null)).toMatchObject({ language: "da" });
  expect(await asked("gerda@example.dk", "en")).toMatchObject({ language: "da" });
});
