import type { Outcome } from "#minutes/model.ts";
import type { Tone } from "../../web/charts/chart.ts";
import { ChartWithTable } from "../../web/charts/ChartWithTable.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { OutcomeCount } from "../queries.ts";
import { committeeMessages } from "./messages.ts";

/** From the axis up; outcomes that few items have share the last tone. */
const shown: { outcomes: (Outcome | null)[]; name: Outcome; tone: Tone }[] = [
  { outcomes: ["approved"], name: "approved", tone: "approved" },
  { outcomes: ["recommended"], name: "recommended", tone: "recommended" },
  { outcomes: ["noted"], name: "noted", tone: "noted" },
  { outcomes: ["discussed"], name: "discussed", tone: "discussed" },
  { outcomes: ["postponed", "referred"], name: "postponed", tone: "postponed" },
  { outcomes: ["rejected"], name: "rejected", tone: "rejected" },
  { outcomes: ["withdrawn", "other", null], name: "other", tone: "neutral" },
];

type Props = {
  counts: OutcomeCount[];
  years: { year: string; meetings: number }[];
  yearHref: (year: string) => string;
};

/** The committee's decisions year by year. With a single year the meetings' own bars say as much. */
export function OutcomesByYear({ counts, years, yearHref }: Props) {
  const { t, language } = useLanguage(committeeMessages);
  const { t: frame } = useLanguage();
  const inTime = years.toReversed();
  const [first, last] = [inTime[0], inTime.at(-1)];
  if (!first || !last || inTime.length < 2) return null;
  const valueOf = (year: string, outcomes: (Outcome | null)[]) =>
    counts.reduce((sum, row) => sum + (row.year === year && outcomes.includes(row.outcome) ? row.items : 0), 0);
  return (
    <section id="tal">
      <h2>{t.byYear}</h2>
      <ChartWithTable
        chart={{
          id: "beslutninger",
          title: t.chart,
          description: t.chartDescription(first.year, last.year),
          language,
          columnHeading: t.year,
          totalHeading: t.total,
          columns: inTime.map(({ year, meetings }) => ({
            label: year,
            note: `${meetings} ${t.meetingCount(meetings)}`,
            href: yearHref(year),
          })),
          series: shown.map(({ outcomes, name, tone }) => ({
            label: name === "other" ? t.otherOutcomes : frame.outcome[name],
            tone,
            values: inTime.map(({ year }) => valueOf(year, outcomes)),
          })),
        }}
      />
    </section>
  );
}
