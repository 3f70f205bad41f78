import { data } from "react-router";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { OPEN_DAYS } from "#reading/limits.ts";
import { listMyMeetings } from "#reading/my-meetings.ts";
import { offlineHeaders } from "#reading/offline-headers.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/meetings";
import { readingMessages } from "./messages.ts";
import { MyMeetings } from "./MyMeetings.tsx";
import { Offline } from "./Offline.tsx";

export const handle = { hydrate: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  const meetings = municipality && (await listMyMeetings(db, actor, municipality.id, dayInDenmark(new Date())));
  if (!municipality || !meetings) throw notFound({ municipality });
  const { slug, name } = municipality;
  return data({ municipality: { slug, name }, ...meetings }, { headers: offlineHeaders(actor.userId, false) });
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Meetings({ loaderData }: Route.ComponentProps) {
  const { municipality, coming, earlier } = loaderData;
  const { t, to } = useLanguage(readingMessages);
  return (
    <Page title={t.title} municipality={municipality} trail={[{ text: t.toMeetings }]}>
      <link rel="manifest" href={`${to.reading(municipality.slug)}/app.webmanifest`} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <Offline
        municipality={municipality.slug}
        page={to.reading(municipality.slug)}
        days={OPEN_DAYS}
        holdsClosed={false}
      />
      <p>
        <a href={to.readingNotes(municipality.slug)}>{t.myNotes}</a>
      </p>
      {coming.length + earlier.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {coming.length > 0 && (
        <section>
          <h2>{t.coming}</h2>
          <MyMeetings meetings={coming} municipality={municipality.slug} />
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t.earlier}</h2>
          <MyMeetings meetings={earlier} municipality={municipality.slug} />
        </section>
      )}
    </Page>
  );
}
