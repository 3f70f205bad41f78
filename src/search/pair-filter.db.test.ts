import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { readDocument } from "#minutes/read-document.ts";
import { analyse } from "./analyse.ts";
import { indexState } from "./index-state.ts";
import { PairFilter } from "./pair-filter.ts";
import { termKey, sequenceCode } from "./term-key.ts";
import { words } from "./words.ts";

const folder = "examples/eksempelkoebing";
const texts: string[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const bytes = readFileSync(join(folder, name));
    const read = await readDocument(bytes, name);
    if (!read.ok) throw new Error(read.message);
    await importDocument(database.db, undefined, { minutes: read.minutes, text: read.text, bytes, fileName: name });
    texts.push(...read.minutes.items.flatMap(({ sections }) => sections.map(({ text }) => text)));
  }
});
afterAll(() => database.drop());

test("every phrase of the texts is found in the same items with the filter as without, looked for in fewer", async () => {
  const state = await indexState(database.db);
  const filter = new PairFilter();
  await filter.refresh(database.db, state.columns.end);
  let [all, left, known] = [0, 0, 0];
  for (const text of texts) {
    const lexemes = words(text).flatMap(({ word }) => analyse(word)?.lexeme.text ?? []);
    for (let at = 0; at + 2 < lexemes.length; at += 7) {
      const phrase = lexemes.slice(at, at + 2 + (at % 2));
      const lists = await state.postings.terms(database.db, phrase.map(termKey));
      const [first, ...others] = lists.map(({ ordinals }) => [...ordinals]);
      const candidates = Uint32Array.from(first?.filter((one) => others.every((list) => list.includes(one))) ?? []);
      const { sure, maybe } = filter.split(candidates, phrase.map(sequenceCode));
      const { ordinals } = await state.postings.phrase(database.db, phrase, new PairFilter());
      const kept = [...sure, ...maybe];
      expect(kept).toEqual(expect.arrayContaining([...ordinals]));
      expect([...ordinals]).toEqual(expect.arrayContaining([...sure]));
      known += sure.length;
      all += candidates.length;
      left += kept.length;
    }
  }
  expect(all).toBeGreaterThan(1000);
  expect(left).toBeLessThan(all * 0.9);
  expect(known).toBeGreaterThan(100);
});

test("what has not been read yet may hold everything", async () => {
  const [state, filter] = [await indexState(database.db), new PairFilter()];
  const ordinals = Uint32Array.from({ length: state.columns.end }, (_, at) => at);
  expect(filter.split(ordinals, [1, 2])).toEqual({ sure: new Uint32Array(), maybe: ordinals });
  await filter.refresh(database.db, state.columns.end);
  const codes = ["udvalg", "administration"].map(sequenceCode);
  expect(filter.split(Uint32Array.of(999_999), codes).maybe).toEqual(Uint32Array.of(999_999));
});
