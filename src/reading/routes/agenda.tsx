import { data, redirect } from "react-router";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { holdsClosed, noteClosedReads } from "#reading/closed-reads.ts";
import { CLOSED_DAYS, OPEN_DAYS } from "#reading/limits.ts";
import { offlineHeaders, readerKey } from "#reading/offline-headers.ts";
import { openMeeting } from "#reading/open-meeting.ts";
import { markSeen } from "#reading/own-operations.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { fullDate } from "../../web/formats.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/agenda";
import { AgendaHead } from "./AgendaHead.tsx";
import { Contents } from "./Contents.tsx";
import { ItemArticle } from "./ItemArticle.tsx";
import { KeeperProvider, useOwnKeeper } from "./keeper.ts";
import { readingMessages } from "./messages.ts";
import { News } from "./News.tsx";
import { Offline } from "./Offline.tsx";
import { OwnForm } from "./OwnForm.tsx";
import { keepOwn } from "./own-form.ts";
import { SelectionBar } from "./SelectionBar.tsx";

export const handle = { hydrate: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  // Before anything is read: what is kept after this may be missing in the page.
  const madeAt = Date.now();
  const meeting = await openMeeting(db, actor, params.municipality, Number(params.meeting));
  if (!meeting) throw notFound({ municipality: await findMunicipality(db, params.municipality) });
  const { head, agenda, hidden, changes } = meeting;
  const dispatch = head.dispatches - 1;
  await noteClosedReads(db, actor, head.municipalityId, agenda.items);
  if (!meeting.visited) await markSeen(db, actor, meeting, dispatch);
  const closed = holdsClosed(agenda.items);
  const { items: _all, ...about } = agenda;
  return data(
    {
      head,
      about,
      hidden,
      changes,
      dispatch,
      items: meeting.items.map(({ item, note, highlights, state, change }) => ({
        item,
        note,
        highlights: highlights.map(({ place: _place, ...highlight }) => highlight),
        state,
        change,
      })),
      holdsClosed: closed,
      days: closed ? CLOSED_DAYS : OPEN_DAYS,
      reader: readerKey(actor.userId),
      madeAt,
    },
    { headers: offlineHeaders(actor.userId, closed) },
  );
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const meeting = await openMeeting(db, actor, params.municipality, Number(params.meeting));
  if (!meeting) throw notFound();
  const kept = await keepOwn(db, actor, meeting, await request.formData());
  if (!kept.ok && kept.reason === "unknown") throw notFound();
  if (!kept.ok) return data(kept, { status: kept.reason === "changed" ? 409 : 400 });
  const to = links[languageOf(new URL(request.url).pathname)];
  const place = kept.item === null ? "#indhold" : `#punkt-${kept.item}`;
  throw redirect(to.readingMeeting(params.municipality, meeting.head.id) + place, 303);
}

export default function Agenda({ loaderData, actionData }: Route.ComponentProps) {
  const { head, about, items, hidden, changes, dispatch, reader, madeAt } = loaderData;
  const { municipality, committee } = head;
  const { t, to, language } = useLanguage(readingMessages);
  const keeper = useOwnKeeper(reader, to.readingOwn(municipality.slug, head.id), madeAt);
  const failed = actionData && !actionData.ok ? actionData : undefined;
  const page = to.readingMeeting(municipality.slug, head.id);
  const pdf = to.readingPdf(municipality.slug, head.id);
  const files = items.flatMap(({ item }) =>
    item.attachments.map(({ paperId, id }) => to.readingAttachment(municipality.slug, head.id, paperId, id)),
  );
  const errors = failed && {
    [failed.item === null ? "form" : `note-${failed.item}`]:
      failed.reason === "changed" ? t.noteChanged : failed.reason === "too-long" ? t.noteTooLong : t.failed,
  };
  return (
    <Page
      title={`${t.agendaOf(committee.name)}, ${fullDate(head.date, language)}`}
      municipality={municipality}
      trail={[{ text: t.toMeetings, href: to.reading(municipality.slug) }, { text: fullDate(head.date, language) }]}
    >
      <link rel="manifest" href={`${to.reading(municipality.slug)}/app.webmanifest`} />
      <KeeperProvider value={keeper}>
        <div className="reading">
          <AgendaHead head={head} about={about} pdf={pdf} notes={to.readingNotes(municipality.slug)} />
          <ErrorSummary errors={errors} />
          <News items={items} changes={changes} dispatch={dispatch} />
          <Contents items={items} hidden={hidden} />
          <Offline
            municipality={municipality.slug}
            page={page}
            more={[pdf, ...files]}
            days={loaderData.days}
            holdsClosed={loaderData.holdsClosed}
          />
          {items.map((view, index) => (
            <ItemArticle
              key={view.item.id}
              view={view}
              meeting={{ municipality: municipality.slug, id: head.id, committee: committee.name, dispatch }}
              next={items[index + 1]?.item}
              failed={failed?.item === view.item.id ? failed : undefined}
            />
          ))}
          <OwnForm name="read-all" fields={{ do: "read-all", dispatch: String(dispatch) }} className="read-all">
            <button type="submit" className="button button-secondary">
              {t.markAll}
            </button>
          </OwnForm>
          <SelectionBar />
        </div>
      </KeeperProvider>
    </Page>
  );
}
