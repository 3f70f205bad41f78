import { type AttendanceByYear, attendances } from "#people/attendance-by-year.ts";
import type { Tone } from "#web/charts/chart.ts";
import { ChartWithTable } from "../../web/charts/ChartWithTable.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { personMessages } from "./messages.ts";

const tones: Record<(typeof attendances)[number], Tone> = {
  present: "approved",
  substitute: "recommended",
  excused: "postponed",
  absent: "rejected",
};

/** How often the person came, year by year. */
export function PersonAttendance({
  name,
  attendance: { years, counts },
}: {
  name: string;
  attendance: AttendanceByYear;
}) {
  const { t, language } = useLanguage(personMessages);
  const sums = attendances.map((kind) => counts[kind].reduce((sum, count) => sum + count, 0));
  const all = sums.reduce((sum, count) => sum + count, 0);
  const there = (sums[0] ?? 0) + (sums[1] ?? 0);
  const words = years.map((year, index) =>
    t.inYear(String(year), String(attendances.reduce((sum, kind) => sum + (counts[kind][index] ?? 0), 0))),
  );
  return (
    <section>
      <h2>{t.attendance}</h2>
      {years.length === 0 ? (
        <p>{t.noAttendance}</p>
      ) : (
        <>
          <p>{t.attendanceSummary(there, all)}</p>
          <ChartWithTable
            chart={{
              id: "deltagelse",
              title: t.attendanceChart,
              description: t.attendanceDescription(name, words.join(", ")),
              language,
              columnHeading: t.year,
              totalHeading: t.total,
              columns: years.map((year) => ({ label: String(year) })),
              series: attendances.map((kind) => ({
                label: t.attendanceWords[kind],
                tone: tones[kind],
                values: counts[kind],
              })),
            }}
          />
        </>
      )}
    </section>
  );
}
