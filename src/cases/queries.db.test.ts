import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import { caseTimeline } from "./case.ts";
import {
  type Case,
  countCases,
  findCase,
  listCases,
  listRelatedItems,
  listToldTreatments,
  listTreatedItems,
} from "./queries.ts";

let database: TestDatabase;
let birkeby: number;

const participants = "Anna Holm (A), Bo Kjær (V), Carla Dam (C)";
const path = [
  "Klimaudvalget (anbefaler), 14.05.2024",
  "Økonomiudvalget (anbefaler), 21.05.2024",
  "Byrådet (godkender), 28.05.2024",
];

beforeAll(async () => {
  database = await testDatabase();
  birkeby = await importMinutes(database.db, [
    {
      committee: "Byrådet",
      date: "28-05-2024",
      participants,
      items: [
        {
          number: 31,
          title: "Varmeplan for Nordbyen",
          case: "24-004711",
          path,
          decisions: [
            { by: "Klimaudvalget, 14.05.2024", words: "Anbefales." },
            { by: "Økonomiudvalget, 21.05.2024", words: "Anbefales, idet prisen følges." },
            { by: "Byrådet, 28.05.2024", words: "Godkendt." },
          ],
          attachments: ["Bilag 1: Varmeplan"],
        },
      ],
    },
    {
      committee: "Klimaudvalget",
      date: "14-05-2024",
      participants,
      items: [
        {
          number: 12,
          title: "Varmeplan for Nordbyen",
          case: "24-004711",
          path,
          decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Anbefales." }],
        },
        {
          number: 13,
          title: "Orientering om gadelys",
          case: "15.20 G00 - 2013/01963",
          decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Til efterretning." }],
        },
      ],
    },
    {
      committee: "Klimaudvalget",
      date: "10-09-2024",
      participants,
      items: [
        {
          number: 40,
          title: "Pris på fjernvarme",
          case: "24-009999",
          decisions: [{ by: "Klimaudvalget, 10.09.2024", words: "Drøftet." }],
          text: "Udvalget behandlede varmeplanen på mødet den 14. maj 2024 (sag 12).",
        },
      ],
    },
  ]);
});
afterAll(() => database.drop());

async function caseOf(reference: string): Promise<Case> {
  const found = await findCase(database.db, birkeby, reference);
  if (!found) throw new Error(`${reference} is not in the archive`);
  return found;
}

test("a case is found by its number in any spelling, also one with a slash", async () => {
  expect((await caseOf("24-004711")).reference).toBe("24-004711");
  expect(await findCase(database.db, birkeby, "15.20 g00-2013/01963")).toEqual(await caseOf("15.20G00 - 2013/01963"));
  expect(await findCase(database.db, birkeby, "24-000000")).toBeUndefined();
  expect(await findCase(database.db, birkeby + 1, "24-004711")).toBeUndefined();
});

test("the course of a case has each body's treatment once, newest first, in whatever order the documents came", async () => {
  const { id } = await caseOf("24-004711");
  const [items, told] = await Promise.all([
    listTreatedItems(database.db, birkeby, id),
    listToldTreatments(database.db, birkeby, id),
  ]);
  const course = caseTimeline(items, told);
  expect(course.map(({ kind, date, committeeName, outcome }) => ({ kind, date, committeeName, outcome }))).toEqual([
    { kind: "item", date: "2024-05-28", committeeName: "Byrådet", outcome: "approved" },
    { kind: "elsewhere", date: "2024-05-21", committeeName: "Økonomiudvalget", outcome: "recommended" },
    { kind: "item", date: "2024-05-14", committeeName: "Klimaudvalget", outcome: "recommended" },
  ]);
  expect(items[0]).toMatchObject({ text: "Godkendt.", attachments: ["Bilag 1: Varmeplan"] });
  expect(course[1]).toMatchObject({ text: "Anbefales, idet prisen følges.", roles: ["recommends"], meeting: null });
});

test("items under other numbers are related by references, seen from both ends", async () => {
  const plan = await caseOf("24-004711");
  const price = await caseOf("24-009999");
  const seenFrom = async ({ id }: Case) =>
    (await listRelatedItems(database.db, birkeby, id)).map(({ title, caseKey }) => `${title} ${caseKey}`);
  expect(await seenFrom(plan)).toEqual(["Pris på fjernvarme 24-009999"]);
  expect(await seenFrom(price)).toEqual(["Varmeplan for Nordbyen 24-004711"]);
});

test("the list of cases stands last treated first, or most treated first, and says how many there are", async () => {
  const page = { offset: 0, limit: 50 };
  const recent = await listCases(database.db, birkeby, "recent", page);
  expect(recent.map(({ key }) => key)).toEqual(["24-009999", "24-004711", "15.20G00-2013/01963"]);
  const often = await listCases(database.db, birkeby, "often", page);
  expect(often[0]).toMatchObject({
    key: "24-004711",
    treatments: 2,
    committees: 2,
    date: "2024-05-28",
    outcome: "approved",
  });
  expect(await countCases(database.db, birkeby)).toBe(3);
  expect(await listCases(database.db, birkeby, "recent", { offset: 2, limit: 1 })).toEqual(recent.slice(2));
});
