import { listPlanned } from "#agendas/plan-queries.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { count } from "../../web/formats.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/calendar";
import { agendaMessages } from "./messages.ts";
import { PlannedList } from "./PlannedList.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const meetings = await listPlanned(db, { municipalityId: municipality.id, from: dayInDenmark(new Date()) });
  return { municipality: { slug: municipality.slug, name: municipality.name }, meetings };
}

export default function Calendar({ loaderData }: Route.ComponentProps) {
  const { municipality, meetings } = loaderData;
  const { t, to, language } = useLanguage(agendaMessages);
  return (
    <Page title={t.calendarOf(municipality.name)} municipality={municipality} trail={[{ text: t.calendarTitle }]}>
      <h1>{t.calendarOf(municipality.name)}</h1>
      {meetings.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {count(meetings.length, language)} {t.meetings(meetings.length)}
          </p>
          <PlannedList meetings={meetings} municipality={municipality.slug} />
        </>
      )}
      <p>
        <a href={to.calendarFile(municipality.slug)}>{t.subscribe}</a>
      </p>
      <p className="row-facts">{t.subscribeHelp}</p>
    </Page>
  );
}
