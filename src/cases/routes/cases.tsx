import { type CaseOrder, countCases, listCases } from "#cases/queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { DateText } from "../../web/components/DateText.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { count } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/cases";
import { caseMessages } from "./messages.ts";

const PAGE_SIZE = 40;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const query = new URL(request.url).searchParams;
  const order: CaseOrder = query.get("sortering") === "oftest" ? "often" : "recent";
  const page = pageOf(query);
  const [total, cases] = await Promise.all([
    countCases(db, found.id),
    listCases(db, found.id, order, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  ]);
  if (page > 1 && cases.length === 0) throw notFound({ municipality });
  return { municipality, order, page, total, cases };
}

export default function Cases({ loaderData }: Route.ComponentProps) {
  const { municipality, order, page, total, cases } = loaderData;
  const { t, to, language } = useLanguage(caseMessages);
  const href = (of: CaseOrder, side?: number) =>
    to.cases(municipality.slug, { sortering: of === "often" ? "oftest" : undefined, side });
  return (
    <Page title={t.cases} municipality={municipality} trail={[{ text: t.cases }]}>
      <h1>{t.cases}</h1>
      <p className="lead">{t.casesLead}</p>
      {cases.length === 0 ? (
        <EmptyState title={t.noCases}>
          <p>{t.noCasesHelp}</p>
        </EmptyState>
      ) : (
        <>
          <nav aria-label={t.order}>
            <ul className="chips">
              {(["recent", "often"] as const).map((of) => (
                <li key={of}>
                  <a href={href(of)} aria-current={of === order ? "true" : undefined}>
                    {of === "recent" ? t.recentFirst : t.oftenFirst}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ListCount from={(page - 1) * PAGE_SIZE + 1} shown={cases.length} total={total} what={t.caseCount(total)} />
          <ol className="rows">
            {cases.map((row) => (
              <li key={row.key} className="case-row">
                <span className="case-row__number">{row.reference}</span>
                <div>
                  <h2 className="row-title">
                    <a href={to.case(municipality.slug, row.key)} {...langOfMinutes(language)}>
                      {row.title}
                    </a>
                  </h2>
                  <div className="row-facts">
                    <span>{t.treatedTimes(count(row.treatments, language), row.committees)}</span>
                    <span>
                      {t.lastTreated} <DateText date={row.date} />,{" "}
                      <span {...langOfMinutes(language)}>{row.committeeName}</span>
                    </span>
                    <span>
                      <OutcomeTag outcome={row.outcome} closed={row.closed} />
                    </span>
                  </div>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        href={(page) => href(order, page > 1 ? page : undefined)}
      />
    </Page>
  );
}
