import { listMeetingsOfWork, type MeetingOfWork } from "#agendas/agenda-building-queries.ts";
import { defaultRules, dispatchDeadline } from "#agendas/dispatch-deadline.ts";
import { mayBuildAgenda, mayReadDraftAgenda } from "#agendas/policy.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { mayWorkIn } from "#identity/policy.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { DateLeaf } from "../../web/components/DateLeaf.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Choice } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { clock, count, fullDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/agendas";
import { buildingMessages } from "./agenda-messages.ts";
import { DeadlineText } from "./DeadlineText.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const { id: municipalityId, slug, name } = municipality;
  const today = dayInDenmark(new Date());
  const chosen = new URL(request.url).searchParams.get("udvalg") ?? "";
  const meetings = (await listMeetingsOfWork(db, municipalityId, today)).filter(({ committee }) =>
    mayWorkIn(actor, { municipalityId, committeeId: committee.id }),
  );
  // Whoever works in no committee here is told nothing of what the municipality does.
  if (meetings.length === 0 && !actor.grants.some((grant) => grant.municipalityId === municipalityId)) throw notFound();
  const committees = [...new Map(meetings.map(({ committee }) => [committee.slug, committee])).values()];
  return {
    municipality: { slug, name },
    today,
    chosen,
    committees: committees
      .map(({ id, slug, name }) => ({
        slug,
        name,
        mayBuild: mayBuildAgenda(actor, { municipalityId, committeeId: id }),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "da")),
    meetings: meetings
      .filter(({ committee }) => chosen === "" || committee.slug === chosen)
      .map(({ rules, closedItems, ...meeting }) => {
        const mayRead = mayReadDraftAgenda(actor, { municipalityId, committeeId: meeting.committee.id });
        return {
          ...meeting,
          // How many items are closed is no secret; only those who prepare them need it.
          closedItems: mayRead ? closedItems : 0,
          deadline: dispatchDeadline(meeting.date, rules ?? defaultRules),
          mayRead,
        };
      }),
  };
}

export default function Agendas({ loaderData }: Route.ComponentProps) {
  const { municipality, today, chosen, committees, meetings } = loaderData;
  const { t, to, language } = useLanguage(buildingMessages);
  const one = committees.find(({ slug }) => slug === chosen);
  return (
    <Page title={t.meetings} municipality={municipality} trail={[{ text: t.meetings }]}>
      <h1>{t.meetings}</h1>
      <p className="lead">{t.meetingsLead}</p>
      {committees.length > 1 && (
        <form method="get" className="agenda-filter">
          <Choice
            label={t.committee}
            name="udvalg"
            value={chosen}
            none={t.allCommittees}
            choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
          />
          <button type="submit" className="button button-secondary">
            {t.filter}
          </button>
        </form>
      )}
      {one?.mayBuild && (
        <p>
          <a href={to.standingItems(municipality.slug, one.slug)}>{t.standingItems}</a>
        </p>
      )}
      {meetings.length === 0 ? (
        <EmptyState title={t.noMeetings}>
          <p>{t.noMeetingsHelp}</p>
        </EmptyState>
      ) : (
        <>
          <p className="list-count">
            {count(meetings.length, language)} {t.meetingCount(meetings.length)}
          </p>
          <ol className="rows">
            {meetings.map((meeting) => (
              <li key={meeting.id} className="with-leaf">
                <DateLeaf date={meeting.date} />
                <MeetingRow meeting={meeting} municipality={municipality.slug} today={today} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}

type Row = Omit<MeetingOfWork, "rules"> & { deadline: string; mayRead: boolean };

function MeetingRow({ meeting, municipality, today }: { meeting: Row; municipality: string; today: string }) {
  const { t, to, language } = useLanguage(buildingMessages);
  const { id, committee, date, start, end, place, extraordinary, cancelled, state, items, closedItems } = meeting;
  const minutesLang = langOfMinutes(language);
  const href =
    state === "dispatched" ? to.readingMeeting(municipality, id) : meeting.mayRead ? to.agenda(municipality, id) : null;
  const words = state === "building" ? t.building : state === "dispatched" ? t.dispatched : t.notBegun;
  return (
    <div>
      <p className={cancelled ? "row-title crossed-out" : "row-title"} {...minutesLang}>
        {href ? (
          <a href={meeting.mayRead ? to.agenda(municipality, id) : href}>
            {committee.name}
            <span className="sr-only"> {fullDate(date, language)}</span>
          </a>
        ) : (
          committee.name
        )}
      </p>
      <p className="row-facts">
        <time dateTime={date}>{fullDate(date, language)}</time>
        <span>{t.clock(clock(start, language), end && clock(end, language))}</span>
        <span {...minutesLang}>{place}</span>
      </p>
      <p className="row-facts">
        {cancelled ? (
          <strong className="plan-mark">{t.cancelled}</strong>
        ) : (
          <span className={`agenda-state agenda-state-${state ?? "none"}`}>{words}</span>
        )}
        {extraordinary && <span className="plan-mark">{t.extraordinary}</span>}
        {state !== null && (
          <span>
            {t.itemCount(items)}
            {closedItems > 0 && `, ${t.closedCount(closedItems)}`}
          </span>
        )}
        {!cancelled && state !== "dispatched" && <DeadlineText deadline={meeting.deadline} today={today} />}
      </p>
    </div>
  );
}
