import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import type { DecisionFilters } from "./filters.ts";
import { countDecisions, listDecisionChoices, listDecisions } from "./queries.ts";
import { countOutcomesByYear } from "./year-queries.ts";

let database: TestDatabase;
let birkeby: number;

const participants = "Anna Holm (A), Bo Kjær (V), Carla Dam (C)";

beforeAll(async () => {
  database = await testDatabase();
  birkeby = await importMinutes(database.db, [
    {
      committee: "Klimaudvalget",
      date: "14-05-2024",
      participants,
      items: [
        {
          number: 1,
          title: "Godkendelse af dagsorden",
          decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }],
        },
        {
          number: 2,
          title: "Varmeplan for Nordbyen",
          case: "24-004711",
          decisions: [
            {
              by: "Klimaudvalget, 14.05.2024",
              words: "Anbefales.\n\nBo Kjær (V) kunne ikke støtte beslutningen, idet prisen er for høj.",
            },
          ],
        },
        {
          number: 3,
          title: "Køb af grund",
          closed: true,
          decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }],
        },
      ],
    },
    {
      committee: "Byrådet",
      date: "27-05-2025",
      participants,
      items: [
        {
          number: 9,
          title: "Varmeplan for Nordbyen",
          case: "24-004711",
          decisions: [
            { by: "Klimaudvalget, 14.05.2024", words: "Anbefales." },
            { by: "Byrådet, 27.05.2025", words: "Godkendt, idet prisen følges." },
          ],
        },
      ],
    },
  ]);
  await importMinutes(
    database.db,
    [
      {
        committee: "Klimaudvalget",
        date: "14-05-2024",
        participants,
        items: [
          {
            number: 1,
            title: "En anden kommune",
            decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }],
          },
        ],
      },
    ],
    "Lysholt",
  );
});
afterAll(() => database.drop());

async function titles(filters: DecisionFilters, page = { offset: 0, limit: 50 }) {
  return (await listDecisions(database.db, birkeby, filters, page)).map(({ title, date }) => `${date} ${title}`);
}

describe("listDecisions", () => {
  test("stands newest meeting first and in the meeting's order, of one municipality", async () => {
    expect(await titles({})).toEqual([
      "2025-05-27 Varmeplan for Nordbyen",
      "2024-05-14 Godkendelse af dagsorden",
      "2024-05-14 Varmeplan for Nordbyen",
      "2024-05-14 Køb af grund",
    ]);
  });

  test("gives the meeting's own decision, not one that it quotes", async () => {
    const [first] = await listDecisions(database.db, birkeby, {}, { offset: 0, limit: 1 });
    expect(first).toMatchObject({ outcome: "approved", text: "Godkendt, idet prisen følges.", committee: "byraadet" });
  });

  const narrowed: [DecisionFilters, string[]][] = [
    [{ committee: "byraadet" }, ["2025-05-27 Varmeplan for Nordbyen"]],
    [{ from: "2024-05-15" }, ["2025-05-27 Varmeplan for Nordbyen"]],
    [{ year: 2024, outcome: "recommended" }, ["2024-05-14 Varmeplan for Nordbyen"]],
    [{ to: "2024-12-31", closed: true }, ["2024-05-14 Køb af grund"]],
    [{ dissent: true }, ["2024-05-14 Varmeplan for Nordbyen"]],
    [
      { closed: false, outcome: "approved" },
      ["2025-05-27 Varmeplan for Nordbyen", "2024-05-14 Godkendelse af dagsorden"],
    ],
    [{ committee: "findes-ikke" }, []],
  ];
  test.each(narrowed)("%j leaves what fits", async (filters, expected) => {
    expect(await titles(filters)).toEqual(expected);
  });

  test("gives the same rows page by page as all at once", async () => {
    const pages = [0, 1, 2, 3].map((offset) => titles({}, { offset, limit: 1 }));
    expect((await Promise.all(pages)).flat()).toEqual(await titles({}));
  });
});

test("counts by outcome follow the other filters, not the outcome that is chosen", async () => {
  expect(await countDecisions(database.db, birkeby, {})).toEqual({ approved: 3, recommended: 1 });
  expect(await countDecisions(database.db, birkeby, { year: 2024, outcome: "approved" })).toEqual({
    approved: 2,
    recommended: 1,
  });
});

test("the choices are the committees and years with minutes", async () => {
  const { committees, years } = await listDecisionChoices(database.db, birkeby);
  expect(committees.map(({ name }) => name)).toEqual(["Byrådet", "Klimaudvalget"]);
  expect(years).toEqual([2025, 2024]);
});

test("outcomes a year are counted for the municipality and for one committee", async () => {
  expect(await countOutcomesByYear(database.db, birkeby)).toEqual([
    { year: 2024, meetings: 1, outcomes: { approved: 2, recommended: 1 } },
    { year: 2025, meetings: 1, outcomes: { approved: 1 } },
  ]);
  expect(await countOutcomesByYear(database.db, birkeby, "byraadet")).toEqual([
    { year: 2025, meetings: 1, outcomes: { approved: 1 } },
  ]);
});
