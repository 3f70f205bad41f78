import { sql } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { nameSubjects } from "./audit-names-queries.ts";
import { listAudit, verifyAudit, writeAudit } from "./audit-queries.ts";

let database: TestDatabase;
beforeEach(async () => {
  await database?.drop();
  database = await testDatabase();
});
afterAll(() => database?.drop());

const ida = { userId: "ida", name: "Ida Holm" };
const bo = { userId: "bo", name: "Bo Kjær" };

async function write(municipality: number, count: number): Promise<void> {
  for (let index = 1; index <= count; index++)
    await database.db.transaction().execute((tx) =>
      writeAudit(tx, index % 2 ? ida : bo, municipality, {
        action: "case.changed",
        subject: `case:${index}`,
        details: { title: `Sag ${index}`, b: 1.5, a: [1, null, { z: 1, y: 2 }] },
      }),
    );
}

test("a chain that nobody touched holds, municipality by municipality", async () => {
  await write(1, 5);
  await write(2, 3);
  expect(await verifyAudit(database.db)).toEqual({ entries: 8, broken: [] });
});

test("entries written at once stand one after the other", async () => {
  await Promise.all(Array.from({ length: 8 }, () => write(1, 3)));
  expect(await verifyAudit(database.db)).toEqual({ entries: 24, broken: [] });
});

test("an entry whose deed is undone is not there", async () => {
  await write(1, 1);
  await expect(
    database.db.transaction().execute(async (tx) => {
      await writeAudit(tx, ida, 1, { action: "case.changed", subject: "case:9" });
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await verifyAudit(database.db)).toEqual({ entries: 1, broken: [] });
});

test.each([
  [
    "changed words",
    "update audit_entry set actor_name = 'En Anden' where number = 3",
    { number: 3, reason: "changed" },
  ],
  [
    "a changed detail",
    `update audit_entry set details = details || '{"b": 2}' where number = 2`,
    { number: 2, reason: "changed" },
  ],
  ["an entry taken out", "delete from audit_entry where number = 3", { number: 3, reason: "missing" }],
  ["a tail cut off", "delete from audit_entry where number >= 4", { number: 4, reason: "missing" }],
  ["all of it taken out", "delete from audit_entry", { number: 1, reason: "missing" }],
  ["the head put back", "update audit_head set number = 4, hash = '\\x00'", { number: 5, reason: "changed" }],
])("%s breaks the chain at the first link", async (_what, statement, link) => {
  await write(1, 5);
  await sql.raw(statement).execute(database.db);
  const { broken } = await verifyAudit(database.db);
  expect(broken).toEqual([{ municipalityId: 1, ...link }]);
});

test("entries are found by person, subject, day and page", async () => {
  await write(1, 5);
  const page = { limit: 2, offset: 0 };
  expect(await listAudit(database.db, 1, { actor: "ida" }, page)).toMatchObject({
    total: 3,
    entries: [{ number: 5 }, { number: 3 }],
  });
  expect(await listAudit(database.db, 1, { subject: "case:4" }, page)).toMatchObject({ total: 1 });
  expect(await listAudit(database.db, 1, { from: "2100-01-01" }, page)).toMatchObject({ total: 0, entries: [] });
  expect(await listAudit(database.db, 2, {}, page)).toMatchObject({ total: 0 });
  await database.db
    .updateTable("audit_entry")
    .set({ at: new Date("2026-06-30T22:30:00Z") })
    .execute();
  const july = { from: "2026-07-01", to: "2026-07-01" };
  expect(await listAudit(database.db, 1, july, page), "half past midnight in Denmark").toMatchObject({ total: 5 });
  expect(await listAudit(database.db, 1, { to: "2026-06-30" }, page)).toMatchObject({ total: 0 });
});

test("a case's number finds what was done to it, to its attachments and to its items", async () => {
  const { id } = await database.db
    .insertInto("municipality")
    .values({ slug: "birkeby", name: "Birkeby" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const of = { municipality_id: id };
  await database.db
    .insertInto("committee")
    .values({
      ...of,
      id: 10,
      slug: "skole",
      name: "Skoleudvalget",
      name_key: "skole",
      kind: "committee",
      successor_id: null,
    })
    .execute();
  const paper = await database.db
    .insertInto("paper")
    .values({
      ...of,
      committee_id: 10,
      template_id: null,
      reference: "26-000123",
      reference_key: "26-000123",
      title: "Ny skole",
      responsible_id: "ida",
      responsible_name: "Ida Holm",
      deadline: null,
      closed_ground: null,
      created_by: "ida",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const subjects = [`paper:${paper.id}`, `paper:${paper.id}/attachment:1`, `paper:${paper.id}1`, "user:ida"];
  for (const subject of subjects)
    await database.db.transaction().execute((tx) => writeAudit(tx, ida, id, { action: "closed.read", subject }));
  const found = await listAudit(database.db, id, { reference: " 26-000123" }, { limit: 10, offset: 0 });
  expect(found.entries.map(({ subject }) => subject)).toEqual([subjects[1], subjects[0]]);
  expect(await listAudit(database.db, id, { reference: "26-000999" }, { limit: 10, offset: 0 })).toMatchObject({
    total: 0,
  });
  expect(await listAudit(database.db, id, { subject: subjects[0] }, { limit: 10, offset: 0 })).toMatchObject({
    total: 2,
  });
  expect(await nameSubjects(database.db, id, subjects)).toEqual({ [`paper:${paper.id}`]: "26-000123" });
});

test("a chain that grows while it is proved holds", async () => {
  await write(1, 3);
  const writing = write(1, 30);
  for (let round = 0; round < 8; round++) expect((await verifyAudit(database.db)).broken).toEqual([]);
  await writing;
});
