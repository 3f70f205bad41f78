import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { readDocument } from "#minutes/read-document.ts";
import { CommonLists } from "./common-lists.ts";
import { indexState } from "./index-state.ts";
import { type Postings, PostingCache } from "./postings.ts";
import { termKey } from "./term-key.ts";

const words = ["udvalg", "administration", "budget", "skol", "klag", "findesikke"].map(termKey);
const ITEMS = 3;
let database: TestDatabase;
let lists: CommonLists;

beforeAll(async () => {
  database = await testDatabase();
  await minutesOf(0, ITEMS);
});
afterAll(() => database.drop());

/** Minutes of one meeting with so many items; every item has "administrationen", every second one more. */
async function minutesOf(meeting: number, items: number): Promise<void> {
  const day = new Date(Date.UTC(2024, 0, 10 + meeting)).toISOString().slice(0, 10);
  const [year, month, date] = day.split("-").map(Number);
  const months = "januar februar marts april maj juni juli august september oktober november december".split(" ");
  const text = [
    "# Kulturudvalget",
    `Dagsorden og referat, onsdag den ${date}. ${months[(month ?? 1) - 1]} ${year} kl. 16.00`,
    "Rådhuset, Birkelunde Kommune",
    ...Array.from(
      { length: items },
      (_, at) => `## ${at + 1}. Sag ${meeting} ${at}\n### Sagsfremstilling\n${body(at)}`,
    ),
  ].join("\n\n");
  const bytes = new TextEncoder().encode(text);
  const read = await readDocument(bytes, `${meeting}.md`);
  if (!read.ok) throw new Error(read.message);
  await importDocument(database.db, "Birkelunde", { minutes: read.minutes, text: read.text, bytes, fileName: "r.md" });
}

const body = (at: number) => `Administrationen oplyser om ${at % 2 ? "budgettet" : "skolerne og udvalget"}.`;

async function both(): Promise<{ held: (Postings | undefined)[]; asked: Postings[] }> {
  const { revision } = await indexState(database.db);
  await lists.refresh(database.db, revision);
  const asked = await new PostingCache(new CommonLists(), revision).terms(database.db, words);
  return { held: words.map((key) => lists.find(key, revision)), asked };
}

const sorted = ({ ordinals, worth }: Postings) =>
  Array.from(ordinals, (ordinal, at) => `${ordinal} ${worth[at]}`).toSorted();

async function expectSame(): Promise<void> {
  const { held, asked } = await both();
  expect(held.filter((list) => list !== undefined).length).toBeGreaterThan(2);
  for (const [at, list] of held.entries()) if (list) expect(sorted(list)).toEqual(sorted(asked[at] as Postings));
}

test("what is held is what the index says, as items come and go", async () => {
  lists = new CommonLists({ fewest: 1 });
  await expectSame();
  await minutesOf(1, 2);
  await expectSame();
  await minutesOf(2, 9);
  await expectSame();
  await sql`delete from search_item where ordinal % 3 = 1`.execute(database.db);
  await sql`update archive_state set revision = revision + 1`.execute(database.db);
  await expectSame();
});

test("nothing is held of another revision, of rare words, or in a small archive", async () => {
  const { revision } = await indexState(database.db);
  const [administration, rare] = [words[1] as number, words.at(-1) as number];
  expect(lists.find(administration, revision)).toBeDefined();
  expect(lists.find(administration, revision + 1)).toBeUndefined();
  expect(lists.find(rare, revision)).toBeUndefined();
  const small = new CommonLists();
  await small.refresh(database.db, revision);
  expect(small.find(administration, revision)).toBeUndefined();
});
