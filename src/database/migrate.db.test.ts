import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDone, migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { connect } from "./connect.ts";
import { testDatabase, type TestDatabase } from "./testing.ts";

let empty: TestDatabase;
beforeAll(async () => {
  empty = await testDatabase({ empty: true });
});
afterAll(() => empty.drop());

test("an empty database gets every table, also when two processes start at once", async () => {
  const other = connect(empty.url);
  await Promise.all([migrate(empty.db), migrate(other)]);
  await other.destroy();
  expect(await findDone(empty.db)).toEqual(Object.keys(migrations));
  expect(await empty.db.selectFrom("archive_state").selectAll().execute()).toEqual([{ only_row: true, revision: 1 }]);
});

test("a filled database keeps what it holds when it is opened again", async () => {
  await migrate(empty.db);
  await empty.db.insertInto("municipality").values({ slug: "proevested", name: "Prøvested" }).execute();
  await migrate(empty.db);
  expect(await empty.db.selectFrom("municipality").select("name").execute()).toEqual([{ name: "Prøvested" }]);
});

test("Danish names sort as Danes sort them", async () => {
  await migrate(empty.db);
  const { rows } = await sql<{ name: string }>`
    select name from unnest(array['Åby', 'Zenia', 'Ærø', 'Aarhus', 'Øm', 'anna']) as name order by name collate danish
  `.execute(empty.db);
  expect(rows.map((row) => row.name)).toEqual(["anna", "Zenia", "Ærø", "Øm", "Åby", "Aarhus"]);
});

test("a database made by a newer program is refused in one sentence", async () => {
  const newer = await testDatabase();
  await sql`insert into kysely_migration (name, timestamp) values ('2099-01-01-0000-later', '')`.execute(newer.db);
  await expect(migrate(newer.db)).rejects.toThrow("nyere udgave af Sagsgang");
  await newer.drop();
});
