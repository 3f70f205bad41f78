import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import type { CommitmentFilters } from "./filters.ts";
import { countCommitments, listCommitments, listPromisingCommittees } from "./queries.ts";

let database: TestDatabase;
let birkeby: number;

const participants = "Anna Holm (A), Bo Kjær (V), Carla Dam (C)";
const NOW = "2025-01-01";

beforeAll(async () => {
  database = await testDatabase();
  const meeting = (date: string, items: { number: number; title: string; case?: string; words: string }[]) => ({
    committee: "Klimaudvalget",
    date,
    participants,
    items: items.map(({ words, ...item }) => ({
      ...item,
      decisions: [{ by: `Klimaudvalget, ${date.replaceAll("-", ".")}`, words }],
    })),
  });
  birkeby = await importMinutes(database.db, [
    meeting("14-05-2024", [
      {
        number: 12,
        title: "Varmeplan",
        case: "24-004711",
        words: "Til efterretning. Udvalget ønsker en ny status på mødet i november 2024.",
      },
      { number: 13, title: "Gadelys", words: "Til efterretning. Udvalget ønsker en ny status på mødet i juni 2024." },
      {
        number: 14,
        title: "Cykelstier",
        words: "Til efterretning. Udvalget ønsker en ny status på mødet i marts 2025.",
      },
    ]),
    meeting("10-09-2024", [{ number: 30, title: "Varmeplan", case: "24-004711", words: "Til efterretning." }]),
    meeting("12-11-2024", [{ number: 41, title: "Varmeplan", case: "24-004711", words: "Til efterretning." }]),
  ]);
});
afterAll(() => database.drop());

async function due(filters: CommitmentFilters) {
  const rows = await listCommitments(database.db, birkeby, filters, NOW, { offset: 0, limit: 50 });
  return rows.map(({ title, due }) => `${title} ${due}`);
}

describe("listCommitments", () => {
  test("begins with what is due last when all are shown", async () => {
    expect(await due({})).toEqual(["Cykelstier 2025-03", "Varmeplan 2024-11", "Gadelys 2024-06"]);
  });

  const narrowed: [CommitmentFilters, string[]][] = [
    [{ state: "overdue" }, ["Varmeplan 2024-11", "Gadelys 2024-06"]],
    [{ state: "upcoming" }, ["Cykelstier 2025-03"]],
    [{ state: "undated" }, []],
    [{ treatedAgain: true }, ["Varmeplan 2024-11"]],
    [{ treatedAgain: false, state: "overdue" }, ["Gadelys 2024-06"]],
    [{ case: "24-004711" }, ["Varmeplan 2024-11"]],
    [{ from: "2024-07-01", to: "2024-12-31" }, ["Varmeplan 2024-11"]],
    [{ committee: "byraadet" }, []],
  ];
  test.each(narrowed)("%j leaves what fits", async (filters, expected) => {
    expect(await due(filters)).toEqual(expected);
  });

  test("names the later treatment that is nearest to the due day", async () => {
    const [promise] = await listCommitments(database.db, birkeby, { case: "24-004711" }, NOW, { offset: 0, limit: 1 });
    expect(promise?.next).toMatchObject({ date: "2024-11-12", committeeName: "Klimaudvalget", outcome: "noted" });
    const [without] = await listCommitments(database.db, birkeby, { state: "upcoming" }, NOW, { offset: 0, limit: 1 });
    expect(without).toMatchObject({ next: null, caseKey: null });
  });
});

test("counts by state follow the other filters and the day", async () => {
  expect(await countCommitments(database.db, birkeby, { state: "upcoming" }, NOW)).toEqual({
    overdue: 2,
    upcoming: 1,
    undated: 0,
    recurring: 0,
  });
  expect(await countCommitments(database.db, birkeby, { treatedAgain: false }, "2024-06-30")).toMatchObject({
    overdue: 0,
    upcoming: 2,
  });
});

test("the committees to choose between are those that promised anything", async () => {
  expect(await listPromisingCommittees(database.db, birkeby)).toEqual([
    { slug: "klimaudvalget", name: "Klimaudvalget" },
  ]);
  expect(await listPromisingCommittees(database.db, birkeby + 1)).toEqual([]);
});
