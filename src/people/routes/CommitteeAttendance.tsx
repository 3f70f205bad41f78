import type { AttendanceByYear } from "#people/attendance-by-year.ts";
import { useLanguage } from "../../web/use-language.ts";
import { AttendanceChart } from "./AttendanceChart.tsx";
import { personMessages } from "./messages.ts";

/** How a committee's members came, all of them together. One year alone is no course. */
export function CommitteeAttendance({ name, attendance }: { name: string; attendance: AttendanceByYear }) {
  const { t } = useLanguage(personMessages);
  if (attendance.years.length < 2) return null;
  return (
    <section>
      <h2>{t.committeeAttendance}</h2>
      <p>{t.committeeAttendanceLead}</p>
      <AttendanceChart title={t.committeeAttendanceChart} name={name} attendance={attendance} />
    </section>
  );
}
