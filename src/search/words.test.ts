import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, wordAround, words } from "./words.ts";

const texts = (text: string) => words(text).map(({ word }) => word);

test("words are in lower case and stand where they stand", () => {
  expect(words("Borgmesteren (V) sagde: Åh, nej!")).toEqual([
    { word: "borgmesteren", start: 0, end: 12 },
    { word: "v", start: 14, end: 15 },
    { word: "sagde", start: 17, end: 22 },
    { word: "åh", start: 24, end: 26 },
    { word: "nej", start: 28, end: 31 },
  ]);
});

test("a sum with thousands dots is one number, and a date is three", () => {
  expect(texts("1.936.000 kr. den 14.05.2024")).toEqual(["1936000", "kr", "den", "14", "05", "2024"]);
});

test("a paragraph sign is no word, and hyphens part words", () => {
  expect(texts("§ 13, stk. 2 i A-kassen")).toEqual(["13", "stk", "2", "i", "a", "kassen"]);
});

test("accents are taken off, but æ, ø and å are letters of their own", () => {
  expect(fold("Süleyman")).toBe("suleyman");
  expect(fold("ÆØÅ")).toBe("æøå");
});

test("nothing is lost and nothing is found twice, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let end = 0;
      for (const word of words(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        end = word.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("the word around a letter", () => {
  const text = "Udvalget for Børn";
  expect(wordAround(text, text.indexOf("ø"))).toEqual({ start: 13, end: 17 });
});
