import { expect, test } from "vitest";
import { distance } from "./spelling.ts";

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
