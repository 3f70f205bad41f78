import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import { listHeldMeetings } from "./held-queries.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("a meeting is known by its body, its day and the numbers of its items", async () => {
  const municipalityId = await importMinutes(database.db, [
    {
      committee: "Klimaudvalget",
      date: "14-05-2024",
      participants: "Anna Holm (A), Bo Kjær (V)",
      items: [
        { number: 1, title: "Godkendelse af dagsorden", decisions: [] },
        { number: 2, title: "Varmeplan for Nordbyen", decisions: [] },
      ],
    },
  ]);
  expect(await listHeldMeetings(database.db, [municipalityId])).toEqual([
    { municipalityId, committeeKey: "klimaudvalg", date: "2024-05-14", numbers: [1, 2] },
  ]);
  expect(await listHeldMeetings(database.db, [])).toEqual([]);
});
