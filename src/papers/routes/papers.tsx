import { listCommitteeChoices } from "#papers/choice-queries.ts";
import { paperQuery, type PaperFilters, readPaperFilters } from "#papers/filters.ts";
import { countPapers, listPapers } from "#papers/list-queries.ts";
import { paperStates } from "#papers/paper.ts";
import { mayCreate, mayKeepTemplates } from "#papers/policy.ts";
import { wordFor } from "#web/word-for.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { KindChips } from "../../web/components/FilterPanel.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { count } from "../../web/formats.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/papers";
import { enterWork } from "./enter.ts";
import { mayBeAtWork } from "./may-be-at-work.ts";
import { paperMessages } from "./messages.ts";
import { PaperFiltersPanel } from "./PaperFiltersPanel.tsx";
import { PaperRow } from "./PaperRow.tsx";

const PAGE_SIZE = 40;

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality } = await enterWork(args);
  if (!mayBeAtWork(actor, municipality.id)) throw notFound({ municipality });
  const query = new URL(args.request.url).searchParams;
  const filters = readPaperFilters(query);
  const page = pageOf(query);
  const [committees, counts, papers] = await Promise.all([
    listCommitteeChoices(db, municipality.id),
    countPapers(db, actor, municipality.id, filters),
    listPapers(db, actor, municipality.id, filters, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  ]);
  const place = { municipalityId: municipality.id };
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    committees: committees.map(({ slug, name }) => ({ slug, name })),
    filters,
    page,
    counts,
    papers: papers.map(({ updatedAt: _updated, ...paper }) => paper),
    mayCreate: committees.some(({ id }) => mayCreate(actor, { ...place, committeeId: id })),
    mayKeepTemplates: committees.some(({ id }) => mayKeepTemplates(actor, { ...place, committeeId: id })),
    done: query.get("gjort"),
  };
}

export default function Papers({ loaderData }: Route.ComponentProps) {
  const { municipality, committees, filters, page, counts, papers, done } = loaderData;
  const { t, to, language } = useLanguage(paperMessages);
  const all = paperStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const total = filters.state ? (counts[filters.state] ?? 0) : all;
  const href = (changed: Partial<PaperFilters>, side?: number) =>
    to.papers(municipality.slug, { ...paperQuery({ ...filters, ...changed }), side });
  const isFiltered = Object.values(paperQuery(filters)).some((value) => value !== undefined);
  return (
    <Page title={t.papers} municipality={municipality} trail={[{ text: t.work, href: to.work() }, { text: t.papers }]}>
      <h1>{t.papers}</h1>
      <p className="lead">{t.papersLead(municipality.name)}</p>
      {wordFor(t.done, done) && <output className="notice">{wordFor(t.done, done)}</output>}
      {(loaderData.mayCreate || loaderData.mayKeepTemplates) && (
        <p className="form-buttons">
          {loaderData.mayCreate && (
            <a className="button button-primary" href={to.newPaper(municipality.slug, { udvalg: filters.committee })}>
              {t.newPaper}
            </a>
          )}
          {loaderData.mayKeepTemplates && <a href={to.paperTemplates(municipality.slug)}>{t.templates}</a>}
        </p>
      )}
      <KindChips
        label={t.papers}
        kinds={[undefined, ...paperStates].map((state) => ({
          text: state ? t.states[state] : t.all,
          count: count(state ? (counts[state] ?? 0) : all, language),
          none: state !== undefined && !counts[state],
          href: href({ state }),
          current: filters.state === state,
        }))}
      />
      <div className="filtered">
        <PaperFiltersPanel action={to.papers(municipality.slug)} filters={filters} committees={committees} />
        <div>
          {papers.length === 0 ? (
            <EmptyState title={isFiltered ? t.noneFound : t.none}>
              <p>{isFiltered ? t.noneFoundLead : t.noneLead}</p>
            </EmptyState>
          ) : (
            <>
              <ListCount
                from={(page - 1) * PAGE_SIZE + 1}
                shown={papers.length}
                total={total}
                what={t.papersNoun(total)}
              />
              <ol className="rows">
                {papers.map((paper) => (
                  <PaperRow key={paper.id} municipality={municipality.slug} paper={paper} />
                ))}
              </ol>
              <Pagination
                page={page}
                pages={Math.ceil(total / PAGE_SIZE)}
                href={(side) => href({}, side > 1 ? side : undefined)}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
