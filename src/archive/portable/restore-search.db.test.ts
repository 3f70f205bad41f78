import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "#database/connect.ts";
import { migrations } from "#database/migrations/index.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { search } from "#search/operations.ts";
import { importDocument } from "../import/import-document.ts";
import { aDocument, anItem } from "../import/testing.ts";
import { exportArchive } from "./export-archive.ts";
import { restoreArchive } from "./restore-archive.ts";

let [source, target]: TestDatabase[] = [];
let folder: string;
beforeEach(async () => {
  [source, target] = await Promise.all([testDatabase(), testDatabase()]);
  folder = await mkdtemp(join(tmpdir(), "sagsgang-restore-"));
});
afterEach(async () => {
  await Promise.all([source?.drop(), target?.drop()]);
  await rm(folder, { recursive: true });
});

const dbOf = (database: TestDatabase | undefined) => (database as TestDatabase).db;
const found = async (db: Database, query: string) => {
  const { hits, understood } = await search(db, { query, sort: "relevance", limit: 20, offset: 0 });
  return { titles: hits.map(({ title }) => title), corrected: understood.corrected.map(({ to }) => to) };
};
const titled = (title: string, date: string) =>
  aDocument({ date, items: [anItem("1", { title, caseNumber: "24-000009" })] });

test("a process that has searched finds what was restored, and nothing of what was there before", async () => {
  const [from, to] = [dbOf(source), dbOf(target)];
  await importDocument(from, undefined, titled("Vinterbadning ved havnen", "2024-05-14"));
  await importDocument(to, undefined, titled("Cykelstier i nord", "2021-02-09"));
  await importDocument(to, undefined, titled("Skolebusser", "2022-03-08"));
  expect((await found(to, "cykelstierne")).titles).toEqual(["Cykelstier i nord"]);
  await exportArchive(from, folder);
  expect(await restoreArchive(to, folder, { replace: true })).toMatchObject({ ok: true });
  expect((await found(to, "vinterbadningen")).titles).toEqual(["Vinterbadning ved havnen"]);
  expect((await found(to, "vinterbadnig")).corrected).toEqual(["vinterbadning"]);
  expect(await found(to, "cykelstier")).toEqual({ titles: [], corrected: [] });
  const { facets, total } = await search(to, { query: "24-000009", sort: "date", limit: 20, offset: 0 });
  expect([total, facets.year]).toEqual([1, [{ value: "2024", label: "2024", count: 1 }]]);
});

test("an archive from before the index is searched like one that was imported with it", async () => {
  const [from, to] = [dbOf(source), dbOf(target)];
  for (const [title, date] of [
    ["Vinterbadning ved havnen", "2024-05-14"],
    ["Cykelstier i nord", "2021-02-09"],
  ] as const)
    await importDocument(from, undefined, titled(title, date));
  const rows = (db: Database) =>
    sql`select item_id, committee_id, held_on, outcome, closed, sections, words,
        array(select unnest(terms) order by 1) as terms from search_item join search_sequence using (municipality_id, item_id)
      order by item_id`.execute(db);
  const before = await rows(from);
  await makeOlder(from);
  await exportArchive(from, folder);
  expect(await restoreArchive(to, folder)).toMatchObject({ ok: true });
  expect((await rows(to)).rows).toEqual(before.rows);
  expect((await found(to, "cykelsti")).titles).toEqual(["Cykelstier i nord"]);
  expect((await found(to, "vinterbadnig")).corrected).toEqual(["vinterbadning"]);
});

/** Leaves what the first migration makes. */
async function makeOlder(db: Database): Promise<void> {
  const [first = ""] = Object.keys(migrations).toSorted();
  const kept = await testDatabase({ empty: true });
  await migrations[first]?.up(kept.db);
  const tables =
    "select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely%'";
  const old = (await sql.raw<{ name: string }>(tables).execute(kept.db)).rows.map(({ name }) => name);
  await kept.drop();
  for (const { name } of (await sql.raw<{ name: string }>(tables).execute(db)).rows)
    if (!old.includes(name)) await sql`drop table ${sql.table(name)} cascade`.execute(db);
  await sql`delete from kysely_migration where name <> ${first}`.execute(db);
}
