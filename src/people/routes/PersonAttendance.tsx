import { type AttendanceByYear, attendances } from "#people/attendance-by-year.ts";
import { useLanguage } from "../../web/use-language.ts";
import { AttendanceChart } from "./AttendanceChart.tsx";
import { personMessages } from "./messages.ts";

/** How often the person came, in one sentence and year by year. */
export function PersonAttendance({ name, attendance }: { name: string; attendance: AttendanceByYear }) {
  const { t } = useLanguage(personMessages);
  const sumOf = (kind: (typeof attendances)[number]) => attendance.counts[kind].reduce((sum, count) => sum + count, 0);
  const all = attendances.reduce((sum, kind) => sum + sumOf(kind), 0);
  return (
    <section>
      <h2>{t.attendance}</h2>
      {all === 0 ? (
        <p>{t.noAttendance}</p>
      ) : (
        <>
          <p>{t.attendanceSummary(sumOf("present") + sumOf("substitute"), all)}</p>
          <AttendanceChart title={t.attendanceChart} name={name} attendance={attendance} />
        </>
      )}
    </section>
  );
}
