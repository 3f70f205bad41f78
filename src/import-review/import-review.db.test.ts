import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Correction } from "#archive/corrections/correction.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { verifyAudit } from "#identity/audit-queries.ts";
import { MAX_FILE_BYTES } from "#minutes/formats/unreadable.ts";
import { writePdf } from "../../tests/support/pdf.ts";
import { findBatch, findContent, findFile, listBatches } from "./queries.ts";
import { correctFile, discard, uncorrectFile, wantFiles } from "./review-operations.ts";
import { aBatch, anActor, runBackground, someMinutes, TODAY } from "./testing.ts";
import { beginBatch, receiveFile } from "./upload-operations.ts";

let database: TestDatabase;
let m: number;
let other: number;
beforeEach(async () => {
  database = await testDatabase();
  const made = await database.db
    .insertInto("municipality")
    .values([
      { slug: "proevested", name: "Prøvested" },
      { slug: "andenby", name: "Andenby" },
    ])
    .returning("id")
    .execute();
  [m, other] = made.map(({ id }) => id) as [number, number];
});
afterEach(() => database.drop());

const secretary = () => anActor(m, "secretary");
const at = (version: number) => ({ version, today: TODAY });
const filesOf = async (batch: number) => (await findBatch(database.db, m, batch))?.files ?? [];
const title: Correction = {
  kind: "item",
  item: { number: "37", title: "Ny cykelsti ved åen", nth: 1 },
  field: "title",
  was: "Ny cykelsti ved åen",
  to: "Cykelsti ved Møllebroen",
};

test("a file is taken in, read, looked at and put into the archive, with an audit entry for each step", async () => {
  const batch = await aBatch(database.db, secretary(), { "referat.txt": someMinutes() });
  expect(await filesOf(batch)).toMatchObject([{ name: "referat.txt", state: "waiting", summary: null }]);
  expect(await runBackground(database.db)).toEqual([]);
  const [file] = await filesOf(batch);
  expect(file).toMatchObject({
    state: "read",
    summary: { committee: "Teknikudvalget", date: "2024-05-14", items: 2, hindrance: null },
    known: false,
  });
  expect(await wantFiles(database.db, secretary(), m, batch, "all")).toBe(1);
  await runBackground(database.db);
  expect(await filesOf(batch)).toMatchObject([
    {
      state: "imported",
      result: "new",
      known: true,
      meeting: { committee: "teknikudvalget", date: "2024-05-14", sitting: 1 },
    },
  ]);
  expect(await listBatches(database.db, m)).toMatchObject([{ id: batch, states: { imported: 1 } }]);
  const audit = await database.db
    .selectFrom("audit_entry")
    .select(["action", "actor_name"])
    .orderBy("number")
    .execute();
  expect(audit.map(({ action }) => action)).toEqual([
    "import.begun",
    "import.received",
    "import.wanted",
    "import.committed",
  ]);
  expect(new Set(audit.map(({ actor_name }) => actor_name))).toEqual(new Set(["Signe Sekretær"]));
  expect(await verifyAudit(database.db)).toMatchObject({ broken: [] });
});

test("corrections go into the archive, and a new revision in the browser has them from the start", async () => {
  const first = await aBatch(database.db, secretary(), { "referat.txt": someMinutes() });
  await runBackground(database.db);
  const [file] = await filesOf(first);
  const place = { municipalityId: m, batchId: first, fileId: file!.id };
  expect(await correctFile(database.db, secretary(), place, at(1), [title])).toEqual({ ok: true });
  await wantFiles(database.db, secretary(), m, first, "all");
  await runBackground(database.db);
  const titles = () => database.db.selectFrom("item").select("title").orderBy("position").execute();
  expect((await titles())[1]).toEqual({ title: "Cykelsti ved Møllebroen" });

  const second = await aBatch(database.db, secretary(), { "ny.txt": someMinutes().replace("kl. 13.00", "kl. 13.30") });
  await runBackground(database.db);
  expect(await filesOf(second)).toMatchObject([{ state: "read", corrections: 1, known: false }]);
  await wantFiles(database.db, secretary(), m, second, "all");
  await runBackground(database.db);
  expect(await filesOf(second)).toMatchObject([{ state: "imported", result: "revised" }]);
  expect((await titles())[1]).toEqual({ title: "Cykelsti ved Møllebroen" });
});

test("what is in the archive can be corrected afterwards, and becomes a new revision of the same file", async () => {
  const batch = await aBatch(database.db, secretary(), { "referat.txt": someMinutes() });
  await runBackground(database.db);
  await wantFiles(database.db, secretary(), m, batch, "all");
  await runBackground(database.db);
  const [file] = await filesOf(batch);
  const place = { municipalityId: m, batchId: batch, fileId: file!.id };
  await correctFile(database.db, secretary(), place, at(1), [title]);
  expect((await findContent(database.db, m, file!.id))?.toString()).toBe(someMinutes());
  await wantFiles(database.db, secretary(), m, batch, [file!.id]);
  await runBackground(database.db);
  expect(await filesOf(batch)).toMatchObject([{ state: "imported", result: "revised" }]);
  const again = await aBatch(database.db, secretary(), { "referat.txt": someMinutes() });
  await runBackground(database.db);
  await wantFiles(database.db, secretary(), m, again, "all");
  await runBackground(database.db);
  expect(await filesOf(again)).toMatchObject([{ corrections: 1, result: "unchanged" }]);
});

test("of two who correct one file one is told, and nothing of the other's is lost", async () => {
  const batch = await aBatch(database.db, secretary(), { "referat.txt": someMinutes() });
  await runBackground(database.db);
  const place = { municipalityId: m, batchId: batch, fileId: (await filesOf(batch))[0]!.id };
  const when: Correction = { kind: "header", field: "date", was: "2024-05-14", to: "2024-05-15" };
  const answers = await Promise.all([
    correctFile(database.db, secretary(), place, at(1), [title]),
    correctFile(database.db, anActor(m, "secretary", "Anton Anden"), place, at(1), [when]),
  ]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual(["changed", "ok"]);
  const file = await findFile(database.db, m, batch, place.fileId);
  expect(file).toMatchObject({ version: 2 });
  expect(file?.corrections).toHaveLength(1);
  expect(await uncorrectFile(database.db, secretary(), place, at(2), "header date")).toEqual({ ok: true });
});

test("wanted twice, and worked on twice at once, a file goes in once", async () => {
  const batch = await aBatch(database.db, secretary(), {
    "a.txt": someMinutes(),
    "b.txt": someMinutes({ date: "11. juni 2024" }),
  });
  await Promise.all([runBackground(database.db), runBackground(database.db)]);
  const wanted = await Promise.all([
    wantFiles(database.db, secretary(), m, batch, "all"),
    wantFiles(database.db, secretary(), m, batch, "all"),
  ]);
  expect(wanted.sort()).toEqual([0, 2]);
  await Promise.all([runBackground(database.db), runBackground(database.db)]);
  expect((await filesOf(batch)).map(({ state, result }) => [state, result])).toEqual([
    ["imported", "new"],
    ["imported", "new"],
  ]);
  expect(await database.db.selectFrom("document_revision").select("revision").execute()).toHaveLength(2);
  const committed = await database.db
    .selectFrom("audit_entry")
    .select("number")
    .where("action", "=", "import.committed")
    .execute();
  expect(committed).toHaveLength(2);
});

test("another municipality's minutes stay out until somebody says that it was read wrong", async () => {
  const batch = await aBatch(database.db, secretary(), { "fremmed.txt": someMinutes({ municipality: "Andenby" }) });
  await runBackground(database.db);
  const [file] = await filesOf(batch);
  expect(file?.summary).toMatchObject({ hindrance: "other-municipality", municipality: "Andenby" });
  expect(await wantFiles(database.db, secretary(), m, batch, "all")).toBe(0);
  const ours: Correction = { kind: "header", field: "municipality", was: "Andenby", to: "Prøvested" };
  await correctFile(database.db, secretary(), { municipalityId: m, batchId: batch, fileId: file!.id }, at(1), [ours]);
  expect(await wantFiles(database.db, secretary(), m, batch, "all")).toBe(1);
  await runBackground(database.db);
  const meetings = await database.db.selectFrom("meeting").select("municipality_id").execute();
  expect(meetings).toEqual([{ municipality_id: m }]);
});

test("minutes whose closed item has text stay out until somebody says that it is published, and that is kept", async () => {
  const text = "Ejeren kræver mere, end arealet er vurderet til, og vil kun sælge, hvis vejen bliver lagt om. ".repeat(
    3,
  );
  const closed = (more = "") =>
    `${someMinutes()}\nPunkt 38: Lukket: Køb af areal\nSagsfremstilling\n${text}${more}\nBeslutning\nGodkendt.\n`;
  const batch = await aBatch(database.db, secretary(), { "internt.txt": closed() });
  await runBackground(database.db);
  const [file] = await filesOf(batch);
  expect(file?.summary).toMatchObject({ hindrance: "closed-text" });
  expect(await wantFiles(database.db, secretary(), m, batch, "all")).toBe(0);

  // Wanted all the same, by whatever way: nothing of it goes in.
  await database.db
    .updateTable("import_file")
    .set({ state: "wanted", wanted_by: "x", wanted_by_name: "Signe" })
    .where("id", "=", file!.id)
    .execute();
  await runBackground(database.db);
  expect(await filesOf(batch)).toMatchObject([{ state: "read", message: expect.stringContaining("Lukkede punkter") }]);
  expect(await database.db.selectFrom("document").select("id").execute()).toEqual([]);

  const published: Correction = { kind: "public-text", item: { number: "38", title: "Køb af areal", nth: 1 } };
  const place = { municipalityId: m, batchId: batch, fileId: file!.id };
  expect(await correctFile(database.db, secretary(), place, at(1), [published])).toEqual({ ok: true });
  expect(await wantFiles(database.db, secretary(), m, batch, "all")).toBe(1);
  await runBackground(database.db);
  expect((await filesOf(batch)).map(({ state, result }) => [state, result])).toEqual([["imported", "new"]]);
  const told = await database.db
    .selectFrom("audit_entry")
    .select("details")
    .where("action", "=", "import.corrected")
    .execute();
  expect(told).toMatchObject([{ details: { corrected: [published] } }]);

  // Of a later revision the same item is let in, and another one is asked about.
  const later = await aBatch(database.db, secretary(), {
    "rettet.txt": closed(" Rettet."),
    "flere.txt": closed().replace("Punkt 37: ", "Punkt 37: Lukket: ").replace("gå fra broen", text),
  });
  await runBackground(database.db);
  expect((await filesOf(later)).map(({ summary }) => summary?.hindrance)).toEqual([null, "closed-text"]);
});

test("each file that cannot be used says why in one sentence, and the others are read", async () => {
  const good = someMinutes();
  const zip = zipSync({
    "inde/godt.txt": strToU8(someMinutes({ date: "3. september 2024" })),
    "inde/bombe.txt": new Uint8Array(49_000_000),
  });
  const files = {
    "godt.txt": good,
    "tom.txt": "",
    "billede.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    "kaserne.bin": Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
    "brev.txt": "Kære nabo\n\nTak for kaffe i går. Det var hyggeligt.\n",
    "halv.pdf": writePdf([{ texts: [{ text: "Referat", x: 50, y: 700 }] }]).subarray(0, 300),
    "laast.pdf": writePdf([{ texts: [{ text: "Referat", x: 50, y: 700 }] }], { password: "hemmelig" }),
    "skannet.pdf": writePdf([{ image: true }]),
    "latin1.txt": Buffer.from(someMinutes({ date: "1. oktober 2024", title: "Søhøjlandets åer" }), "latin1"),
    "gamle.doc": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    "halv.zip": zip.subarray(0, zip.length / 2),
    "arkiv.zip": zip,
  };
  const batch = await aBatch(database.db, secretary(), files);
  await receiveFile(database.db, secretary(), m, batch, { name: "stor.pdf", size: MAX_FILE_BYTES * 4, bytes: null });
  expect(await runBackground(database.db)).toEqual([]);
  const seen = Object.fromEntries((await filesOf(batch)).map(({ name, state, message }) => [name, message ?? state]));
  expect(seen).toEqual({
    "godt.txt": "read",
    "latin1.txt": "read",
    "arkiv.zip/inde/godt.txt": "read",
    "tom.txt": expect.stringContaining("Filen er tom"),
    "billede.png": expect.stringContaining("billede"),
    "kaserne.bin": expect.stringContaining("ikke læsbar tekst"),
    "brev.txt": expect.stringContaining("hverken et referat eller en dagsorden"),
    "halv.pdf": expect.stringContaining("ikke hel"),
    "laast.pdf": expect.stringContaining("adgangskode"),
    "skannet.pdf": expect.stringContaining("skannet"),
    "gamle.doc": expect.stringContaining("Filformatet læses ikke"),
    "halv.zip": expect.stringContaining("ZIP-filen er ikke hel"),
    "arkiv.zip/inde/bombe.txt": expect.stringContaining("urimeligt meget"),
    "stor.pdf": expect.stringContaining("over 50 MB"),
  });
  for (const message of Object.values(seen).filter((text) => text !== "read"))
    expect(message).toMatch(/^[A-ZÆØÅ].*\.$/);
});

test("the same file twice in an upload is there once", async () => {
  const batch = await aBatch(database.db, secretary(), { "a.txt": someMinutes() });
  const bytes = new TextEncoder().encode(someMinutes());
  const again = await receiveFile(database.db, secretary(), m, batch, { name: "kopi.txt", size: bytes.length, bytes });
  expect(again).toEqual({ added: 0, again: 1, passedOver: 0 });
});

test("an upload that is thrown away while it is read or wanted leaves nothing behind, here or in the archive", async () => {
  const batch = await aBatch(database.db, secretary(), { "a.txt": someMinutes() });
  const reading = runBackground(database.db);
  expect(await discard(database.db, secretary(), m, batch, null)).toBe(true);
  expect(await reading).toEqual([]);
  const wanted = await aBatch(database.db, secretary(), { "a.txt": someMinutes() });
  await runBackground(database.db);
  await wantFiles(database.db, secretary(), m, wanted, "all");
  expect(await discard(database.db, secretary(), m, wanted, (await filesOf(wanted))[0]!.id)).toBe(true);
  expect(await runBackground(database.db)).toEqual([]);
  expect(await database.db.selectFrom("import_file").select("id").execute()).toEqual([]);
  expect(await database.db.selectFrom("document").select("id").execute()).toEqual([]);
  expect(await discard(database.db, secretary(), m, batch, null)).toBe(false);
});

test("nobody but the municipality's secretary and administrator gets anywhere", async () => {
  const batch = await aBatch(database.db, secretary(), { "a.txt": someMinutes() });
  await runBackground(database.db);
  const [file] = await filesOf(batch);
  const place = { municipalityId: m, batchId: batch, fileId: file!.id };
  for (const actor of [anActor(other, "secretary"), anActor(m, "member"), anActor(m, "writer")]) {
    expect(await beginBatch(database.db, actor, m)).toBeNull();
    expect(await receiveFile(database.db, actor, m, batch, { name: "x", size: 0, bytes: new Uint8Array() })).toBeNull();
    expect(await correctFile(database.db, actor, place, at(1), [title])).toEqual({ ok: false, reason: "unknown" });
    expect(await wantFiles(database.db, actor, m, batch, "all")).toBeNull();
    expect(await discard(database.db, actor, m, batch, null)).toBe(false);
  }
  expect(await findBatch(database.db, other, batch)).toBeUndefined();
  expect(await findFile(database.db, other, batch, file!.id)).toBeUndefined();
  // What an administrator did not give may have been treated behind closed doors.
  expect(await correctFile(database.db, anActor(m, "administrator", "Asta"), place, at(1), [title])).toMatchObject({
    ok: false,
  });
});
