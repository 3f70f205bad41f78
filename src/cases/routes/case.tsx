import { caseTimeline } from "#cases/case.ts";
import { findCase, listRelatedItems, listToldTreatments, listTreatedItems } from "#cases/queries.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { countCommitments, listCommitments } from "#follow-up/queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/case";
import { CaseCommitments } from "./CaseCommitments.tsx";
import { caseMessages } from "./messages.ts";
import { RelatedItems } from "./RelatedItems.tsx";
import { TimelineStep } from "./TimelineStep.tsx";

const PAGE_SIZE = 40;
const COMMITMENTS = 10;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const theCase = await findCase(db, found.id, params.case);
  if (!theCase) throw notFound({ municipality });
  const now = dayInDenmark(new Date());
  const filters = { case: theCase.key };
  const [items, told, related, commitments, counts] = await Promise.all([
    listTreatedItems(db, found.id, theCase.id),
    listToldTreatments(db, found.id, theCase.id),
    listRelatedItems(db, found.id, theCase.id),
    listCommitments(db, found.id, filters, now, { offset: 0, limit: COMMITMENTS }),
    countCommitments(db, found.id, filters, now),
  ]);
  const [latest] = items;
  if (!latest) throw notFound({ municipality });
  const page = pageOf(new URL(request.url).searchParams);
  const steps = caseTimeline(items, told);
  const shown = steps.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (shown.length === 0) throw notFound({ municipality });
  return {
    municipality,
    reference: theCase.reference,
    caseKey: theCase.key,
    title: latest.title,
    treatments: items.length,
    committees: new Set(items.map((item) => item.committee)).size,
    first: items.at(-1)?.date ?? latest.date,
    last: latest.date,
    page,
    total: steps.length,
    steps: shown,
    related,
    now,
    commitments,
    commitmentTotal: counts.overdue + counts.upcoming + counts.undated + counts.recurring,
  };
}

export default function Case({ loaderData }: Route.ComponentProps) {
  const { municipality, reference, caseKey, title, page, total, steps } = loaderData;
  const { t, to, language } = useLanguage(caseMessages);
  return (
    <Page
      title={`${t.caseTitle(reference)}: ${title}`}
      municipality={municipality}
      trail={[{ text: t.cases, href: to.cases(municipality.slug) }, { text: t.caseTitle(reference) }]}
    >
      <p className="overline">{t.caseTitle(reference)}</p>
      <h1 {...langOfMinutes(language)}>{title}</h1>
      <ul className="facts">
        <li>{t.treated(loaderData.treatments)}</li>
        <li>{t.inCommittees(loaderData.committees)}</li>
        <li>{t.between(longDate(loaderData.first, language), longDate(loaderData.last, language))}</li>
      </ul>
      <div className="columns">
        <section>
          <h2>{t.course}</h2>
          <ListCount from={(page - 1) * PAGE_SIZE + 1} shown={steps.length} total={total} what={t.steps(total)} />
          <ol className="timeline plain-list">
            {steps.map((step) => (
              <TimelineStep
                key={`${step.date} ${step.committeeName} ${step.kind === "item" ? step.item : ""}`}
                municipality={municipality.slug}
                step={step}
                caseTitle={title}
              />
            ))}
          </ol>
          <Pagination
            page={page}
            pages={Math.ceil(total / PAGE_SIZE)}
            href={(page) => to.case(municipality.slug, caseKey, { side: page > 1 ? page : undefined })}
          />
        </section>
        <div className="case-side">
          <CaseCommitments
            municipality={municipality.slug}
            caseKey={caseKey}
            commitments={loaderData.commitments}
            total={loaderData.commitmentTotal}
            now={loaderData.now}
          />
          <RelatedItems municipality={municipality.slug} items={loaderData.related} />
        </div>
      </div>
    </Page>
  );
}
