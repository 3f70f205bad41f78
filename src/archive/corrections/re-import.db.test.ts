import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { titleKey } from "#minutes/titles.ts";
import { importPaths } from "../import/import-paths.ts";
import { createImporter } from "../import/importer.ts";
import { prepareDocument } from "../import/prepare.ts";
import { aDocument, anItem, resultOf } from "../import/testing.ts";
import type { Correction } from "./correction.ts";
import { correctReading } from "./correct-reading.ts";
import { storeCorrections } from "./stored-corrections.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "sagsgang-rettet-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const minutes = (time = "13.00", title = "Ny cykelsti ved åen") => `REFERAT Teknikudvalget
Dato: 14. maj 2024 kl. ${time}
Sted: Prøvested Rådhus, Prøvested Kommune

Punkt 36: Godkendelse af dagsorden
Beslutning
Godkendt.

Punkt 37: ${title}
Sagsfremstilling
Stien skal gå fra broen til skolen.
Beslutning
Godkendt.
`;

const by = { userId: "u", name: "Signe Sekretær" };
const item = { number: "37", title: "Ny cykelsti ved åen", nth: 1 };
const closed: Correction = { kind: "item", item, field: "closed", was: false, to: true };
const renamed: Correction = { kind: "item", item, field: "title", was: item.title, to: "Cykelsti ved Møllebroen" };
const place: Correction = { kind: "header", field: "place", was: "Prøvested Rådhus, Prøvested Kommune", to: "Skolen" };

async function correct(corrections: Correction[]): Promise<void> {
  const { id, municipality_id } = await database.db.selectFrom("document").selectAll().executeTakeFirstOrThrow();
  const { sha256 } = await database.db.selectFrom("document_revision").select("sha256").executeTakeFirstOrThrow();
  const items = [
    { number: "36", titleKey: titleKey("Godkendelse af dagsorden") },
    { number: "37", titleKey: titleKey(item.title) },
  ];
  const read = { sha256, kind: "minutes" as const, committeeKey: "teknikudvalg", date: "2024-05-14", items };
  await storeCorrections(database.db, municipality_id, { documentId: id, read, corrections, by });
}

const itemsNow = () =>
  database.db.selectFrom("item").select(["number", "title", "closed"]).orderBy("position").execute();

test("a new revision from the command line gets the corrections of the one before it", async () => {
  await writeFile(join(folder, "referat.txt"), minutes());
  await importPaths(database.db, [folder]);
  await correct([closed, renamed, place]);
  await writeFile(join(folder, "referat.txt"), minutes("13.30"));
  const report = await importPaths(database.db, [folder]);
  expect(report).toMatchObject({ documents: { revised: 1 }, failures: [], remarks: [] });
  expect(await itemsNow()).toEqual([
    { number: "36", title: "Godkendelse af dagsorden", closed: false },
    { number: "37", title: "Cykelsti ved Møllebroen", closed: true },
  ]);
  expect(await database.db.selectFrom("meeting").select(["place", "start_time"]).execute()).toEqual([
    { place: "Skolen", start_time: "13:30:00" },
  ]);
  expect(await database.db.selectFrom("corrected_revision").select(["revision", "corrections"]).execute()).toEqual([
    { revision: 2, corrections: [closed, renamed, place] },
  ]);
});

test("a correction whose item is gone is told, and the others hold", async () => {
  await writeFile(join(folder, "referat.txt"), minutes());
  await importPaths(database.db, [folder]);
  await correct([renamed, place]);
  await writeFile(join(folder, "referat.txt"), minutes("13.00", "Salg af det gamle brandhus"));
  const report = await importPaths(database.db, [folder]);
  expect(report.remarks).toEqual([
    {
      file: join(folder, "referat.txt"),
      message: expect.stringContaining("titlen på punkt 37 kunne ikke bruges igen"),
    },
  ]);
  expect((await itemsNow())[1]?.title).toBe("Salg af det gamle brandhus");
  expect(await database.db.selectFrom("meeting").select("place").execute()).toEqual([{ place: "Skolen" }]);
});

test("another meeting of the same committee gets nothing", async () => {
  await writeFile(join(folder, "1.txt"), minutes());
  await importPaths(database.db, [folder]);
  await correct([place]);
  await writeFile(join(folder, "2.txt"), minutes().replace("14. maj", "11. juni"));
  await importPaths(database.db, [folder]);
  const meetings = await database.db.selectFrom("meeting").select(["held_on", "place"]).orderBy("held_on").execute();
  expect(meetings.map((meeting) => meeting.place === "Skolen")).toEqual([false, false]);
});

test("the same file with other corrections is a new revision, with the same ones it changes nothing", async () => {
  const importer = createImporter(database.db);
  const document = aDocument({ items: [anItem("36"), anItem("37")] });
  const extracted = { format: "text" as const, text: document.text, pages: null, warnings: [] };
  const write = async (corrections: Correction[]) => {
    const corrected = correctReading({ minutes: document.minutes, extracted }, corrections).minutes;
    const prepared = prepareDocument({ ...document, minutes: corrected });
    return resultOf(
      await importer.write({ document: prepared, bytes: document.bytes, municipality: undefined, corrections }),
    );
  };
  const moved: Correction = { ...place, was: "Mødelokale 1" };
  expect(await write([])).toBe("new");
  expect(await write([moved])).toBe("revised");
  expect(await write([moved])).toBe("unchanged");
  expect(await write([])).toBe("revised");
  expect(await database.db.selectFrom("meeting").select("place").execute()).toEqual([{ place: "Mødelokale 1" }]);
});
