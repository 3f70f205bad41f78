import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { readDocument } from "#minutes/read-document.ts";
import { search } from "./operations.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function importMinutes(day: number, title: string): Promise<void> {
  const text = `# Kulturudvalget\n\nReferat, den ${day}. april 2024 kl. 16.00\n\nRådhuset, Birkelunde Kommune\n\n## 1. ${title}\n### Sagsfremstilling\nIntet videre.\n`;
  const bytes = new TextEncoder().encode(text);
  const read = await readDocument(bytes, "r.md");
  if (!read.ok) throw new Error(read.message);
  await importDocument(database.db, "Birkelunde", { minutes: read.minutes, text: read.text, bytes, fileName: "r.md" });
}

const titlesOf = async (query: string) => {
  const { hits } = await search(database.db, { query, sort: "date", limit: 20, offset: 0 });
  return hits.map(({ title }) => title);
};

test("a search sees what was committed before it, also where an earlier one found something or nothing", async () => {
  await importMinutes(3, "Skoler i byen");
  expect(await titlesOf("skoler")).toEqual(["Skoler i byen"]);
  expect(await titlesOf("svømmehal")).toEqual([]);
  await importMinutes(4, "Skoler og svømmehal");
  expect(await titlesOf("svømmehal")).toEqual(["Skoler og svømmehal"]);
  await importMinutes(5, "Skoler på landet");
  expect(await titlesOf("skoler")).toEqual(["Skoler på landet", "Skoler og svømmehal", "Skoler i byen"]);
});

test("a search by several at once while minutes come in never says what was before them", async () => {
  for (let day = 6; day < 12; day++) {
    await Promise.all([titlesOf("skoler"), importMinutes(day, `Skoler ${day}`), titlesOf("svømmehal")]);
    expect(await Promise.all([titlesOf("skoler"), titlesOf("landet")])).toEqual([
      expect.arrayContaining([`Skoler ${day}`]),
      ["Skoler på landet"],
    ]);
  }
});
