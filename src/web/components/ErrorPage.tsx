import { isRouteErrorResponse } from "react-router";
import type { NotFound } from "../not-found.ts";
import { useLanguage } from "../use-language.ts";
import { Page } from "./Page.tsx";
import { SearchForm } from "./SearchForm.tsx";

/** What a reader meets when a page is not there or could not be made. Says nothing of what went wrong inside. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, to } = useLanguage();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const municipality = missing ? (error.data as NotFound | null)?.municipality : undefined;
  const title = missing ? t.notFoundTitle : t.failedTitle;
  const front = municipality ? to.municipality(municipality.slug) : to.front();
  return (
    <Page title={title} municipality={municipality} search={false}>
      <div className="error-page">
        <h1>{title}</h1>
        <p className="font-lead">{missing ? t.notFound : t.failed}</p>
        {missing && (
          <>
            <p>{t.notFoundHelp}</p>
            <ul>
              <li>{t.notFoundAddress}</li>
              <li>{t.notFoundSearch}</li>
              <li>
                {t.notFoundFront} <a href={front}>{municipality?.name ?? t.siteName}</a>
              </li>
            </ul>
          </>
        )}
        {!missing && (
          <p>
            <a href={front}>{t.toFront}</a>
          </p>
        )}
        <SearchForm municipality={municipality} large />
      </div>
    </Page>
  );
}
