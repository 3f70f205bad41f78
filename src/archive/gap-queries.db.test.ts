import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { listBodiesOutside, listGaps, listReferencesOutside } from "./gap-queries.ts";
import { gapSentence } from "./gaps.ts";
import { importDocument } from "./import/import-document.ts";
import { aDocument, anItem } from "./import/testing.ts";

let database: TestDatabase;
let municipalityId: number;
const reference = (date: string, itemNumber: string | null, committee: string | null = null) => ({
  text: `den ${date} (sag ${itemNumber})`,
  itemNumber,
  date,
  committee,
});

beforeAll(async () => {
  database = await testDatabase();
  const references = [
    reference("2024-05-14", "36"),
    reference("2024-01-16", "5"),
    reference("2024-12-03", "100"),
    reference("2022-05-17", "41"),
    reference("2024-05-14", null),
    reference("2024-06-25", "12", "Byrådet"),
  ];
  const treatment = [
    { committee: "Socialudvalget", roles: ["recommends" as const], date: "2024-06-03" },
    { committee: "Byrådet", roles: ["decides" as const], date: "2024-12-17" },
  ];
  await importDocument(database.db, undefined, aDocument());
  await importDocument(
    database.db,
    undefined,
    aDocument({ date: "2024-06-11", items: [anItem("39", { references, treatment }), anItem("41")] }),
  );
  municipalityId = (await database.db.selectFrom("municipality").select("id").executeTakeFirstOrThrow()).id;
});
afterAll(() => database.drop());

test("each year says what is there of what is known of", async () => {
  const [committee] = await listGaps(database.db, { municipalityId });
  expect(committee?.years.map(gapSentence)).toEqual([
    "2024: punkt 36-39, 41 af mindst 100",
    "2022: ingen punkter af mindst 41",
  ]);
  expect(committee?.years[0]).toMatchObject({
    meetings: 2,
    missingDays: ["2024-01-16", "2024-12-03"],
    missing: [
      { from: 1, to: 35 },
      { from: 40, to: 40 },
      { from: 42, to: 100 },
    ],
    outside: 4,
  });
});

test("references out of the archive are listed with the item they stand in", async () => {
  const [committee] = await listGaps(database.db, { municipalityId });
  const outside = await listReferencesOutside(database.db, {
    municipalityId,
    committeeId: committee?.committeeId ?? 0,
    year: 2024,
  });
  expect(outside.map(({ item, committee: body, day, number }) => `${item}: ${body} ${day} ${number}`)).toEqual([
    "39: Teknikudvalget 2024-01-16 5",
    "39: Teknikudvalget 2024-12-03 100",
    "39: Teknikudvalget 2022-05-17 41",
    "39: Byrådet 2024-06-25 12",
  ]);
});

test("bodies that are only named are told; a step that lies ahead is no sign of a meeting", async () => {
  expect(await listBodiesOutside(database.db, municipalityId)).toEqual([
    { name: "Byrådet", citations: 1, first: "2024-06-25", last: "2024-06-25" },
    { name: "Socialudvalget", citations: 1, first: "2024-06-03", last: "2024-06-03" },
  ]);
});

test("another municipality's gaps are its own", async () => {
  expect(await listGaps(database.db, { municipalityId: municipalityId + 1 })).toEqual([]);
});
