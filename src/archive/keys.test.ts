import { expect, test } from "vitest";
import { caseFileKey, committeeKey, freeSlug, municipalityName, personKey, slugOf } from "./keys.ts";

test("a committee is the same with and without its term, its article and the sign for and", () => {
  const key = committeeKey("Børne- og Ungeudvalget");
  expect(committeeKey("Børne- & Ungeudvalget 2022-2025")).toBe(key);
  expect(committeeKey("BØRNE- OG UNGEUDVALG (2018–2021)")).toBe(key);
  expect(committeeKey("Udvalget for Ældre og Sundhed")).toBe(committeeKey("Udvalg for ældre og sundhed"));
  expect(committeeKey("Byrådet")).toBe(committeeKey("Byråd"));
});

test("committees that differ in a word stay apart", () => {
  expect(committeeKey("Børneudvalget")).not.toBe(committeeKey("Børne- og Ungeudvalget"));
  expect(committeeKey("Ældrerådet")).not.toBe(committeeKey("Ældreudvalget"));
});

test("a person's name is the same whatever the spaces, capitals and stops", () => {
  expect(personKey("Gerda  B.\u00a0Holm")).toBe(personKey("gerda b holm"));
});

test("a case number is the same with and without spaces", () => {
  expect(caseFileKey("15.20G00 - 2013/01963")).toBe("15.20G00-2013/01963");
});

test("addresses spell the Danish letters out and never clash", () => {
  expect(slugOf("Børne- og Ældreudvalget på Årø")).toBe("boerne-og-aeldreudvalget-paa-aaroe");
  const taken = new Set<string>();
  expect([freeSlug("Süleyman Ågård", taken), freeSlug("Suleyman Aagaard", taken)]).toEqual([
    "suleyman-aagaard",
    "suleyman-aagaard-2",
  ]);
});

test("a municipality is named without the word for it", () => {
  expect(["Københavns Kommune", "Randers Kommune", "Næstved"].map(municipalityName)).toEqual([
    "København",
    "Randers",
    "Næstved",
  ]);
});
