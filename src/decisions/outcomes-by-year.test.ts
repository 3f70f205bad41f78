import { expect, test } from "vitest";
import { groupCounts, outcomeGroups, withYearsBetween } from "./outcomes-by-year.ts";
import { outcomes } from "#minutes/model.ts";

test("every outcome stands in exactly one group", () => {
  expect(Object.values(outcomeGroups).flat().toSorted()).toEqual(outcomes.toSorted());
});

test("counts are summed within their group, year by year", () => {
  const counted = groupCounts([
    { year: 2024, meetings: 2, outcomes: { approved: 4, postponed: 1, referred: 2 } },
    { year: 2025, meetings: 1, outcomes: { withdrawn: 1, other: 1 } },
  ]);
  expect(Object.fromEntries(counted.map(({ group, values }) => [group, values]))).toEqual({
    approved: [4, 0],
    recommended: [0, 0],
    noted: [0, 0],
    discussed: [0, 0],
    postponed: [3, 0],
    rejected: [0, 0],
    neutral: [0, 2],
  });
});

test("a year that the archive has nothing of stands with nothing", () => {
  const years = [2021, 2024, 2025].map((year) => ({ year, meetings: 3, outcomes: { approved: 1 } }));
  expect(withYearsBetween(years).map(({ year, meetings }) => `${year}: ${meetings}`)).toEqual([
    "2021: 3",
    "2022: 0",
    "2023: 0",
    "2024: 3",
    "2025: 3",
  ]);
  expect(withYearsBetween([])).toEqual([]);
});
