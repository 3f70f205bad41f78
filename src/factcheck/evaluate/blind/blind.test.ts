import { expect, test } from "vitest";
import { development } from "../development/phrasebook.ts";
import { generateSample } from "../generate.ts";
import { heldOut } from "../held-out/phrasebook.ts";
import type { Phrasebook } from "../model.ts";
import { blind } from "./phrasebook.ts";

function sentencesOf(book: Phrasebook): string[] {
  const { differences, growths, shares, sums, statements, subsets, costs, weekdays, references, units, traps } = book;
  const lists = [differences, growths, shares, sums, statements, subsets, costs, weekdays, references, units, traps];
  return [...lists.flat(), ...book.impossible, ...book.multiples.sentences];
}

test("the blind papers share neither sentences nor subjects with the others", () => {
  const others = [development, heldOut];
  const known = new Set(others.flatMap(sentencesOf));
  expect(sentencesOf(blind).filter((sentence) => known.has(sentence))).toEqual([]);
  const nouns = new Set(others.flatMap(({ subjects }) => subjects.map(({ noun }) => noun)));
  expect(blind.subjects.filter(({ noun }) => nouns.has(noun))).toEqual([]);
});

test("blind papers are complete, and every kind of error of the held-out papers is planted in them", () => {
  const kinds = (book: Phrasebook, first: number): Set<string> => {
    const samples = Array.from({ length: 60 }, (_, at) => generateSample(book, first + at));
    for (const { documents } of samples)
      for (const { text } of documents) expect(text).not.toMatch(/[\uE000-\uF8FF]|\{\w+\}|undefined|NaN/);
    return new Set(samples.flatMap(({ plants }) => plants.flatMap(({ checks }) => checks)));
  };
  expect(kinds(blind, 700_001)).toEqual(kinds(heldOut, 500_001));
});
