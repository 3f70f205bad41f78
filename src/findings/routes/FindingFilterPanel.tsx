import { type Facets } from "#findings/facets.ts";
import { type FindingFilters, findingQuery, kinds } from "#findings/filters.ts";
import { FilterChoice, FilterPanel } from "../../web/components/FilterPanel.tsx";
import { count } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { findingMessages } from "./messages.ts";

type Props = {
  action: string;
  filters: FindingFilters;
  facets: Facets;
  committees: { slug: string; name: string }[];
};

/** Which findings to show, each choice with how many there are. */
export function FindingFilterPanel({ action, filters, facets, committees }: Props) {
  const { t: frame, language } = useLanguage();
  const { t } = useLanguage(findingMessages);
  const { sikkerhed, ...own } = findingQuery(filters);
  const active = Object.values(own).filter((value) => value !== undefined).length;
  const withCount = (text: string, n = 0) => `${text} (${count(n, language)})`;
  const word = (kind: (typeof kinds)[number]) => String(findingQuery({ kind })["slags"]);
  const years = [...facets.years].sort(([a], [b]) => b - a);
  return (
    <FilterPanel action={action} kept={{ sikkerhed }} active={active}>
      <FilterChoice
        label={t.kind}
        name="slags"
        value={own["slags"]?.toString()}
        any={frame.any}
        choices={kinds
          .filter((kind) => facets.kinds.has(kind) || kind === filters.kind)
          .map((kind) => ({ value: word(kind), text: withCount(t.kinds[kind], facets.kinds.get(kind)) }))}
      />
      <FilterChoice
        label={t.year}
        name="aar"
        value={filters.year?.toString()}
        any={frame.allYears}
        choices={years.map(([year, n]) => ({ value: String(year), text: withCount(String(year), n) }))}
      />
      {committees.length > 0 && (
        <FilterChoice
          label={t.committee}
          name="udvalg"
          value={filters.committee}
          any={frame.any}
          choices={committees
            .filter(({ slug }) => facets.committees.has(slug) || slug === filters.committee)
            .map(({ slug, name }) => ({ value: slug, text: withCount(name, facets.committees.get(slug)) }))}
          {...langOfMinutes(language)}
        />
      )}
    </FilterPanel>
  );
}
