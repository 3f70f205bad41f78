import { expect, test } from "vitest";
import { dayOrNull, dueDay } from "./due-day.ts";

test.each([
  ["2024-06-11", "2024-06-11"],
  ["2024-02", "2024-02-29"],
  ["2023-02", "2023-02-28"],
  ["2024-Q1", "2024-03-31"],
  ["2024-Q4", "2024-12-31"],
  ["2025-H1", "2025-06-30"],
  ["2026", "2026-12-31"],
  ["2024-13", null],
  ["2023-02-29", null],
  ["snart", null],
  [null, null],
])("%s is due on %s", (due, day) => {
  expect(dueDay(due)).toBe(day);
});

test("a day that is not in the calendar is no day", () => {
  expect([dayOrNull("2024-02-30"), dayOrNull("2024-02-29"), dayOrNull("9999-99-99")]).toEqual([
    null,
    "2024-02-29",
    null,
  ]);
});
