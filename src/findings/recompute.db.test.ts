import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportArchive } from "#archive/portable/export-archive.ts";
import { restoreArchive } from "#archive/portable/restore-archive.ts";
import { CHECKER_VERSION } from "#factcheck/version.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { importMinutes, type Sitting } from "../../tests/support/import-minutes.ts";
import type { CheckBatch } from "./batch.ts";
import { anyDue, listDue, wantAll, wantOutdated } from "./due.ts";
import { recompute } from "./recompute.ts";
import { pretendPool } from "./testing.ts";

let test_: TestDatabase;
let db: TestDatabase["db"];
beforeEach(async () => {
  test_ = await testDatabase();
  db = test_.db;
});
afterEach(() => test_.drop());

function sitting(date: string, text: string, more: Partial<Sitting> = {}): Sitting {
  const committee = more.committee ?? "Klima- og Energiudvalget";
  const day = date.replaceAll("-", ".");
  const decisions = [{ by: `${committee}, ${day}`, words: "Godkendt." }];
  return {
    committee,
    date,
    participants: "Anna Holm (A), Bo Kjær (V)",
    items: [
      { number: 1, title: "Godkendelse af dagsorden", decisions },
      { number: 2, title: "Varmeplan for Nordbyen", decisions, text },
    ],
    ...more,
  };
}

const ITEM_TEXT = "Der er regnet, og fejl: 12 og passer: 7 står her.";

async function rows() {
  return db
    .selectFrom("finding")
    .leftJoin("item", (join) =>
      join.onRef("item.municipality_id", "=", "finding.municipality_id").onRef("item.id", "=", "finding.item_id"),
    )
    .select(["finding.verdict", "finding.claim", "finding.held_on", "item.number", "finding.evidence"])
    .orderBy("finding.municipality_id")
    .orderBy("finding.document_id")
    .orderBy("finding.position")
    .execute();
}

test("an imported document waits, and its findings are stored with its revision and the checker's version", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT)]);
  expect(await anyDue(db)).toBe(true);
  expect(await recompute(db, pretendPool())).toEqual({ documents: 1, ok: 1, warnings: 0, errors: 1, failed: 0 });
  expect(await anyDue(db)).toBe(false);
  expect(await rows()).toMatchObject([
    { verdict: "error", claim: "fejl: 12", held_on: "2025-05-13", number: "2" },
    { verdict: "ok", claim: "passer: 7", number: "2" },
  ]);
  expect(await db.selectFrom("document_check").selectAll().executeTakeFirstOrThrow()).toMatchObject({
    revision: 1,
    checker_version: CHECKER_VERSION,
    failed: false,
    checked_at: expect.any(Date),
  });
});

test("a second recomputation finds the same again", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT), sitting("17-06-2025", "tvivl: 3")]);
  await recompute(db, pretendPool());
  const before = await db.selectFrom("finding").selectAll().orderBy("document_id").orderBy("position").execute();
  await wantAll(db);
  await wantAll(db);
  await recompute(db, pretendPool());
  expect(await db.selectFrom("finding").selectAll().orderBy("document_id").orderBy("position").execute()).toEqual(
    before,
  );
});

test("a new revision takes the old findings away at once and waits for its own", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT)]);
  await recompute(db, pretendPool());
  await importMinutes(db, [sitting("13-05-2025", "Rettet: passer: 7")]);
  expect(await rows()).toEqual([]);
  expect(await anyDue(db)).toBe(true);
  await recompute(db, pretendPool());
  expect(await rows()).toMatchObject([{ claim: "passer: 7", number: "2" }]);
  expect(await db.selectFrom("document_check").select("revision").execute()).toEqual([{ revision: 2 }]);
});

test("a revision that comes while its document is being checked is checked too", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT)]);
  let first = true;
  const seen: number[] = [];
  const pool = pretendPool(async (batch) => {
    seen.push(batch.targets.length);
    if (first) await importMinutes(db, [sitting("13-05-2025", "tvivl: 5")]);
    first = false;
  });
  await recompute(db, pool);
  expect(seen).toEqual([1, 1]);
  expect(await rows()).toMatchObject([{ verdict: "warning", claim: "tvivl: 5" }]);
  expect(await anyDue(db)).toBe(false);
});

test("only another version of the checker makes documents wait again", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT), sitting("17-06-2025", "tvivl: 3")]);
  await recompute(db, pretendPool());
  await wantOutdated(db);
  expect(await listDue(db)).toEqual([]);
  const [one] = await db.selectFrom("document").select("id").orderBy("id").execute();
  await db
    .updateTable("document_check")
    .set({ checker_version: CHECKER_VERSION - 1 })
    .where("document_id", "=", one?.id ?? 0)
    .execute();
  await wantOutdated(db);
  await wantOutdated(db);
  expect(await listDue(db)).toMatchObject([{ documentId: one?.id, wanted: 2 }]);
});

test("a document is compared with the committee's last meetings and with what it refers to, never with another municipality", async () => {
  const later = sitting(
    "12-08-2025",
    "Det blev besluttet i Byrådet den 14. januar 2025 (sag 2), at det vender tilbage.",
  );
  const council = sitting("14-01-2025", "x", { committee: "Byrådet" });
  const dates = ["11-02-2025", "11-03-2025", "08-04-2025", "13-05-2025", "17-06-2025"];
  await importMinutes(db, [...dates.map((date) => sitting(date, "x")), later, council]);
  await importMinutes(db, [sitting("17-06-2025", "x")], "Andetsted");
  const names = new Map<number, string>();
  const compared = new Map<string, string[]>();
  await recompute(
    db,
    pretendPool(({ texts, targets }: CheckBatch) => {
      for (const { id, fileName } of texts) names.set(id, fileName);
      for (const { id, neighbours } of targets)
        compared.set(
          `${id} ${names.get(id)}`,
          neighbours.map((near) => (names.get(near) ?? "").replace(/\.md$/, "")),
        );
    }),
  );
  const of = (name: string) => [...compared].filter(([key]) => key.endsWith(name)).map(([, near]) => near);
  expect(of("Klima- og Energiudvalget 12-08-2025.md")).toEqual([
    [
      "Byrådet 14-01-2025",
      "Klima- og Energiudvalget 08-04-2025",
      "Klima- og Energiudvalget 13-05-2025",
      "Klima- og Energiudvalget 17-06-2025",
    ],
  ]);
  expect(of("Klima- og Energiudvalget 11-02-2025.md")).toEqual([[]]);
  // The other municipality's meeting of that day has none.
  expect(
    of("Klima- og Energiudvalget 17-06-2025.md")
      .map((near) => near.length)
      .sort(),
  ).toEqual([0, 3]);
});

test("an earlier meeting that comes late makes those wait that are compared with it, and no others", async () => {
  const dates = ["11-03-2025", "08-04-2025", "13-05-2025", "17-06-2025"];
  await importMinutes(db, [
    ...dates.map((date) => sitting(date, "x")),
    sitting("17-06-2025", "x", { committee: "Byrådet" }),
  ]);
  await recompute(db, pretendPool());
  await importMinutes(db, [sitting("11-02-2025", "x")]);
  const due = new Set((await listDue(db)).map(({ documentId }) => documentId));
  const waiting = await db
    .selectFrom("document")
    .innerJoin("meeting", "meeting.id", "meeting_id")
    .select(["document.id", "held_on"])
    .orderBy("held_on")
    .execute();
  expect(waiting.filter(({ id }) => due.has(id)).map(({ held_on }) => held_on)).toEqual([
    "2025-02-11",
    "2025-03-11",
    "2025-04-08",
    "2025-05-13",
  ]);
});

test("a document that the checks cannot bear costs itself alone, and is not tried for ever", async () => {
  await importMinutes(db, [sitting("13-05-2025", "Her går i stå, fejl: 9"), sitting("17-06-2025", "fejl: 8")]);
  expect(await recompute(db, pretendPool())).toMatchObject({ documents: 2, errors: 1, failed: 1 });
  expect(await rows()).toMatchObject([{ claim: "fejl: 8" }]);
  expect(await anyDue(db)).toBe(false);
});

test("a recomputation that is told to stop keeps what it has, and the rest waits", async () => {
  const dates = Array.from(
    { length: 30 },
    (_, index) => `${String((index % 28) + 1).padStart(2, "0")}-${index < 28 ? "03" : "04"}-2025`,
  );
  await importMinutes(
    db,
    dates.map((date) => sitting(date, "fejl: 8")),
  );
  const controller = new AbortController();
  const pool = { ...pretendPool(() => controller.abort()), size: 0 };
  const { documents } = await recompute(db, pool, { signal: controller.signal });
  expect(documents).toBe(12);
  expect(await rows()).toHaveLength(12);
  expect(await listDue(db)).toHaveLength(18);
  expect(await recompute(db, pretendPool())).toMatchObject({ documents: 18 });
  expect(await rows()).toHaveLength(30);
});

test("an archive's pages are renewed a few times, not once a document", async () => {
  const dates = Array.from({ length: 25 }, (_, index) => `${String(index + 1).padStart(2, "0")}-03-2025`);
  await importMinutes(
    db,
    dates.map((date) => sitting(date, "fejl: 8")),
  );
  const revision = async () =>
    (await db.selectFrom("archive_state").select("revision").executeTakeFirstOrThrow()).revision;
  const before = await revision();
  await recompute(db, pretendPool());
  expect((await revision()) - before).toBe(1);
});

test("an agenda whose minutes are in the archive is not checked", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT)]);
  await db
    .insertInto("document")
    .values({
      municipality_id: 1,
      id: 99,
      meeting_id: (await db.selectFrom("meeting").select("id").executeTakeFirstOrThrow()).id,
      kind: "agenda",
      revision: 1,
    })
    .execute();
  await db.insertInto("document_check").values({ municipality_id: 1, document_id: 99 }).execute();
  const seen: number[] = [];
  await recompute(
    db,
    pretendPool(({ targets }) => void seen.push(...targets.map(({ id }) => id))),
  );
  expect(seen).not.toContain(99);
  expect(await anyDue(db)).toBe(false);
});

test("findings leave with an export and come back with it; those of an older version of the checks are made again", async () => {
  await importMinutes(db, [sitting("13-05-2025", ITEM_TEXT)]);
  await recompute(db, pretendPool());
  await db
    .updateTable("document_check")
    .set({ checker_version: CHECKER_VERSION - 1 })
    .execute();
  const folder = await mkdtemp(join(tmpdir(), "sagsgang-findings-"));
  await exportArchive(db, join(folder, "export"));
  const before = await rows();
  expect(await restoreArchive(db, join(folder, "export"), { replace: true })).toMatchObject({ ok: true });
  await rm(folder, { recursive: true });
  expect(await rows()).toEqual(before);
  expect(await anyDue(db)).toBe(false);
  await wantOutdated(db);
  expect(await anyDue(db)).toBe(true);
});
