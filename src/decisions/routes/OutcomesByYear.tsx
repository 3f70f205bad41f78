import { groupCounts, type OutcomeGroup, type OutcomesOfYear } from "#decisions/outcomes-by-year.ts";
import { ChartWithTable } from "../../web/charts/ChartWithTable.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { decisionMessages } from "./messages.ts";

type Props = {
  years: OutcomesOfYear[];
  /** Whose decisions: a committee's or a municipality's name. */
  name: string;
  /** Where a year leads: the list of its decisions. */
  href: (year: number) => string;
};

/** Decisions a year by how they ended, with the number of meetings: a chart with its table. One year alone is no course. */
export function OutcomesByYear({ years, name, href }: Props) {
  const { t: frame, language } = useLanguage();
  const { t } = useLanguage(decisionMessages);
  const labels: Record<OutcomeGroup, string> = {
    approved: frame.outcome.approved,
    recommended: frame.outcome.recommended,
    noted: frame.outcome.noted,
    discussed: frame.outcome.discussed,
    postponed: t.postponedOrReferred,
    rejected: frame.outcome.rejected,
    neutral: t.withdrawnOrOther,
  };
  if (years.length < 2) return null;
  return (
    <section>
      <h2>{t.byYear}</h2>
      <ChartWithTable
        chart={{
          id: "udfald",
          title: t.byYearChart,
          description: t.byYearDescription(
            name,
            years.map(({ year, meetings }) => t.inYear(year, meetings)).join(", "),
          ),
          language,
          columnHeading: t.year,
          totalHeading: t.total,
          columns: years.map(({ year, meetings }) => ({
            label: String(year),
            note: t.meetings(meetings),
            href: href(year),
          })),
          series: groupCounts(years).map(({ group, values }) => ({ label: labels[group], tone: group, values })),
        }}
      />
    </section>
  );
}
