import type { Attendance } from "#minutes/model.ts";
import type { YearOfAttendance } from "./queries.ts";

/** In the order they stand on each other in a chart. */
export const attendances = ["present", "substitute", "excused", "absent"] as const satisfies Attendance[];

export type AttendanceByYear = { years: number[]; counts: Record<Attendance, number[]> };

/**
 * Counts of attendance as columns: every year from the first to the last, also those without a meeting, and for each
 * kind of attendance one count a year.
 */
export function attendanceByYear(rows: YearOfAttendance[]): AttendanceByYear {
  const met = rows.map(({ year }) => year);
  const first = Math.min(...met);
  const years =
    met.length === 0 ? [] : Array.from({ length: Math.max(...met) - first + 1 }, (_, index) => first + index);
  const countOf = (kind: Attendance) =>
    years.map((year) => rows.find((row) => row.year === year && row.attendance === kind)?.count ?? 0);
  return {
    years,
    counts: {
      present: countOf("present"),
      substitute: countOf("substitute"),
      excused: countOf("excused"),
      absent: countOf("absent"),
    },
  };
}
