import { afterEach, beforeEach, expect, test } from "vitest";
import { anchorLine } from "#archive/corrections/anchors.ts";
import type { Correction } from "#archive/corrections/correction.ts";
import { correctReading } from "#archive/corrections/correct-reading.ts";
import { createImporter } from "#archive/import/importer.ts";
import { prepareDocument } from "#archive/import/prepare.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { readMarkedLines } from "#minutes/marked-lines.ts";
import { readDocument } from "#minutes/read-document.ts";
import { checkBatch } from "./check-batch.ts";
import { listDue, loadBatch } from "./due.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const text = `REFERAT Teknikudvalget
Dato: 14. maj 2024 kl. 13.00
Sted: Prøvested Rådhus, Prøvested Kommune

Punkt 36: Godkendelse af dagsorden
Beslutning
Godkendt.

Punkt 37: Ny cykelsti ved åen
Sagsfremstilling
Stien skal gå fra broen til skolen.

Punkt 38: Regnestykket
Borgerne hører mere tirsdag den 15. maj 2024.

Beslutning
Godkendt.
`;

const lines = readMarkedLines(text).lines;
const wrongStart: Correction = {
  kind: "not-an-item",
  line: anchorLine(
    lines,
    lines.findIndex(({ label }) => label.includes("Regnestykket")),
  )!,
};

/** The findings of the text, imported with these corrections, as item and claim. */
async function findingsWith(corrections: Correction[]) {
  const { db } = database;
  const bytes = new TextEncoder().encode(text);
  const read = await readDocument(bytes, "referat.md");
  if (!read.ok) throw new Error(read.message);
  const { minutes } = correctReading(read, corrections);
  const document = prepareDocument({ minutes, text: read.extracted.text, fileName: "referat.md" });
  await createImporter(db).write({ document, bytes, municipality: undefined, corrections });
  const [due] = await listDue(db);
  if (!due) throw new Error("Nothing is due.");
  const [checked] = checkBatch(await loadBatch(db, due.municipalityId, [due.documentId]));
  return checked?.findings.map(({ item, check, stated }) => ({ item, check, stated })) ?? [];
}

test("a finding stands in the item that a correction says it does, not in the one that was read", async () => {
  const read = await findingsWith([]);
  expect(read.filter(({ check }) => check === "weekday")).toEqual([
    { item: "38", check: "weekday", stated: "tirsdag" },
  ]);
  const corrected = await findingsWith([wrongStart]);
  expect(corrected.filter(({ check }) => check === "weekday")).toEqual([
    { item: "37", check: "weekday", stated: "tirsdag" },
  ]);
  expect(corrected.map(({ item }) => item)).not.toContain("38");
});
