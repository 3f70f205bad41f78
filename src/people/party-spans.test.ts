import { describe, expect, test } from "vitest";
import { partySpans } from "./party-spans.ts";

const seen = (text: string) => text.split(" ").map((word) => ({ day: word.slice(0, 10), party: word.slice(11) }));
const told = (text: string) => partySpans(seen(text)).map(({ party, from, to }) => `${party} ${from}..${to}`);

describe("partySpans", () => {
  test("gathers days with one label into one span, in whatever order they come", () => {
    expect(told("2024-06-11:V 2024-01-16:V 2024-05-14:V")).toEqual(["V 2024-01-16..2024-06-11"]);
  });

  test("begins a new span where the label changes, and another when it changes back", () => {
    expect(told("2024-01-16:V 2024-10-08:UFP 2025-02-11:I 2026-01-20:V")).toEqual([
      "V 2024-01-16..2024-01-16",
      "UFP 2024-10-08..2024-10-08",
      "I 2025-02-11..2025-02-11",
      "V 2026-01-20..2026-01-20",
    ]);
  });

  test("tells both labels of a day that has two", () => {
    expect(told("2024-01-16:V 2024-09-03:UFP 2024-09-03:V 2024-10-08:UFP")).toEqual([
      "V 2024-01-16..2024-09-03",
      "UFP 2024-09-03..2024-10-08",
    ]);
  });

  test("of nobody's party there is nothing to tell", () => {
    expect(partySpans([])).toEqual([]);
  });
});
