import { byMeeting } from "#decisions/by-meeting.ts";
import { decisionQuery, type DecisionFilters as Filters, readDecisionFilters } from "#decisions/filters.ts";
import { outcomes } from "#minutes/model.ts";
import { countDecisions, listDecisionChoices, listDecisions } from "#decisions/queries.ts";
import { countOutcomesByYear } from "#decisions/year-queries.ts";
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
import type { Route } from "./+types/decisions";
import { DecidedMeeting } from "./DecidedMeeting.tsx";
import { DecisionFilters } from "./DecisionFilters.tsx";

import { decisionMessages } from "./messages.ts";
import { OutcomesByYear } from "./OutcomesByYear.tsx";

const PAGE_SIZE = 40;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const query = new URL(request.url).searchParams;
  const filters = readDecisionFilters(query);
  const page = pageOf(query);
  const [years, counts, choices, decisions] = await Promise.all([
    page === 1 ? countOutcomesByYear(db, found.id, filters.committee) : [],
    countDecisions(db, found.id, filters),
    listDecisionChoices(db, found.id),
    listDecisions(db, found.id, filters, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  ]);
  if (page > 1 && decisions.length === 0) throw notFound({ municipality });
  return { municipality, filters, page, years, counts, choices, decisions };
}

export default function Decisions({ loaderData }: Route.ComponentProps) {
  const { municipality, filters, page, years, counts, choices, decisions } = loaderData;
  const { t: frame, to, language } = useLanguage();
  const { t } = useLanguage(decisionMessages);
  const all = outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  const total = filters.outcome ? (counts[filters.outcome] ?? 0) : all;
  const href = (changed: Partial<Filters>, side?: number) =>
    to.decisions(municipality.slug, { ...decisionQuery({ ...filters, ...changed }), side });
  const kinds = [undefined, ...outcomes].map((outcome) => ({
    text: outcome ? frame.outcome[outcome] : t.all,
    count: count(outcome ? (counts[outcome] ?? 0) : all, language),
    none: outcome !== undefined && !counts[outcome],
    href: href({ outcome }),
    current: filters.outcome === outcome,
  }));
  return (
    <Page title={t.title} municipality={municipality} trail={[{ text: t.title }]}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead(municipality.name)}</p>
      <div className="filtered">
        <DecisionFilters action={to.decisions(municipality.slug)} filters={filters} {...choices} />
        <div>
          {all > 0 && <KindChips label={t.byOutcome} kinds={kinds} />}
          {decisions.length === 0 ? (
            <EmptyState title={choices.years.length === 0 ? t.noneYet : t.none}>
              <p>{choices.years.length === 0 ? t.noneYetHelp : t.noneHelp}</p>
            </EmptyState>
          ) : (
            <>
              <ListCount
                from={(page - 1) * PAGE_SIZE + 1}
                shown={decisions.length}
                total={total}
                what={t.decisions(total)}
              />
              {byMeeting(decisions).map((items) => (
                <DecidedMeeting key={items[0].item} municipality={municipality.slug} items={items} />
              ))}
            </>
          )}
          <Pagination
            page={page}
            pages={Math.ceil(total / PAGE_SIZE)}
            href={(page) => href({}, page > 1 ? page : undefined)}
          />
        </div>
      </div>
      <OutcomesByYear
        years={years}
        name={choices.committees.find(({ slug }) => slug === filters.committee)?.name ?? municipality.name}
        href={(year) => href({ year, from: undefined, to: undefined })}
      />
    </Page>
  );
}
