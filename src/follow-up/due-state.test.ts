import { expect, test } from "vitest";
import { dayInDenmark, dueState } from "./due-state.ts";

test.each([
  ["the day after its last day", { dueOn: "2024-11-30", recurs: null }, "overdue"],
  ["on its last day", { dueOn: "2024-12-01", recurs: null }, "upcoming"],
  ["without a day", { dueOn: null, recurs: null }, "undated"],
  ["that recurs, whatever its first day", { dueOn: "2021-01-31", recurs: "halvårligt" }, "recurring"],
])("a promise %s", (_, promise, state) => {
  expect(dueState(promise, "2024-12-01")).toBe(state);
});

test("the day changes at midnight in Denmark, summer and winter", () => {
  expect(dayInDenmark(new Date("2024-06-11T21:59:00Z"))).toBe("2024-06-11");
  expect(dayInDenmark(new Date("2024-06-11T22:00:00Z"))).toBe("2024-06-12");
  expect(dayInDenmark(new Date("2024-12-31T23:00:00Z"))).toBe("2025-01-01");
});
