import { expect, test } from "vitest";
import { commitmentQuery, readCommitmentFilters } from "./filters.ts";

test("the filters of an address are read, and written back as the same address", () => {
  const address = "udvalg=byraadet&sag=24-001190&fra=2024-01-01&til=2024-12-31&frist=passeret&behandlet=nej";
  const filters = readCommitmentFilters(new URLSearchParams(address));
  expect(filters).toEqual({
    committee: "byraadet",
    case: "24-001190",
    from: "2024-01-01",
    to: "2024-12-31",
    state: "overdue",
    treatedAgain: false,
  });
  expect(String(new URLSearchParams(commitmentQuery(filters) as Record<string, string>))).toBe(address);
});

test.each(["frist=i+morgen", "fra=2024-13-01", "behandlet=", "sag="])(
  "what is not understood is left open: %s",
  (address) => {
    const filters = readCommitmentFilters(new URLSearchParams(address));
    expect(Object.values(filters).filter((value) => value !== undefined)).toEqual([]);
  },
);
