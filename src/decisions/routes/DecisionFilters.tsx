import { FilterChoice, FilterCommittee, FilterDay, FilterPanel } from "../../web/components/FilterPanel.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { type DecisionFilters as Filters, decisionQuery } from "../filters.ts";
import { decisionMessages } from "./messages.ts";

type Props = {
  action: string;
  filters: Filters;
  committees: { slug: string; name: string }[];
  years: number[];
};

/** Which decisions to show: body, time, open or closed, with disagreement. */
export function DecisionFilters({ action, filters, committees, years }: Props) {
  const { t: frame } = useLanguage();
  const { t } = useLanguage(decisionMessages);
  const { udfald, ...own } = decisionQuery(filters);
  const active = Object.values(own).filter((value) => value !== undefined).length;
  return (
    <FilterPanel action={action} kept={{ udfald }} active={active}>
      <FilterCommittee label={t.committee} value={filters.committee} committees={committees} />
      <FilterChoice
        label={t.year}
        name="aar"
        value={filters.year?.toString()}
        any={frame.allYears}
        choices={years.map((year) => ({ value: String(year), text: String(year) }))}
      />
      <FilterDay label={frame.from} name="fra" value={filters.from} />
      <FilterDay label={frame.to} name="til" value={filters.to} />
      <FilterChoice
        label={t.closed}
        name="lukket"
        value={own["lukket"]?.toString()}
        any={frame.any}
        choices={[
          { value: "nej", text: t.onlyOpen },
          { value: "ja", text: t.onlyClosed },
        ]}
      />
      <FilterChoice
        label={t.dissent}
        name="uenighed"
        value={filters.dissent ? "ja" : undefined}
        any={frame.any}
        choices={[{ value: "ja", text: t.onlyDissent }]}
      />
    </FilterPanel>
  );
}
