import { data } from "react-router";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { noteClosedReads } from "#reading/closed-reads.ts";
import { listMyNotes } from "#reading/my-notes.ts";
import { offlineHeaders } from "#reading/offline-headers.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { fullDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/notes";
import { readingMessages } from "./messages.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality || !actor.grants.some(({ municipalityId }) => municipalityId === municipality.id))
    throw notFound({ municipality });
  const meetings = await listMyNotes(db, actor, municipality.slug, municipality.id);
  const items = meetings.flatMap((meeting) => meeting.items.map(({ item }) => item));
  await noteClosedReads(db, actor, municipality.id, items);
  const closed = items.some((item) => item.closed);
  const shown = meetings.map(({ head, items }) => ({
    id: head.id,
    committee: head.committee.name,
    date: head.date,
    items: items.map(({ item, note, highlights }) => ({
      id: item.id,
      number: item.number,
      title: item.title,
      note: note.text,
      highlights: highlights.map(({ id, quote, colour, place }) => ({ id, quote, colour, lost: place === null })),
    })),
  }));
  const { slug, name } = municipality;
  return data({ municipality: { slug, name }, meetings: shown }, { headers: offlineHeaders(actor.userId, closed) });
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** All that a person has written and marked, the latest meeting first. */
export default function Notes({ loaderData }: Route.ComponentProps) {
  const { municipality, meetings } = loaderData;
  const { t, to, language } = useLanguage(readingMessages);
  const lang = langOfMinutes(language);
  return (
    <Page
      title={t.myNotes}
      municipality={municipality}
      trail={[{ text: t.toMeetings, href: to.reading(municipality.slug) }, { text: t.myNotes }]}
    >
      <h1>{t.myNotes}</h1>
      <p>{t.notePrivate}</p>
      {meetings.length === 0 && (
        <EmptyState title={t.noNotes}>
          <p>{t.noNotesHelp}</p>
        </EmptyState>
      )}
      {meetings.map(({ id, committee, date, items }) => (
        <section key={id} className="my-notes">
          <h2>
            <span {...lang}>{committee}</span>, {fullDate(date, language)}
          </h2>
          {items.map((item) => (
            <article key={item.id} aria-labelledby={`mit-${item.id}`}>
              <h3 id={`mit-${item.id}`}>
                <a href={`${to.readingMeeting(municipality.slug, id)}#punkt-${item.id}`} {...lang}>
                  {item.number}. {item.title}
                </a>
              </h3>
              {item.note !== "" && <p className="my-notes__note">{item.note}</p>}
              {item.highlights.map(({ id, quote, colour, lost }) => (
                <div key={id}>
                  {lost && <p className="highlights__lost">{t.textChanged}</p>}
                  <blockquote {...lang}>
                    <mark className={`highlight highlight--${colour}`}>{quote}</mark>
                  </blockquote>
                </div>
              ))}
            </article>
          ))}
        </section>
      ))}
    </Page>
  );
}
