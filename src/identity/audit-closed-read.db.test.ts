import { afterAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { auditClosedRead, CLOSED_READ } from "./audit-closed-read.ts";
import { listAudit, verifyAudit } from "./audit-queries.ts";

let database: TestDatabase;
beforeEach(async () => {
  await database?.drop();
  database = await testDatabase();
});
afterAll(() => database?.drop());

const ida = { userId: "ida", name: "Ida Holm" };
const bo = { userId: "bo", name: "Bo Kjær" };

const entries = async () =>
  (await listAudit(database.db, 1, { action: CLOSED_READ }, { limit: 100, offset: 0 })).entries
    .map(({ actorId, subject }) => `${actorId} ${subject}`)
    .toReversed();

test("a closed page loaded again the same day is one entry for each person and thing", async () => {
  await auditClosedRead(database.db, ida, 1, ["paper:1", "agenda-item:7"]);
  await auditClosedRead(database.db, ida, 1, ["paper:1", "paper:1/attachment:2"]);
  await auditClosedRead(database.db, bo, 1, ["paper:1", "paper:1"]);
  await auditClosedRead(database.db, ida, 2, ["paper:1"]);
  expect(await entries()).toEqual(["ida paper:1", "ida agenda-item:7", "ida paper:1/attachment:2", "bo paper:1"]);
  expect(await verifyAudit(database.db)).toEqual({ entries: 5, broken: [] });
});

test("a page read again another day is another entry", async () => {
  await auditClosedRead(database.db, ida, 1, ["paper:1"]);
  await database.db
    .updateTable("audit_entry")
    .set({ at: new Date(Date.now() - 25 * 60 * 60 * 1000) })
    .execute();
  await auditClosedRead(database.db, ida, 1, ["paper:1"]);
  expect(await entries()).toHaveLength(2);
});

test("a page with nothing closed writes nothing", async () => {
  await auditClosedRead(database.db, ida, 1, []);
  expect(await entries()).toEqual([]);
});
