import { describe, expect, test } from "vitest";
import { decisionQuery, readDecisionFilters } from "./filters.ts";

describe("readDecisionFilters", () => {
  test("reads every filter of an address, and writes the same address back", () => {
    const address = "udvalg=byraadet&fra=2024-01-01&til=2024-12-31&aar=2024&udfald=approved&lukket=nej&uenighed=ja";
    const filters = readDecisionFilters(new URLSearchParams(address));
    expect(filters).toEqual({
      committee: "byraadet",
      from: "2024-01-01",
      to: "2024-12-31",
      year: 2024,
      outcome: "approved",
      closed: false,
      dissent: true,
    });
    expect(String(new URLSearchParams(decisionQuery(filters) as Record<string, string>))).toBe(address);
  });

  test.each(["fra=2024-02-30", "fra=i+fjor", "aar=24", "udfald=vedtaget", "lukket=maaske", "uenighed=nej", "udvalg="])(
    "leaves open what it does not understand: %s",
    (address) => {
      expect(
        Object.values(readDecisionFilters(new URLSearchParams(address))).filter((value) => value !== undefined),
      ).toEqual([]);
    },
  );
});
