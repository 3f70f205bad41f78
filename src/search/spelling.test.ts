import { describe, expect, test } from "vitest";
import { distance, mendSpelling } from "./spelling.ts";

test.each([
  ["klage", "klage", 0],
  ["klagestatestik", "klagestatistik", 1],
  ["bugdet", "budget", 1],
  ["beskæftigelsudvalget", "beskæftigelsesudvalget", 2],
  ["", "abc", 3],
])("%s is %s with %i letters apart", (typed, meant, apart) => {
  expect(distance(typed, meant)).toBe(apart);
  expect(distance(meant, typed)).toBe(apart);
});

const known = [
  "klagestatistik",
  "beskæftigelsesudvalget",
  "budget",
  "gade",
  "gas",
  "skole",
  "rekrutteringsstrategi",
  "klage",
];
/** All words that could be meant, without the sieve. */
const vocabulary = {
  near: (word: string, most: number) => known.filter((other) => Math.abs(other.length - word.length) <= most),
};

describe("a misspelt word is mended", () => {
  test.each([
    ["klagestatestik", "klagestatistik"],
    ["beskæftigelsudvalget", "beskæftigelsesudvalget"],
    ["bugdet", "budget"],
    ["skoleen", "skole"],
    ["rekruteringsstrategi", "rekrutteringsstrategi"],
  ])("%s to %s", (typed, meant) => {
    expect(mendSpelling(vocabulary, typed)).toBe(meant);
  });

  test.each(["gasværk", "xyzzyxyz", "24002766", "ab", "vinter"])("%s is left alone", (typed) => {
    expect(mendSpelling(vocabulary, typed)).toBeUndefined();
  });
});
