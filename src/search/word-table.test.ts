import fc from "fast-check";
import { expect, test } from "vitest";
import { WordTable } from "./word-table.ts";

test("a word is found wherever it stands, and what was never put in is not", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "binary" }), { maxLength: 200 }), (words) => {
      const table = new WordTable<number>();
      for (const [at, word] of words.entries()) table.set(`x${word}y`, 1, word.length + 1, at);
      expect(words.map((word) => table.get(word, 0, word.length))).toEqual(words.map((_, at) => at));
      expect(table.size).toBe(words.length);
    }),
  );
  expect(new WordTable<number>().get("klage", 0, 5)).toBeUndefined();
});

test("it grows with what is put in, and is empty when cleared", () => {
  const table = new WordTable<string>();
  const words = Array.from({ length: 20_000 }, (_, number) => `ord${number}`);
  for (const word of words) table.set(word, 0, word.length, word);
  expect(words.every((word) => table.get(word, 0, word.length) === word)).toBe(true);
  table.clear();
  expect(table.size).toBe(0);
  expect(table.get("ord1", 0, 4)).toBeUndefined();
});
