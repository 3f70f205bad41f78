import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { importMinutes, type Sitting } from "../../tests/support/import-minutes.ts";
import { findMeeting } from "#meetings/meeting-queries.ts";
import { countItemSums, listItemFindings, listOutsideFindings } from "./item-queries.ts";
import { countFindings, countProgress, listFindings } from "./list-queries.ts";
import { recompute } from "./recompute.ts";
import { pretendPool } from "./testing.ts";

const COMMITTEE = "Klima- og Energiudvalget";
const at = { municipality: "birkeby", committee: "klima-og-energiudvalget", date: "2025-05-13", sitting: 1 };

let test_: TestDatabase;
let db: TestDatabase["db"];
let birkeby: number;
let andetsted: number;

function sitting(date: string, text: string, closed = false): Sitting {
  const decisions = [{ by: `${COMMITTEE}, ${date.replaceAll("-", ".")}`, words: "Godkendt." }];
  return {
    committee: COMMITTEE,
    date,
    participants: "Anna Holm (A), Bo Kjær (V), tvivl: 4",
    items: [
      { number: 1, title: "Varmeplan", decisions, text },
      { number: 2, title: "Ejendom", closed, decisions, text: "fejl: 88" },
    ],
  };
}

beforeAll(async () => {
  test_ = await testDatabase();
  db = test_.db;
  birkeby = await importMinutes(db, [
    sitting("13-05-2025", "fejl: 12, tvivl: 13 og passer: 7", true),
    sitting("12-03-2024", "passer: 7"),
  ]);
  andetsted = await importMinutes(db, [sitting("13-05-2025", "fejl: 99")], "Andetsted");
  await recompute(db, pretendPool());
  await importMinutes(db, [sitting("10-06-2025", "fejl: 5")]);
});
afterAll(() => test_.drop());

async function itemId(slug: string, date: string): Promise<number> {
  const row = await db
    .selectFrom("item")
    .select("id")
    .where("municipality_id", "=", birkeby)
    .where("slug", "=", slug)
    .where("held_on", "=", date)
    .executeTakeFirstOrThrow();
  return row.id;
}

test("an item's sums are counted, and those of one that has not been checked are not known", async () => {
  expect(await countItemSums(db, birkeby, await itemId("1", "2025-05-13"))).toEqual({
    state: "checked",
    ok: 1,
    errors: 1,
    warnings: 1,
  });
  expect(await countItemSums(db, birkeby, await itemId("1", "2025-06-10"))).toMatchObject({
    state: "waiting",
    errors: 0,
  });
});

test("a meeting's sums count its items and what stands outside them", async () => {
  const sums = (await findMeeting(db, at))?.sums;
  expect(sums).toMatchObject({ state: "checked", ok: 1, errors: 2, warnings: 2 });
  expect(sums?.items).toEqual({ "1": { errors: 1, warnings: 1 }, "2": { errors: 1, warnings: 0 } });
  expect(await listOutsideFindings(db, at)).toMatchObject([{ claim: "tvivl: 4", verdict: "warning" }]);
  expect((await findMeeting(db, { ...at, date: "2025-06-10" }))?.sums).toMatchObject({ state: "waiting" });
});

test("an item's findings come in the order of its text, with what they were computed from", async () => {
  const found = await listItemFindings(db, birkeby, await itemId("1", "2025-05-13"));
  expect(found.map(({ claim }) => claim)).toEqual(["fejl: 12", "tvivl: 13", "passer: 7"]);
  expect(found[0]?.evidence).toEqual([
    { start: found[0]?.span.start, end: (found[0]?.span.start ?? 0) + 4, text: "fejl", elsewhere: null },
  ]);
});

test("evidence in another paper says where that is", async () => {
  const [from, to] = [await itemId("1", "2025-05-13"), await itemId("1", "2024-03-12")];
  const there = await db
    .selectFrom("item")
    .select(["document_id", "span_start"])
    .where("id", "=", to)
    .executeTakeFirstOrThrow();
  const evidence = JSON.stringify([
    { document: there.document_id, start: there.span_start + 5, end: there.span_start + 9, text: "7" },
  ]);
  await db
    .updateTable("finding")
    .set({ evidence })
    .where("item_id", "=", from)
    .where("verdict", "=", "warning")
    .execute();
  const found = await listItemFindings(db, birkeby, from);
  expect(found.find(({ verdict }) => verdict === "warning")?.evidence[0]?.elsewhere).toEqual({
    committee: "klima-og-energiudvalget",
    committeeName: COMMITTEE,
    date: "2024-03-12",
    sitting: 1,
    item: "1",
  });
});

test("a municipality's list has its own findings alone, newest first, those of closed items with the others", async () => {
  const page = { offset: 0, limit: 10 };
  const all = await listFindings(db, birkeby, {}, page);
  expect(all.map(({ claim, item }) => `${item} ${claim}`)).toEqual([
    "1 fejl: 12",
    "2 fejl: 88",
    "null tvivl: 4",
    "1 tvivl: 13",
    "2 fejl: 88",
    "null tvivl: 4",
  ]);
  expect((await listFindings(db, andetsted, {}, page)).map(({ claim }) => claim)).toEqual([
    "fejl: 99",
    "fejl: 88",
    "tvivl: 4",
  ]);
  expect(await listFindings(db, birkeby, { certainty: "warning", year: 2024 }, page)).toMatchObject([
    { claim: "tvivl: 4" },
  ]);
  expect(await listFindings(db, birkeby, { kind: "date" }, page)).toEqual([]);
  expect(await listFindings(db, birkeby, { committee: "byraadet" }, page)).toEqual([]);
  expect(await listFindings(db, birkeby, {}, { offset: 4, limit: 1 })).toMatchObject([{ date: "2024-03-12" }]);
  const counts = await countFindings(db, birkeby);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(6);
});

test("the list says how far the recomputation is", async () => {
  expect(await countProgress(db, birkeby)).toEqual({ documents: 3, waiting: 1, failed: 0, ok: 2 });
  expect(await countProgress(db, birkeby, "byraadet")).toMatchObject({ documents: 0 });
});
