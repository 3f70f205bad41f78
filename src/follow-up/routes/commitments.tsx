import { dayInDenmark } from "#follow-up/due-state.ts";
import {
  commitmentQuery,
  type CommitmentFilters as Filters,
  dueStates,
  readCommitmentFilters,
} from "#follow-up/filters.ts";
import { countCommitments, listCommitments, listPromisingCommittees } from "#follow-up/queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { KindChips } from "../../web/components/FilterPanel.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { count } from "../../web/formats.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/commitments";
import { CommitmentFilters } from "./CommitmentFilters.tsx";
import { CommitmentLine } from "./CommitmentLine.tsx";
import { commitmentMessages } from "./messages.ts";

const PAGE_SIZE = 40;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const query = new URL(request.url).searchParams;
  const filters = readCommitmentFilters(query);
  const page = pageOf(query);
  const now = dayInDenmark(new Date());
  const [counts, committees, commitments] = await Promise.all([
    countCommitments(db, found.id, filters, now),
    listPromisingCommittees(db, found.id),
    listCommitments(db, found.id, filters, now, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  ]);
  if (page > 1 && commitments.length === 0) throw notFound({ municipality });
  return { municipality, filters, page, now, counts, committees, commitments };
}

export default function Commitments({ loaderData }: Route.ComponentProps) {
  const { municipality, filters, page, now, counts, committees, commitments } = loaderData;
  const { t, to, language } = useLanguage(commitmentMessages);
  const all = dueStates.reduce((sum, state) => sum + counts[state], 0);
  const total = filters.state ? counts[filters.state] : all;
  const href = (changed: Partial<Filters>, side?: number) =>
    to.commitments(municipality.slug, { ...commitmentQuery({ ...filters, ...changed }), side });
  const kinds = [undefined, ...dueStates].map((state) => ({
    text: state ? t.states[state] : t.all,
    count: count(state ? counts[state] : all, language),
    none: state !== undefined && counts[state] === 0,
    href: href({ state }),
    current: filters.state === state,
  }));
  return (
    <Page title={t.title} municipality={municipality} trail={[{ text: t.title }]}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead(municipality.name)}</p>
      <p className="small quiet">{t.honest}</p>
      <div className="filtered">
        <CommitmentFilters action={to.commitments(municipality.slug)} filters={filters} committees={committees} />
        <div>
          {all > 0 && <KindChips label={t.byState} kinds={kinds} />}
          {commitments.length === 0 ? (
            <EmptyState title={committees.length === 0 ? t.noneYet : t.none}>
              <p>{committees.length === 0 ? t.noneYetHelp : t.noneHelp}</p>
            </EmptyState>
          ) : (
            <>
              <ListCount
                from={(page - 1) * PAGE_SIZE + 1}
                shown={commitments.length}
                total={total}
                what={t.commitments(total)}
              />
              <ol className="rows">
                {commitments.map((commitment) => (
                  <li key={`${commitment.committee} ${commitment.date} ${commitment.item} ${commitment.position}`}>
                    <CommitmentLine municipality={municipality.slug} commitment={commitment} now={now} />
                  </li>
                ))}
              </ol>
            </>
          )}
          <Pagination
            page={page}
            pages={Math.ceil(total / PAGE_SIZE)}
            href={(page) => href({}, page > 1 ? page : undefined)}
          />
        </div>
      </div>
    </Page>
  );
}
