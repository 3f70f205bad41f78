import { expect, test } from "vitest";
import { countByYear, countFacets, type FindingCount } from "./facets.ts";
import { findingQuery, readFindingFilters } from "./filters.ts";

const counts: FindingCount[] = [
  { kind: "table-total", certainty: "error", year: 2021, committee: "a", count: 2 },
  { kind: "table-total", certainty: "warning", year: 2024, committee: "a", count: 3 },
  { kind: "percentage", certainty: "error", year: 2024, committee: "b", count: 4 },
];

test("each choice is counted with the other filters on", () => {
  const facets = countFacets(counts, { year: 2024, kind: "percentage" });
  expect(facets.total).toBe(4);
  expect([...facets.kinds]).toEqual([
    ["table-total", 3],
    ["percentage", 4],
  ]);
  expect([...facets.years]).toEqual([[2024, 4]]);
  expect([...facets.committees]).toEqual([["b", 4]]);
});

test("years without findings stand between those with", () => {
  expect(countByYear(counts, { year: 2024 })).toEqual({
    years: [2021, 2022, 2023, 2024],
    values: { error: [2, 0, 0, 4], warning: [0, 0, 0, 3] },
  });
  expect(countByYear([], {})).toEqual({ years: [], values: { error: [], warning: [] } });
});

test("filters survive the address, and what is not understood is left open", () => {
  const filters = { kind: "contradiction", certainty: "warning", year: 2023, committee: "byraadet" } as const;
  const query = new URLSearchParams(
    Object.entries(findingQuery(filters)).map(([name, value]) => [name, String(value)]),
  );
  expect(query.toString()).toBe("slags=to-tal&sikkerhed=se-efter&aar=2023&udvalg=byraadet");
  expect(readFindingFilters(query)).toEqual(filters);
  expect(readFindingFilters(new URLSearchParams("slags=x&aar=20&sikkerhed=ja"))).toEqual({});
});
