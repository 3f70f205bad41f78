import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import { membersOf } from "./members.ts";
import { type Committee, findCommittee, listMemberRows } from "./queries.ts";

let database: TestDatabase;
let committee: Committee;

function aSitting(date: string, participants: string, words: string) {
  const [day, month, year] = date.split("-");
  return {
    committee: "Klimaudvalget",
    date,
    participants,
    items: [{ number: 1, title: "Varmeplan", decisions: [{ by: `Klimaudvalget, ${day}.${month}.${year}`, words }] }],
  };
}

beforeAll(async () => {
  database = await testDatabase();
  await importMinutes(database.db, [
    aSitting("16-01-2024", "Anna Holm (A), Bo Kjær (V) (Afbud)", "Godkendt."),
    aSitting("14-05-2024", "Anna Holm (A), Bo Kjær (V)", "Udsat."),
    aSitting("11-03-2025", "Anna Holm (A), Bo Kjær (UFP)", "Godkendt."),
  ]);
  const found = await findCommittee(database.db, "birkeby", "klimaudvalget");
  if (!found) throw new Error("the committee is missing");
  committee = found;
});

afterAll(() => database?.drop());

test("a committee is found by its address, with its term", async () => {
  expect(committee).toMatchObject({ name: "Klimaudvalget", terms: ["2022-2025"], successor: null, predecessors: [] });
  expect(await findCommittee(database.db, "birkeby", "byraadet")).toBeUndefined();
  expect(await findCommittee(database.db, "andeby", "klimaudvalget")).toBeUndefined();
});

test("members have their parties in time, their first and last day and how often they came", async () => {
  const { members } = membersOf(await listMemberRows(database.db, committee));
  expect(members).toMatchObject([
    { name: "Anna Holm", parties: ["A"], first: "2024-01-16", last: "2025-03-11", seats: 3, present: 3 },
    { name: "Bo Kjær", parties: ["V", "UFP"], seats: 3, present: 2 },
  ]);
});
