import { paperQuery, type PaperFilters } from "#papers/filters.ts";
import { FilterChoice, FilterCommittee, FilterPanel } from "../../web/components/FilterPanel.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { paperMessages } from "./messages.ts";

type Props = { action: string; filters: PaperFilters; committees: { slug: string; name: string }[] };

/** Which papers to show: words, committee, whose, overdue. The state is chosen above the list. */
export function PaperFiltersPanel({ action, filters, committees }: Props) {
  const { t: frame } = useLanguage();
  const { t } = useLanguage(paperMessages);
  const { tilstand, ...own } = paperQuery(filters);
  return (
    <FilterPanel action={action} kept={{ tilstand }} active={Object.values(own).filter(Boolean).length}>
      <label className="filters__field">
        <span className="form-label">{t.search}</span>
        <input className="form-input" type="search" name="soeg" defaultValue={filters.text} maxLength={100} />
      </label>
      <FilterCommittee label={t.committee} value={filters.committee} committees={committees} />
      <FilterChoice
        label={t.whose}
        name="mine"
        value={own.mine}
        any={frame.any}
        choices={[{ value: "ja", text: t.onlyMine }]}
      />
      <FilterChoice
        label={t.deadlineFilter}
        name="frist"
        value={own.frist}
        any={frame.any}
        choices={[{ value: "overskredet", text: t.onlyOverdue }]}
      />
    </FilterPanel>
  );
}
