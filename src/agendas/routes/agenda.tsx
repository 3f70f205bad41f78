import { data, redirect } from "react-router";
import { type AgendaChange, type AgendaRefusal, listAgendaChanges } from "#agendas/agenda-change.ts";
import { openAgenda } from "#agendas/agenda-operations.ts";
import { openAgendaPage } from "#agendas/agenda-page-queries.ts";
import { isHindrance } from "#agendas/agenda-warnings.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/agenda";
import { idOf, pressButton } from "./agenda-buttons.ts";
import { buildingMessages } from "./agenda-messages.ts";
import { AgendaSheet } from "./AgendaSheet.tsx";
import { CalledBy } from "./CalledBy.tsx";
import { DeadlineText } from "./DeadlineText.tsx";
import { PapersToAdd } from "./PapersToAdd.tsx";
import { Refused } from "./Refused.tsx";
import { WarningList } from "./WarningList.tsx";

export const handle = { hydrate: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const today = dayInDenmark(new Date());
  const meetingId = idOf(params.meeting);
  const page = await openAgendaPage(db, actor, { municipalityId: municipality.id, meetingId }, today);
  if (!page) throw notFound();
  const { dispatchedAt, ...meeting } = page.meeting;
  return {
    ...page,
    meeting: { ...meeting, id: meetingId, sentOn: dispatchedAt && dayInDenmark(dispatchedAt) },
    municipality: { slug: municipality.slug, name: municipality.name },
    today,
    saved: new URL(request.url).searchParams.has("gemt"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const form = await request.formData();
  const at = { municipalityId: municipality.id, meetingId: idOf(params.meeting), version: idOf(form.get("version")) };
  const here = links[languageOf(new URL(request.url).pathname)].agenda;
  if (form.get("do") === "begin") {
    const begun = await openAgenda(db, actor, at);
    if (begun.ok) return redirect(here(params.municipality, at.meetingId), 303);
    if (begun.reason === "unknown") throw notFound();
    return data({ refused: begun.reason as AgendaRefusal, changes: [] as AgendaChange[] }, { status: 409 });
  }
  const result = await pressButton(db, actor, at, form);
  if (!result) throw notFound();
  if (result.ok) {
    // A script stays on the page; a form comes back to the item it was about.
    if (form.has("script")) return data({ done: result.itemId });
    const address = here(params.municipality, at.meetingId, { gemt: "ja" });
    return redirect(result.itemId ? `${address}#punkt-${result.itemId}` : address, 303);
  }
  const page = await openAgendaPage(db, actor, at, dayInDenmark(new Date()));
  if (!page) throw notFound();
  const changes = result.reason === "changed" ? await listAgendaChanges(db, at) : [];
  // A script must read the agenda as it is now, which an answer of refusal would not make it do.
  return data({ refused: result.reason, changes }, { status: form.has("script") ? 200 : 409 });
}

export default function Agenda({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, municipality, deadline, mayBuild, items, warnings, papers, today, saved } = loaderData;
  const { t, to, language } = useLanguage(buildingMessages);
  const minutesLang = langOfMinutes(language);
  const building = meeting.state === "building" && !meeting.cancelled;
  const editable = building && mayBuild;
  const refused = actionData && "refused" in actionData ? actionData : undefined;
  return (
    <Page
      title={t.agendaOf(meeting.committee, longDate(meeting.date, language))}
      municipality={municipality}
      trail={[
        { text: t.meetings, href: to.agendas(municipality.slug) },
        { text: `${meeting.committee} ${longDate(meeting.date, language)}` },
      ]}
    >
      <header className="agenda-head">
        <div>
          <p className="overline" {...minutesLang}>
            {meeting.committee}
          </p>
          <h1>
            {t.agenda} {fullDate(meeting.date, language)}
          </h1>
          <p className="row-facts">
            {meeting.cancelled && <strong className="plan-mark">{t.cancelled}</strong>}
            {meeting.sentOn ? (
              <span>{t.sentOn(fullDate(meeting.sentOn, language))}</span>
            ) : (
              <DeadlineText deadline={deadline} today={today} />
            )}
          </p>
        </div>
        {editable && (
          <a className="button button-primary" href={to.dispatch(municipality.slug, meeting.id)}>
            {t.send}
          </a>
        )}
      </header>
      {saved && !actionData && <output className="notice">{t.saved}</output>}
      {refused && <Refused refused={refused.refused} changes={refused.changes} />}
      {meeting.state === null && (
        <EmptyState title={t.notBegun}>
          <p>{mayBuild ? t.beginLead : t.notBegunHelp}</p>
          {mayBuild && (
            <form method="post">
              <button type="submit" name="do" value="begin" className="button button-primary">
                {t.begin}
              </button>
            </form>
          )}
        </EmptyState>
      )}
      {meeting.state === "dispatched" && (
        <div className="notice">
          <p>{t.sentLead}</p>
          <p>
            <a href={to.readingMeeting(municipality.slug, meeting.id)}>{t.read}</a>
            {mayBuild && (
              <>
                {" · "}
                <a href={to.dispatch(municipality.slug, meeting.id)}>{t.addendum}</a>
              </>
            )}
          </p>
        </div>
      )}
      {meeting.state !== null && (
        <div className="agenda-columns">
          <AgendaSheet
            meeting={meeting}
            municipality={municipality.slug}
            items={items}
            warnings={warnings}
            editable={editable}
            callable={meeting.state === "dispatched" && mayBuild && meeting.date >= today}
          />
          {building && (
            <aside className="agenda-side">
              {editable && meeting.extraordinary && (
                <CalledBy version={meeting.version ?? 0} calledBy={meeting.calledBy} />
              )}
              <WarningList
                warnings={[...warnings].sort((a, b) => Number(isHindrance(b)) - Number(isHindrance(a)))}
                items={items}
              />
              {editable && (
                <PapersToAdd papers={papers} municipality={municipality.slug} version={meeting.version ?? 0} />
              )}
            </aside>
          )}
        </div>
      )}
    </Page>
  );
}
