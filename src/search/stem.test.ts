import { expect, test } from "vitest";
import { stem } from "./stem.ts";

test.each([
  ["klage", "klager", "klagen", "klagerne", "klagernes"],
  ["budget", "budgetter", "budgettet", "budgettets"],
  ["virksomhed", "virksomheder", "virksomheden", "virksomhedernes"],
  ["center", "centret", "centre", "centrets"],
  ["procent", "procenten"],
  ["indsats", "indsatsen", "indsatser", "indsatserne"],
  ["udvalg", "udvalget", "udvalgets", "udvalgene"],
])("%s and its inflections are one lexeme", (word, ...inflected) => {
  expect(inflected.map(stem)).toEqual(inflected.map(() => stem(word)));
});

test("a leader does not find unemployment", () => {
  expect(stem("leder")).not.toBe(stem("ledighed"));
});

test("a word is found however its Danish letters are written", () => {
  expect(stem("stadfæstelse")).toBe(stem("stadfaestelse"));
});
