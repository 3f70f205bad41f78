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

type Props = {
  /** What is counted: "Møder pr. år". */
  title: string;
  /** Whose attendance: a person's or a committee's name. */
  name: string;
  attendance: AttendanceByYear;
};

/** Who came and who did not, year by year: a chart with its table. */
export function AttendanceChart({ title, name, attendance: { years, counts } }: Props) {
  const { t, language } = useLanguage(personMessages);
  const words = years.map((year, index) =>
    t.inYear(String(year), String(attendances.reduce((sum, kind) => sum + (counts[kind][index] ?? 0), 0))),
  );
  return (
    <ChartWithTable
      chart={{
        id: "deltagelse",
        title,
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
  );
}
