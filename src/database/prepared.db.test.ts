import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./connect.ts";
import { testDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const towns = (db: Database, slug: string) =>
  db.selectFrom("municipality").select("name").where("slug", "=", slug).execute();

const preparedHere = async (db: Database) =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows.map(
    ({ statement }) => statement,
  );

test("a statement is prepared when it is said again, and answers as before", async () => {
  await database.db.insertInto("municipality").values({ slug: "proevested", name: "Prøvested" }).execute();
  await database.db.connection().execute(async (db) => {
    expect(await towns(db, "proevested")).toEqual([{ name: "Prøvested" }]);
    expect(await preparedHere(db)).not.toContainEqual(expect.stringContaining('where "slug" ='));
    expect(await towns(db, "proevested")).toEqual([{ name: "Prøvested" }]);
    expect(await towns(db, "andetsted")).toEqual([]);
    expect(await preparedHere(db)).toContainEqual(expect.stringContaining('where "slug" ='));
  });
});

test("what cannot be prepared is said as it stands, however often", async () => {
  await database.db.connection().execute(async (db) => {
    for (let time = 0; time < 3; time++) await sql`set local work_mem = '5MB'; select 1; select 2`.execute(db);
    expect(await preparedHere(db)).not.toContainEqual(expect.stringContaining("work_mem"));
  });
});
