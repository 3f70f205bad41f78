import { findMunicipality } from "#meetings/municipality-queries.ts";
import { readSearchAddress, type SearchAddress, searchAddressQuery } from "./address.ts";
import { search } from "#search/operations.ts";
import { appOf } from "#web/context.ts";
import { Page } from "../../web/components/Page.tsx";
import { SearchForm } from "../../web/components/SearchForm.tsx";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/search";
import { facetNames } from "./chosen.ts";
import { Facets } from "./Facets.tsx";
import { searchMessages } from "./messages.ts";
import { Results } from "./Results.tsx";
import { SearchTips } from "./SearchTips.tsx";
import { Understood } from "./Understood.tsx";

const PAGE_SIZE = 20;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const within = params.municipality;
  const found = within === undefined ? undefined : await findMunicipality(db, within);
  if (within !== undefined && !found) throw notFound();
  const municipality = found && { slug: found.slug, name: found.name };
  const query = new URL(request.url).searchParams;
  const address = readSearchAddress(query);
  const page = pageOf(query);
  if (address.query === "") return { municipality, address, page, result: null };
  const { exact, section, ...asked } = address;
  const result = await search(db, {
    ...asked,
    municipalityId: found?.id,
    role: section,
    mend: !exact,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  if (page > 1 && result.hits.length === 0) throw notFound({ municipality });
  return { municipality, address, page, result };
}

export default function Search({ loaderData: { municipality, address, page, result } }: Route.ComponentProps) {
  const { t, to } = useLanguage(searchMessages);
  const href = (changed: Partial<SearchAddress>, side?: number) =>
    to.search(municipality?.slug, { ...searchAddressQuery({ ...address, ...changed }), side });
  const isNarrowable = result !== null && facetNames.some((name) => result.facets[name].length > 0);
  return (
    <Page
      title={result ? t.titleFor(address.query) : t.title}
      municipality={municipality}
      trail={[{ text: t.title }]}
      search={false}
    >
      <h1 className={result ? "search-heading" : undefined}>{result ? t.heading(address.query) : t.emptyTitle}</h1>
      <SearchForm municipality={municipality} value={address.query} large />
      {result ? (
        <div className={isNarrowable ? "filtered" : undefined}>
          <Facets facets={result.facets} address={address} across={municipality === undefined} href={href} />
          <div>
            <Understood understood={result.understood} people={result.people} address={address} href={href} />
            <Results
              result={result}
              address={address}
              across={municipality === undefined}
              page={page}
              pageSize={PAGE_SIZE}
              href={href}
            />
          </div>
        </div>
      ) : (
        <SearchTips href={(query) => href({ query })} />
      )}
    </Page>
  );
}
