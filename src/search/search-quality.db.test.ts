import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { readDocument } from "#minutes/read-document.ts";
import { type SearchQuery, type SearchResult, search } from "./operations.ts";

const examples = "examples/eksempelkoebing";
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  for (const name of readdirSync(examples).filter((file) => /\.(?:html|md|txt)$/.test(file))) {
    const bytes = readFileSync(join(examples, name));
    const read = await readDocument(bytes, name);
    if (!("minutes" in read)) throw new Error(`${name} is not read`);
    await importDocument(database.db, undefined, { minutes: read.minutes, text: read.text, bytes, fileName: name });
  }
});
afterAll(() => database.drop());

function ask(query: string, more: Partial<SearchQuery> = {}): Promise<SearchResult> {
  return search(database.db, { query, sort: "relevance", limit: 20, offset: 0, ...more });
}

const firstOf: [query: string, title: string, date: string][] = [
  ["klagestatistik", "Orientering om klagestatistik 2025 og 1. kvartal 2026", "2026-05-12"],
  ["klage", "Klage over nabotilladelse", "2024-09-02"],
  ["klagestatestik", "Orientering om klagestatistik 2025 og 1. kvartal 2026", "2026-05-12"],
  ["nabotilladelser", "Klage over nabotilladelse", "2024-09-02"],
  ["cykelsti linjeføring", "Cykelsti mellem Nørre Vium og Lysholm - valg af linjeføring", "2025-06-02"],
  ["elevfravær", "BSU Orientering om elevfravær", "2025-06-04"],
  ["elevfravaer", "BSU Orientering om elevfravær", "2025-06-04"],
  ["skolestruktur høring", "BSU Udsendelse af forslag til ny skolestruktur i høring", "2024-09-04"],
  ['"ny skolestruktur"', "BSU Udsendelse af forslag til ny skolestruktur i høring", "2024-09-04"],
  ["affaldstakster", "Affaldstakster 2025", "2024-09-02"],
  ["takst affald", "Affaldstakster 2025", "2024-09-02"],
  ["vinter", "Nyt vinterregulativ", "2025-06-02"],
  ["sprogkrav", "Beslutning om sprogkrav i borgerrettede stillinger", "2024-11-12"],
  ["lejemål havnegade", "Forhandling om lejemålet Havnegade 12", "2024-06-11"],
  ["24-012118", "Forslag fra Jeppe Storkholm (UFP) om ophør af jobmesser", "2024-10-08"],
  ["24/12118", "Forslag fra Jeppe Storkholm (UFP) om ophør af jobmesser", "2024-10-08"],
  ["17.02.00 K08 2 25", "BSU Orientering om elevfravær", "2025-06-04"],
  ["styrelsesvedtægt", "Ændring af styrelsesvedtægten (2. behandling)", "2024-06-25"],
  ["pasningsgaranti", "BSU Pasningsgaranti i dagtilbud 2. halvår 2024", "2025-06-04"],
  ["byggesager svartid", "Orientering om svartider på byggesager", "2026-10-06"],
  ["erhvervsservice", "Temadrøftelse om erhvervsservice", "2026-05-12"],
];

describe("the best item comes first", () => {
  test.each(firstOf)("%s", async (query, title, date) => {
    const { hits } = await ask(query);
    expect({ title: hits[0]?.title.replace(/ \([BDO]\)$/, ""), date: hits[0]?.date }).toEqual({ title, date });
  });
});

test("a word finds what it is part of, and says so", async () => {
  const { hits, understood } = await ask("kontrol", { limit: 100 });
  expect(hits.some(({ title }) => title.includes("budgetkontrol"))).toBe(true);
  expect(hits.some(({ title }) => title.includes("Kontrolgruppen"))).toBe(true);
  expect(understood.alsoShows).toContain("budgetkontrol");
});

test("a misspelt word says what was searched instead, and can be searched as typed", async () => {
  const mended = await ask("klagestatestik");
  expect(mended.understood.corrected).toEqual([
    { from: "klagestatestik", to: expect.stringMatching(/^klagestatistik/) },
  ]);
  expect((await ask("klagestatestik", { mend: false })).total).toBe(0);
});

test("an excluded word takes its items away", async () => {
  const [all, less] = [await ask("budgetkontrol", { limit: 100 }), await ask("budgetkontrol -byrådet", { limit: 100 })];
  expect(less.total).toBeLessThan(all.total);
  expect(less.total).toBeGreaterThan(0);
});

test("words that are nowhere together show what has some of them, and say so", async () => {
  const { total, understood } = await ask("elevfravær vinterregulativ");
  expect(understood.mode).toBe("any");
  expect(total).toBeGreaterThanOrEqual(2);
});

test("each facet counts what choosing it gives", async () => {
  const all = await ask("budgetkontrol", { limit: 100 });
  for (const { value, count } of all.facets.year) {
    expect((await ask("budgetkontrol", { year: Number(value) })).total).toBe(count);
  }
  for (const { value, count } of all.facets.committee) {
    expect((await ask("budgetkontrol", { committee: value })).total).toBe(count);
  }
  for (const { value, count } of all.facets.outcome) {
    expect((await ask("budgetkontrol", { outcome: value as "approved" })).total).toBe(count);
  }
  expect(all.facets.year.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  const chosen = await ask("budgetkontrol", { year: 2024 });
  expect(chosen.facets.year).toEqual(all.facets.year);
});

test("pages hold every hit once, in one order", async () => {
  const all = await ask("udvalg", { limit: 1000 });
  expect(all.hits.length).toBe(all.total);
  const paged: string[] = [];
  for (let offset = 0; offset < all.total; offset += 7) {
    const { hits } = await ask("udvalg", { limit: 7, offset });
    paged.push(...hits.map((hit) => `${hit.date} ${hit.committee} ${hit.item}`));
  }
  expect(paged).toEqual(all.hits.map((hit) => `${hit.date} ${hit.committee} ${hit.item}`));
});

test("sorted by date the newest is first", async () => {
  const { hits } = await ask("budgetkontrol", { sort: "date", limit: 100 });
  expect(hits.map(({ date }) => date)).toEqual(
    hits
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
});

test("a name finds the person", async () => {
  const { people } = await ask("jeppe storkholm");
  expect(people.map(({ name }) => name)).toEqual(["Jeppe Storkholm"]);
});

test("a case number finds the case", async () => {
  expect((await ask("24/012118")).understood.caseNumber).toMatchObject({
    reference: "24-012118",
    municipality: "eksempelkoebing",
  });
});

test("strange input finds nothing and breaks nothing", async () => {
  for (const query of ["", "   ", '"', "-", "--", "\0\u0001", "%_\\", "a".repeat(100_000), "( | & ! :*", "🙂"]) {
    expect((await ask(query)).total, JSON.stringify(query.slice(0, 20))).toBe(0);
  }
});

test("what looks like SQL is only words", async () => {
  await ask("'; drop table item; --");
  expect((await ask("budgetkontrol")).total).toBeGreaterThan(0);
});

test("what is found shows where and marks it", async () => {
  const { hits } = await ask("vinterregulativ");
  expect(hits[0]).toMatchObject({
    municipality: "eksempelkoebing",
    committee: "klima-og-teknikudvalget",
    date: "2025-06-02",
    item: "33",
  });
  expect(hits[0]?.titleMarked.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(["vinterregulativ"]);
});
