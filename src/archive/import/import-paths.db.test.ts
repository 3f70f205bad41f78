import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "#database/connect.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { generateMinutes } from "../../../bench/generate/index.ts";
import { findLogo, findLook } from "../look-queries.ts";
import { importPaths, type Progress } from "./import-paths.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "sagsgang-import-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function writeGenerated(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const { fileName, text } = generateMinutes(index);
    await writeFile(join(folder, fileName), text);
  }
}

const count = async (table: "item" | "document" | "document_revision" | "meeting" | "search_item") =>
  Number(
    (
      await database.db
        .selectFrom(table as "item")
        .select((eb) => eb.fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

test("a folder goes in with all that is below it, and a second time nothing changes", async () => {
  await writeGenerated(6);
  await mkdir(join(folder, "under"));
  await writeFile(join(folder, "under", "senere.txt"), generateMinutes(20).text);
  await writeFile(join(folder, "README.md"), "Om mappen");
  await writeFile(join(folder, "billede.png"), "ikke et referat");
  const seen: Progress[] = [];
  const first = await importPaths(database.db, [folder], { onProgress: (progress) => seen.push(progress) });
  expect(first).toMatchObject({ documents: { new: 7, revised: 0, unchanged: 0 }, failures: [], passedOver: 2 });
  expect(seen.map(({ done, total }) => [done, total])).toEqual([1, 2, 3, 4, 5, 6, 7].map((done) => [done, 7]));
  expect(await count("item")).toBe(first.items);
  expect(await count("search_item")).toBe(first.items);

  const second = await importPaths(database.db, [folder, folder]);
  expect(second).toMatchObject({ documents: { new: 0, revised: 0, unchanged: 7 }, items: 0, failures: [] });
  expect(await count("document_revision")).toBe(7);
});

test("a ZIP file goes in like the folder it was made of", async () => {
  const packed = Array.from({ length: 3 }, (_, index) => generateMinutes(index));
  const files = packed.map(({ fileName, text }) => [`referater/${fileName}`, new TextEncoder().encode(text)] as const);
  const bytes = zipSync({
    ...Object.fromEntries(files),
    "referater/tom.txt": new Uint8Array(),
    "foto.png": new Uint8Array(9),
  });
  await writeFile(join(folder, "arkiv.zip"), bytes);
  await writeFile(join(folder, "halv.zip"), bytes.subarray(0, bytes.length / 2));
  const report = await importPaths(database.db, [folder]);
  expect(report).toMatchObject({ documents: { new: 3, unchanged: 0 }, passedOver: 1 });
  expect(report.failures.map(({ file, message }) => [file.slice(folder.length + 1), message.slice(0, 24)])).toEqual([
    ["halv.zip", "ZIP-filen er ikke hel, s"],
    ["arkiv.zip/referater/tom.txt", "Filen er tom. Hent den i"],
  ]);
  await writeGenerated(3);
  expect(await importPaths(database.db, [folder])).toMatchObject({ documents: { new: 0, unchanged: 6 } });
});

test("a bad file stops no other and is named with its reason", async () => {
  await writeGenerated(3);
  await writeFile(join(folder, "tom.txt"), "");
  await writeFile(join(folder, "brev.txt"), "Kære nabo\n\nTak for kaffe i går. Det var hyggeligt.\n");
  await writeFile(join(folder, "halv.pdf"), "%PDF-1.7\n1 0 obj");
  const report = await importPaths(database.db, [folder, join(folder, "findes-ikke.txt")]);
  expect(report.documents.new).toBe(3);
  expect(report.failures.map(({ file }) => file.slice(folder.length + 1)).sort()).toEqual([
    "brev.txt",
    "findes-ikke.txt",
    "halv.pdf",
    "tom.txt",
  ]);
  expect(await count("document")).toBe(3);
});

test("two imports of the same files at once neither wait for ever nor write anything twice", async () => {
  await writeGenerated(24);
  const other = connect(database.url);
  const reports = await Promise.all([importPaths(database.db, [folder]), importPaths(other, [folder])]);
  await other.destroy();
  expect(reports.map(({ failures }) => failures)).toEqual([[], []]);
  const [mine, theirs] = reports.map(({ documents }) => documents);
  expect((mine?.new ?? 0) + (theirs?.new ?? 0)).toBe(24);
  expect((mine?.unchanged ?? 0) + (theirs?.unchanged ?? 0)).toBe(24);
  expect([await count("document"), await count("document_revision"), await count("meeting")]).toEqual([24, 24, 24]);
});

test("of two versions in one folder the later by name is the newest revision", async () => {
  const { text } = generateMinutes(3);
  for (const [name, place] of [
    ["a.txt", "Sal 1"],
    ["b.txt", "Sal 2"],
    ["c.txt", "Sal 3"],
  ] as const)
    await writeFile(join(folder, name), text.replace(/Mødelokale \d/, place));
  expect((await importPaths(database.db, [folder])).documents).toEqual({ new: 1, revised: 2, unchanged: 0 });
  expect((await importPaths(database.db, [folder])).documents).toEqual({ new: 0, revised: 0, unchanged: 3 });
  const newest = await database.db
    .selectFrom("document_revision")
    .select(["revision", "file_name"])
    .orderBy("revision")
    .execute();
  expect(newest.map(({ file_name }) => file_name)).toEqual(["a.txt", "b.txt", "c.txt"]);
});

const plain = (committee: string, date: string, municipality: string) =>
  `REFERAT ${committee} 2022-2025 d. ${date}\n\nMødested: Rådhuset${municipality}\n\nPunkt 1: Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n`;

test("a document that does not name its municipality goes where its neighbours of the same committee are", async () => {
  await writeFile(join(folder, "1.txt"), plain("Teknikudvalget", "14-05-2024", ""));
  await writeFile(join(folder, "2.txt"), plain("Teknikudvalget", "11-06-2024", ", Næstved Kommune"));
  await writeFile(join(folder, "3.txt"), plain("Socialudvalget", "11-06-2024", ""));
  const report = await importPaths(database.db, [folder]);
  expect(report.documents.new).toBe(2);
  expect(report.failures).toEqual([
    { file: join(folder, "3.txt"), message: expect.stringContaining("--municipality") },
  ]);
  expect((await importPaths(database.db, [folder], { municipality: "Næstved" })).documents).toMatchObject({ new: 1 });
});

test("kommune.json says what the documents do not: name, example, successors", async () => {
  await writeFile(join(folder, "1.txt"), plain("Teknikudvalget", "14-05-2024", ""));
  await writeFile(join(folder, "2.txt"), plain("Klimaudvalget", "10-02-2026", ""));
  const settings = {
    name: "Prøvested",
    example: true,
    successors: [
      { from: "Teknikudvalget", to: "Klimaudvalget" },
      { from: "Klimaudvalget", to: "Fremtidsudvalget" },
    ],
  };
  await writeFile(join(folder, "kommune.json"), JSON.stringify(settings));
  const report = await importPaths(database.db, [folder]);
  expect(report.failures).toEqual([]);
  expect(report.remarks.map(({ message }) => message)).toEqual([expect.stringContaining("Fremtidsudvalget")]);
  const heirs = await database.db
    .selectFrom("committee")
    .innerJoin("committee as heir", "heir.id", "committee.successor_id")
    .innerJoin("municipality", "municipality.id", "committee.municipality_id")
    .select(["committee.name", "heir.name as heir", "municipality.is_example"])
    .execute();
  expect(heirs).toEqual([{ name: "Teknikudvalget", heir: "Klimaudvalget", is_example: true }]);
});

test("kommune.json gives the pages a colour and a logo", async () => {
  await writeFile(join(folder, "1.txt"), plain("Teknikudvalget", "14-05-2024", ""));
  await writeFile(join(folder, "vaaben.svg"), "<svg/>");
  const settings = { name: "Prøvested", accent: "#6b2140", logo: "vaaben.svg" };
  await writeFile(join(folder, "kommune.json"), JSON.stringify(settings));
  expect((await importPaths(database.db, [folder])).failures).toEqual([]);
  expect(await findLook(database.db, "proevested")).toEqual({ accent: "#6b2140", hasLogo: true });
  expect(await findLogo(database.db, "proevested")).toEqual({
    mediaType: "image/svg+xml",
    content: Buffer.from("<svg/>"),
  });
});

test.each([
  [{ accent: "#ffff00" }, "Vælg en mørkere"],
  [{ accent: "rød" }, "ikke, som den skal være"],
  [{ logo: "borte.svg" }, "findes ikke"],
  [{ logo: "../andet.svg" }, "ikke, som den skal være"],
  [{ logo: "1.txt" }, "Brug en SVG"],
])("a kommune.json with %j is a failure that says what to do", async (look, message) => {
  await writeFile(join(folder, "1.txt"), plain("Teknikudvalget", "14-05-2024", ", Prøvested Kommune"));
  await writeFile(join(folder, "kommune.json"), JSON.stringify({ name: "Prøvested", ...look }));
  const report = await importPaths(database.db, [folder]);
  expect(report.documents.new).toBe(1);
  expect(report.failures).toEqual([{ file: join(folder, "kommune.json"), message: expect.stringContaining(message) }]);
});

test("a kommune.json that is written wrong is a failure, and the documents go in", async () => {
  await writeFile(join(folder, "1.txt"), plain("Teknikudvalget", "14-05-2024", ", Næstved Kommune"));
  await writeFile(join(folder, "kommune.json"), "{ navn:");
  const report = await importPaths(database.db, [folder]);
  expect(report.documents.new).toBe(1);
  expect(report.failures.map(({ file }) => file)).toEqual([join(folder, "kommune.json")]);
});

test("an aborted import finishes what it has begun and begins nothing more", async () => {
  await writeGenerated(150);
  const controller = new AbortController();
  const report = await importPaths(database.db, [folder], {
    signal: controller.signal,
    onProgress: ({ done }) => done === 2 && controller.abort(),
  });
  expect(report.documents.new).toBeLessThan(150);
  expect(await count("document")).toBe(report.documents.new);
  expect(report.failures).toEqual([]);
});

const MARKER = "Sælgerens smertegrænse er 4.183.000 kr.";
const withClosedText = `REFERAT Teknikudvalget
Dato: 14. maj 2024 kl. 13.00
Sted: Prøvested Rådhus, Prøvested Kommune
Deltagere: Anna Holm (A), Bo Kjær (V), Carla Dam (C)

Punkt 36: Godkendelse af dagsorden
Beslutning
Godkendt.

Punkt 37: Lukket: Køb af areal
Sagsfremstilling
${`${MARKER} Forvaltningen har forhandlet med ejeren siden februar og vurderer, at aftalen kan falde på plads. `.repeat(3)}
Beslutning
Godkendt.

Punkt 38: Eventuelt
Beslutning
Intet.
`;

test("a document whose closed item has text stays out with one line that names it, and the others go in", async () => {
  await writeGenerated(2);
  await writeFile(join(folder, "internt.txt"), withClosedText);
  const report = await importPaths(database.db, [folder]);
  expect(report.documents.new).toBe(2);
  expect(report.failures).toEqual([
    {
      file: join(folder, "internt.txt"),
      message: expect.stringMatching(/^Dokumentet er ikke læst ind: punkt 37 er lukket/),
    },
  ]);
  expect(report.failures[0]?.message).toContain("--closed-text-is-public");
  const { rows } = await sql<{ found: boolean }>`select exists (select from section where text like ${`%${MARKER}%`})
    or exists (select from document_revision where text like ${`%${MARKER}%`})
    or exists (select from original where position(convert_to(${MARKER}, 'UTF8') in content) > 0) as found`.execute(
    database.db,
  );
  expect(rows).toEqual([{ found: false }]);
});

test("a document goes in with its closed items' text when whoever imports it says that it is published", async () => {
  await writeFile(join(folder, "offentligt.txt"), withClosedText);
  const report = await importPaths(database.db, [folder], { closedTextIsPublic: true });
  expect(report).toMatchObject({ documents: { new: 1 }, failures: [] });
});
