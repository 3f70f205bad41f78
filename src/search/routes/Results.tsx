import type { SearchAddress } from "./address.ts";
import type { SearchResult } from "#search/operations.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { chosenFacets, withoutFacets } from "./chosen.ts";
import { Hit } from "./Hit.tsx";
import { searchMessages } from "./messages.ts";

type Props = {
  result: SearchResult;
  address: SearchAddress;
  across: boolean;
  page: number;
  pageSize: number;
  href: (changed: Partial<SearchAddress>, side?: number) => string;
};

/** One page of what was found, or advice when nothing was. */
export function Results({ result: { total, hits }, address, across, page, pageSize, href }: Props) {
  const { t } = useLanguage(searchMessages);
  if (hits.length === 0)
    return (
      <EmptyState title={t.none(address.query)}>
        {chosenFacets(address).length > 0 && (
          <p>
            {t.noneChosen} <a href={href(withoutFacets)}>{t.clear}</a>
          </p>
        )}
        <ul>
          {t.advice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </EmptyState>
    );
  return (
    <>
      <div className="search-order">
        <ListCount from={(page - 1) * pageSize + 1} shown={hits.length} total={total} what={t.results(total)} />
        <nav aria-label={t.order}>
          <ul className="chips">
            {(["relevance", "date"] as const).map((sort) => (
              <li key={sort}>
                <a href={href({ sort })} aria-current={sort === address.sort ? "true" : undefined}>
                  {sort === "relevance" ? t.byRelevance : t.byDate}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <ol className="rows">
        {hits.map((hit) => (
          <Hit
            key={`${hit.municipality} ${hit.committee} ${hit.date} ${hit.sitting} ${hit.item}`}
            hit={hit}
            across={across}
          />
        ))}
      </ol>
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(page) => href({}, page > 1 ? page : undefined)}
      />
    </>
  );
}
