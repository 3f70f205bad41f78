import { expect, test } from "vitest";
import { attendanceByYear } from "./attendance-by-year.ts";

test("every year from the first to the last has its counts, also a year without meetings", () => {
  const rows = [
    { year: 2022, attendance: "present" as const, count: 9 },
    { year: 2022, attendance: "excused" as const, count: 2 },
    { year: 2024, attendance: "substitute" as const, count: 1 },
  ];
  expect(attendanceByYear(rows)).toEqual({
    years: [2022, 2023, 2024],
    counts: { present: [9, 0, 0], substitute: [0, 0, 1], excused: [2, 0, 0], absent: [0, 0, 0] },
  });
});

test("of nobody's meetings there are no years", () => {
  expect(attendanceByYear([]).years).toEqual([]);
});
