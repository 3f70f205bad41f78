import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "#database/connect.ts";
import { migrations } from "#database/migrations/index.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { importDocument } from "../import/import-document.ts";
import { aDecision, aDocument, anItem, aParticipant, resultOf } from "../import/testing.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { saveLook } from "../look-queries.ts";
import { exportArchive } from "./export-archive.ts";
import { restoreArchive } from "./restore-archive.ts";
import { listTables } from "./tables.ts";
import { fillWork } from "./testing.ts";

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
beforeEach(async () => {
  [source, target] = await Promise.all([testDatabase(), testDatabase()]);
  folder = await mkdtemp(join(tmpdir(), "sagsgang-export-"));
});
afterEach(async () => {
  await Promise.all([source.drop(), target.drop(), rm(folder, { recursive: true, force: true })]);
});

/** Something in every table, with the characters that a CSV file must take care of. */
async function fill(db: Database): Promise<void> {
  const text = 'Linje 1\nLinje "2", \\ æøå 😀\t;\r\n\\.\n';
  const item = anItem("36", {
    title: text,
    caseNumber: "24-014917",
    attachments: ["Bilag, 1", ""],
    sections: [
      {
        heading: "",
        role: "other",
        text,
        tables: [
          {
            rows: [
              ["a", ""],
              ['"', "\\N"],
            ],
            headerRows: 1,
            notes: ["Anm. 1)", 'med "citat", og {krølle}'],
          },
        ],
        sections: [
          { heading: "Under", role: "economy", text: "", tables: [], sections: [], span: { start: 1, end: 2 } },
        ],
        span: { start: 0, end: 9 },
      },
    ],
    treatment: [{ committee: "Byrådet", roles: ["recommends", "decides"], date: null }],
    recommendations: [{ number: 1, text, by: null }],
    decisions: [
      aDecision({
        absent: [aParticipant("Anton Vestermose", { attendance: "absent", party: "A" })],
        parts: [{ number: 1, text, outcome: "noted" }],
        dissents: [{ by: ["Gerda Birk Holm"], text }],
      }),
    ],
    references: [{ text, itemNumber: "5", date: "2024-01-16", committee: null }],
    commitments: [{ text, due: "2024-Q4", recurs: null }],
  });
  for (const document of [
    aDocument({ items: [item, anItem("37")] }),
    aDocument({ items: [item, anItem("37"), anItem("38")] }),
    aDocument({ municipality: "Andetsted", kind: "agenda" }),
  ])
    expect(["new", "revised"]).toContain(resultOf(await importDocument(db, undefined, document)));
  const { id } = await db.selectFrom("municipality").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow();
  await saveLook(db, id, { accent: "#6b2140", logo: { mediaType: "image/png", content: Buffer.from([0, 255]) } });
  await db.insertInto("role_grant").values({ municipality_id: id, user_id: "u", role: "reader" }).execute();
  const { id: committee } = await db
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", id)
    .limit(1)
    .executeTakeFirstOrThrow();
  const key = { municipality_id: id, committee_id: committee };
  const counting = { dispatch_days: 4, saturday_counts: true, meeting_day_counts: false };
  await db
    .insertInto("committee_rules")
    .values({ ...key, ...counting })
    .execute();
  const meeting = { held_on: "2027-02-02", start_time: "13:00", place: "Rådhuset", extraordinary: false };
  await db
    .insertInto("planned_meeting")
    .values({ ...key, ...meeting })
    .execute();
  await fillWork(db);
  await db.transaction().execute((tx) => writeAudit(tx, null, id, { action: "test", subject: "test:1" }));
  await sql`insert into finding (municipality_id, document_id, position, committee_id, held_on, kind, verdict, span_start,
      span_end, claim, stated, computed, explanation, evidence)
    select municipality_id, document_id, 1, 1, '2024-05-14', 'table-total', 'error', 0, 9, ${text}, '12', '7',
      '3 + 4 = 7', '[{"document": 1, "start": 0, "end": 1, "text": "3"}]' from document_check limit 1`.execute(db);
  await sql`update committee set successor_id = id where id = (select min(id) from committee)`.execute(db);
}

async function contentOf(db: Database): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const { name } of await listTables(db)) {
    if (name === "archive_state") continue;
    const { rows } = await sql<{
      row: string;
    }>`select row_to_json(t)::text as row from ${sql.table(name)} as t order by 1`.execute(db);
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

test("an archive comes back as it was, table by table", async () => {
  await fill(source.db);
  expect(await exportArchive(source.db, folder)).toMatchObject({ ok: true, originals: 3 });
  expect(await restoreArchive(target.db, folder)).toMatchObject({ ok: true, originals: 3 });
  const [before, after] = [await contentOf(source.db), await contentOf(target.db)];
  expect(Object.entries(before).flatMap(([table, rows]) => (rows.length === 0 ? table : []))).toEqual([]);
  expect(after).toEqual(before);
});

test("a restored archive takes new documents without a clash, and knows the old ones", async () => {
  await fill(source.db);
  await exportArchive(source.db, folder);
  await restoreArchive(target.db, folder);
  const add = async (more: Parameters<typeof aDocument>[0]) =>
    resultOf(await importDocument(target.db, undefined, aDocument(more)));
  expect(await add({ date: "2025-01-14", participants: [aParticipant("Ny Person")] })).toBe("new");
  expect(await add({ municipality: "Tredjested" })).toBe("new");
  expect(await add({ municipality: "Andetsted", kind: "agenda" })).toBe("unchanged");
});

test("an archive that holds something is only replaced when that is asked for", async () => {
  await fill(source.db);
  await exportArchive(source.db, folder);
  await importDocument(target.db, undefined, aDocument({ municipality: "Gammelsted" }));
  const before = await contentOf(target.db);
  expect(await restoreArchive(target.db, folder)).toMatchObject({
    ok: false,
    message: expect.stringContaining("--replace"),
  });
  expect(await contentOf(target.db)).toEqual(before);
  expect(await restoreArchive(target.db, folder, { replace: true })).toMatchObject({ ok: true });
  expect(await contentOf(target.db)).toEqual(await contentOf(source.db));
  const { revision } = await target.db.selectFrom("archive_state").select("revision").executeTakeFirstOrThrow();
  expect(revision).toBeGreaterThan(4);
});

test("an export goes into an empty folder only", async () => {
  await writeFile(join(folder, "noget.txt"), "");
  expect(await exportArchive(source.db, folder)).toMatchObject({
    ok: false,
    message: expect.stringContaining("ikke tom"),
  });
});

test.each([
  ["a table that was changed", (dir: string) => appendFile(join(dir, "item.csv"), "x"), "item.csv er ikke"],
  ["a table that is gone", (dir: string) => rm(join(dir, "decision.csv")), "decision.csv mangler"],
  [
    "an original that was changed",
    async (dir: string) => appendFile(join(dir, "originals", (await readdir(join(dir, "originals")))[0] ?? ""), "x"),
    "originals",
  ],
  ["no manifest", (dir: string) => rm(join(dir, "manifest.json")), "manifest.json"],
  ["a broken manifest", (dir: string) => writeFile(join(dir, "manifest.json"), "{"), "manifest.json"],
])("%s is told, and nothing is changed", async (_, damage, message) => {
  await fill(source.db);
  await exportArchive(source.db, folder);
  await damage(folder);
  expect(await restoreArchive(target.db, folder)).toEqual({ ok: false, message: expect.stringContaining(message) });
  expect(await target.db.selectFrom("municipality").selectAll().execute()).toEqual([]);
});

test("an export from a newer program is refused", async () => {
  await exportArchive(source.db, folder);
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, "2099-01-01-0000-later"] }));
  expect(await restoreArchive(target.db, folder)).toEqual({
    ok: false,
    message: expect.stringContaining("nyere udgave"),
  });
});

test("an export from an older program is brought to today's shape", async () => {
  const older = await testDatabase({ empty: true });
  const [first = ""] = Object.keys(migrations).sort();
  await migrations[first]?.up(older.db);
  await sql`create table kysely_migration (name text)`.execute(older.db);
  await sql`insert into kysely_migration values (${first})`.execute(older.db);
  await sql`insert into municipality (slug, name) values ('proevested', 'Prøvested')`.execute(older.db);
  expect(await exportArchive(older.db, folder)).toMatchObject({ ok: true });
  await older.drop();
  expect(await restoreArchive(target.db, folder)).toMatchObject({ ok: true });
  expect(await target.db.selectFrom("municipality").select("name").execute()).toEqual([{ name: "Prøvested" }]);
  expect((await listTables(target.db)).map(({ name }) => name)).toEqual(
    (await listTables(source.db)).map(({ name }) => name),
  );
  expect(resultOf(await importDocument(target.db, undefined, aDocument()))).toBe("new");
});

test("one snapshot: what is committed during an export is not in it", async () => {
  await fill(source.db);
  const [exported] = await Promise.all([
    exportArchive(source.db, folder),
    importDocument(source.db, undefined, aDocument({ date: "2024-09-10" })),
    importDocument(source.db, undefined, aDocument({ date: "2024-10-08" })),
  ]);
  expect(exported.ok).toBe(true);
  expect(await restoreArchive(target.db, folder)).toMatchObject({ ok: true });
});
