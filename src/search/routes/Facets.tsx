import type { SearchAddress } from "./address.ts";
import type { FacetRow } from "#search/facets.ts";
import type { SearchResult } from "#search/operations.ts";
import type { Outcome, SectionRole } from "#minutes/model.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { count } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { choosing, chosenFacets, type FacetName, facetNames, withoutFacets } from "./chosen.ts";
import { searchMessages } from "./messages.ts";

/** Values that stand open; the rest of a long facet are folded, never left out. */
const OPEN = 7;

type Props = {
  facets: SearchResult["facets"];
  address: SearchAddress;
  /** Whether the search goes across municipalities. */
  across: boolean;
  href: (changed: Partial<SearchAddress>) => string;
};

/** The ways to narrow a search, each value with how many it leaves; what is chosen can be let go again. */
export function Facets({ facets, address, across, href }: Props) {
  const { t } = useLanguage(searchMessages);
  const chosen = chosenFacets(address);
  const shown = facetNames.filter((name) => (name !== "municipality" || across) && facets[name].length > 0);
  if (shown.length === 0) return null;
  return (
    <details className="filters">
      <summary className="filters__summary">{chosen.length > 0 ? t.chosen(chosen.length) : t.narrow}</summary>
      <div className="filters__body">
        {chosen.length > 0 && (
          <p>
            <a href={href(withoutFacets)}>{t.clear}</a>
          </p>
        )}
        {shown.map((name) => (
          <Facet key={name} name={name} rows={facets[name]} chosen={address[name]?.toString()} href={href} />
        ))}
      </div>
    </details>
  );
}

type FacetProps = { name: FacetName; rows: FacetRow[]; chosen: string | undefined; href: Props["href"] };

function Facet({ name, rows, chosen, href }: FacetProps) {
  const { t } = useLanguage(searchMessages);
  const id = `facet-${name}`;
  const chosenAt = rows.findIndex((row) => row.value === chosen);
  const open = Math.max(OPEN, chosenAt + 1);
  const list = (some: FacetRow[]) => (
    <ul className="facet" aria-labelledby={id}>
      {some.map((row) => (
        <FacetValue key={row.value} name={name} row={row} isChosen={row.value === chosen} href={href} />
      ))}
    </ul>
  );
  return (
    <>
      <h2 id={id} className="facet__name">
        {t.facets[name]}
      </h2>
      {list(rows.slice(0, open))}
      {rows.length > open && (
        <details className="facet__more">
          <summary>{t.moreValues(rows.length - open)}</summary>
          {list(rows.slice(open))}
        </details>
      )}
    </>
  );
}

function FacetValue({
  name,
  row,
  isChosen,
  href,
}: {
  name: FacetName;
  row: FacetRow;
  isChosen: boolean;
  href: Props["href"];
}) {
  const { t: frame, language } = useLanguage();
  const { t } = useLanguage(searchMessages);
  const label =
    name === "outcome"
      ? frame.outcome[row.value as Outcome]
      : name === "section"
        ? t.sections[row.value as SectionRole]
        : row.label;
  return (
    <li>
      <a
        href={href(isChosen ? { [name]: undefined } : choosing(name, row.value))}
        aria-current={isChosen ? "true" : undefined}
      >
        <span {...(name === "committee" ? langOfMinutes(language) : {})}>{label}</span>
        {isChosen ? (
          <>
            <span className="sr-only">({t.remove(label)})</span>
            <Icon name="close" />
          </>
        ) : (
          <span className="facet__count">{count(row.count, language)}</span>
        )}
      </a>
    </li>
  );
}
