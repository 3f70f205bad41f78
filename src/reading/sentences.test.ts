import { expect, test } from "vitest";
import { paragraphsOf } from "./sentences.ts";

const sentences = (text: string) =>
  paragraphsOf(text).map(({ sentences }) => sentences.map(({ from, to }) => text.slice(from, to)));

test("paragraphs are told apart, and their sentences within them", () => {
  expect(sentences("Udgifterne stiger. Det kan ikke fortsætte!\n\nHvad gør vi? Vi venter.")).toEqual([
    ["Udgifterne stiger.", "Det kan ikke fortsætte!"],
    ["Hvad gør vi?", "Vi venter."],
  ]);
});

test.each([
  "Det koster ca. 4,2 mio. kr. i alt efter fradrag.",
  "Mødet er den 3. December efter planen.",
  "Se jf. Bilag 2 om bl.a. Støj.",
  "Beløbet er 1.250 kr. pr. elev.",
])("an abbreviation or a number ends no sentence: %s", (text) => {
  expect(sentences(text)).toEqual([[text]]);
});

test("a list item without a full stop is a sentence of its own", () => {
  expect(sentences("Østkajen til boliger\nKornhuset")).toEqual([["Østkajen til boliger"], ["Kornhuset"]]);
});
