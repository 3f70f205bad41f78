import { type CommitmentFilters as Filters, commitmentQuery } from "#follow-up/filters.ts";
import { FilterChoice, FilterCommittee, FilterDay, FilterPanel } from "../../web/components/FilterPanel.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { commitmentMessages } from "./messages.ts";

type Props = { action: string; filters: Filters; committees: { slug: string; name: string }[] };

/** Which promises to show: body, due period, and whether the case came up again. */
export function CommitmentFilters({ action, filters, committees }: Props) {
  const { t: frame } = useLanguage();
  const { t } = useLanguage(commitmentMessages);
  const { frist, ...own } = commitmentQuery(filters);
  const active = Object.values(own).filter((value) => value !== undefined).length;
  return (
    <FilterPanel action={action} kept={{ frist }} active={active}>
      <FilterCommittee label={t.committee} value={filters.committee} committees={committees} />
      <FilterDay label={t.dueFrom} name="fra" value={filters.from} />
      <FilterDay label={t.dueTo} name="til" value={filters.to} />
      <FilterChoice
        label={t.treatedAgain}
        name="behandlet"
        value={own.behandlet}
        any={frame.any}
        choices={[
          { value: "ja", text: t.again },
          { value: "nej", text: t.notAgain },
        ]}
      />
      {filters.case && (
        <>
          <input type="hidden" name="sag" value={filters.case} />
          <p>{t.inCase(filters.case)}</p>
        </>
      )}
    </FilterPanel>
  );
}
