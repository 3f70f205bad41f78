import { describe, expect, it } from "vitest";
import { clock, count, dueDate, fullDate, interval, listing, moment, shortDate } from "./formats.ts";

describe("dates", () => {
  it("are written out", () => {
    expect(fullDate("2024-05-14", "da")).toBe("tirsdag 14. maj 2024");
    expect(fullDate("2024-05-14", "en")).toBe("Tuesday 14 May 2024");
    expect(shortDate("2024-06-01", "da")).toBe("1. jun. 2024");
  });

  it.each([
    ["2025", "2025", "2025"],
    ["2025-05", "maj 2025", "May 2025"],
    ["2025-Q4", "4. kvartal 2025", "quarter 4 of 2025"],
    ["2025-H2", "2. halvår 2025", "half 2 of 2025"],
    ["2025-05-09", "9. maj 2025", "9 May 2025"],
  ])("that are due stay as exact as they were said: %s", (due, danish, english) => {
    expect(dueDate(due, "da")).toBe(danish);
    expect(dueDate(due, "en")).toBe(english);
  });
});

it("says how often something comes back", () => {
  expect(interval("P6M", "da")).toBe("hvert halve år");
  expect(interval("P1Y", "en")).toBe("every year");
  expect(interval("hver jul", "da")).toBe("hver jul");
});

it("writes times and numbers as each language does", () => {
  expect(clock("13:00:00", "da")).toBe("13.00");
  expect(clock("13:00:00", "en")).toBe("13:00");
  expect(count(1234567, "da")).toBe("1.234.567");
  expect(count(1234, "en")).toBe("1,234");
});

it("tells an instant as a clock in Denmark shows it, summer and winter", () => {
  expect(moment(new Date("2024-05-14T11:05:00Z"), "da")).toBe("14. maj 2024 kl. 13.05");
  expect(moment(new Date("2024-12-31T23:30:00Z"), "en")).toBe("1 January 2025 at 00:30");
});

it("lists words", () => {
  expect(listing(["A"], "da")).toBe("A");
  expect(listing(["A", "B", "C"], "da")).toBe("A, B og C");
});
