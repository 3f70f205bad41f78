import { expect, test } from "vitest";
import { development } from "../development/phrasebook.ts";
import { generateSample } from "../generate.ts";
import type { Phrasebook } from "../model.ts";
import { heldOut } from "./phrasebook.ts";

function sentencesOf(book: Phrasebook): string[] {
  const { differences, growths, shares, sums, statements, subsets, costs, weekdays, references, units, traps } = book;
  const lists = [differences, growths, shares, sums, statements, subsets, costs, weekdays, references, units, traps];
  return [...lists.flat(), ...book.multiples.sentences];
}

test("the held-out papers share neither sentences nor subjects with those the checks are built against", () => {
  const known = new Set(sentencesOf(development));
  expect(sentencesOf(heldOut).filter((sentence) => known.has(sentence))).toEqual([]);
  const nouns = new Set(development.subjects.map(({ noun }) => noun));
  expect(heldOut.subjects.filter(({ noun }) => nouns.has(noun))).toEqual([]);
});

test("held-out papers are complete", () => {
  for (let seed = 500_001; seed < 500_021; seed++)
    for (const { text } of generateSample(heldOut, seed).documents)
      expect(text).not.toMatch(/[\uE000-\uF8FF]|\{\w+\}|undefined|NaN/);
});
