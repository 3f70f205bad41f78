import { expect, it } from "vitest";
import { pageOf, yearOf } from "./list-query.ts";

it.each([
  ["", 1],
  ["side=3", 3],
  ["side=0", 1],
  ["side=-2", 1],
  ["side=1.5", 1],
  ["side=x", 1],
  ["side=1e99", 1],
])("reads the page of a list in ?%s as %i", (query, page) => {
  expect(pageOf(new URLSearchParams(query))).toBe(page);
});

it.each([
  ["aar=2024", "2024"],
  ["aar=24", undefined],
  ["aar=0000", undefined],
  ["", undefined],
])("reads the year in ?%s as %s", (query, year) => {
  expect(yearOf(new URLSearchParams(query))).toBe(year);
});
