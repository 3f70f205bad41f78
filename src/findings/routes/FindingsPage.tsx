import { certainties, type FindingFilters, findingQuery } from "#findings/filters.ts";
import { ChartWithTable } from "../../web/charts/ChartWithTable.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { KindChips } from "../../web/components/FilterPanel.tsx";
import { type MunicipalityName, Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { count } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { FindingFilterPanel } from "./FindingFilterPanel.tsx";
import { FindingList } from "./FindingList.tsx";
import { PAGE_SIZE } from "../page-size.ts";
import type { LoadedFindings } from "./load-findings.ts";
import { findingMessages } from "./messages.ts";

type Props = LoadedFindings & {
  municipality: MunicipalityName;
  /** Null: all of the municipality's. */
  committee: { slug: string; name: string } | null;
  /** To choose between. */
  committees: { slug: string; name: string }[];
};

/** What does not add up, of a municipality or of one committee: filters with their numbers, the list, and the course of the years. */
export function FindingsPage({
  municipality,
  committee,
  committees,
  filters,
  page,
  facets,
  years,
  progress,
  findings,
}: Props) {
  const { t, to, language } = useLanguage(findingMessages);
  const own = committee ? { ...filters, committee: undefined } : filters;
  const href = (changed: Partial<FindingFilters>, side?: number) =>
    to.findings(municipality.slug, committee?.slug, { ...findingQuery({ ...own, ...changed }), side });
  const name = (committee ?? committees.find(({ slug }) => slug === filters.committee) ?? municipality).name;
  const all = certainties.reduce((sum, certainty) => sum + (facets.certainties.get(certainty) ?? 0), 0);
  const chips = [undefined, ...certainties].map((certainty) => ({
    text: certainty ? t.verdict[certainty] : t.all,
    count: count(certainty ? (facets.certainties.get(certainty) ?? 0) : all, language),
    none: certainty !== undefined && !facets.certainties.has(certainty),
    href: href({ certainty }),
    current: filters.certainty === certainty,
  }));
  const isFiltered = Object.values(own).some((value) => value !== undefined);
  return (
    <Page
      title={committee ? `${t.listTitle}: ${committee.name}` : t.listTitle}
      municipality={municipality}
      trail={[
        ...(committee
          ? [{ text: committee.name, href: to.committee(municipality.slug, committee.slug), fromMinutes: true }]
          : []),
        { text: t.listTitle },
      ]}
    >
      {committee && (
        <p className="overline">
          <a href={to.committee(municipality.slug, committee.slug)} {...langOfMinutes(language)}>
            {committee.name}
          </a>
        </p>
      )}
      <h1>{t.listTitle}</h1>
      <p className="lead">{t.listLead(name)}</p>
      <p className="quiet small">
        {t.listCounts(
          count(progress.documents - progress.waiting - progress.failed, language),
          count(progress.ok, language),
        )}
        {progress.waiting > 0 && ` ${t.stillWaiting(count(progress.waiting, language))}`}
        {progress.failed > 0 && ` ${t.couldNot(count(progress.failed, language))}`} {t.fair}{" "}
        <a href={to.aboutFindings()}>{t.how}</a>.
      </p>
      <div className="filtered">
        <FindingFilterPanel
          action={to.findings(municipality.slug, committee?.slug)}
          filters={own}
          facets={facets}
          committees={committees}
        />
        <div>
          {all > 0 && <KindChips label={t.byCertainty} kinds={chips} />}
          {findings.length === 0 ? (
            <EmptyState title={isFiltered ? t.none : t.noneYet}>
              <p>{isFiltered ? t.noneHelp : t.noneYetHelp}</p>
            </EmptyState>
          ) : (
            <>
              <ListCount
                from={(page - 1) * PAGE_SIZE + 1}
                shown={findings.length}
                total={facets.total}
                what={facets.total === 1 ? t.oneFinding : t.findings}
              />
              <FindingList municipality={municipality.slug} findings={findings} />
            </>
          )}
          <Pagination
            page={page}
            pages={Math.ceil(facets.total / PAGE_SIZE)}
            href={(page) => href({}, page > 1 ? page : undefined)}
          />
          {committee && (
            <p className="more">
              <a href={to.findings(municipality.slug)}>{t.wholeMunicipality(municipality.name)}</a>
            </p>
          )}
        </div>
      </div>
      {years.years.length > 0 && (
        <section>
          <h2>{t.byYear}</h2>
          <ChartWithTable
            chart={{
              id: "fund",
              title: t.byYearChart,
              description: t.byYearDescription(name),
              language,
              columnHeading: t.year,
              totalHeading: t.total,
              columns: years.years.map((year) => ({ label: String(year), href: href({ year }) })),
              series: [
                { label: t.verdict.error, tone: "rejected", values: years.values.error },
                { label: t.verdict.warning, tone: "postponed", values: years.values.warning },
              ],
            }}
          />
        </section>
      )}
    </Page>
  );
}
