import { count } from "../formats.ts";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./Icon.tsx";

/** `page` counts from 1; `href` gives the address of a page of the list. */
type Props = { page: number; pages: number; href: (page: number) => string };

/** Leads through a list that is longer than a page; nothing shows when it is not. */
export function Pagination({ page, pages, href }: Props) {
  const { t } = useLanguage();
  if (pages < 2) return null;
  return (
    <nav className="pagination" aria-label={t.pages}>
      {page > 1 && (
        <a className="button button-arrow button-previous" href={href(page - 1)} rel="prev" aria-label={t.previousPage}>
          <Icon name="chevron-left" />
          <span className="pagination-nav-link">{t.previous}</span>
        </a>
      )}
      <span className="pagination-mobile">{t.pageOf(page, pages)}</span>
      <ul className="pagination__items">
        {shownPages(page, pages).map((shown) =>
          typeof shown === "number" ? (
            <li key={shown} className="pagination-item pagination-number">
              {shown === page ? (
                <a className="button current-page" href={href(shown)} aria-current="page" aria-label={t.page(shown)}>
                  {shown}
                </a>
              ) : (
                <a className="button button-secondary" href={href(shown)} aria-label={t.page(shown)}>
                  {shown}
                </a>
              )}
            </li>
          ) : (
            <li key={shown} className="pagination-item pagination-overflow">
              <span className="sr-only">{t.skippedPages}</span>
              <span aria-hidden="true">…</span>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <a className="button button-arrow button-next" href={href(page + 1)} rel="next" aria-label={t.nextPage}>
          <span className="pagination-nav-link">{t.next}</span>
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}

/** The first, the last and those around the current one; a string stands where pages are left out. */
function shownPages(page: number, pages: number): (number | string)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((n, index) => {
    const before = shown[index - 1] ?? n - 1;
    return n - before > 1 ? [`to-${n}`, n] : [n];
  });
}

/** "Viser 51-100 af 1.234 møder", or "12 møder" when all of them show. `what` agrees with the number. */
export function ListCount({ from, shown, total, what }: { from: number; shown: number; total: number; what: string }) {
  const { t, language } = useLanguage();
  const of = count(total, language);
  return (
    <p className="list-count">
      {shown === total ? t.showingAll(of, what) : t.showing(from, from + shown - 1, of, what)}
    </p>
  );
}
