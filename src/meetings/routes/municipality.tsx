import { countOutcomesByYear } from "#decisions/year-queries.ts";
import { listPlanned } from "#agendas/plan-queries.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { listMeetings } from "#meetings/meeting-list.ts";
import { findMunicipality, listCommittees, listNearestCommitments } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { OutcomesByYear } from "../../decisions/routes/OutcomesByYear.tsx";
import { FindingsLink } from "../../findings/routes/FindingsLink.tsx";
import { PlannedList } from "../../agendas/routes/PlannedList.tsx";
import { DateText } from "../../web/components/DateText.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Icon } from "../../web/components/Icon.tsx";
import { Page } from "../../web/components/Page.tsx";
import { SearchForm } from "../../web/components/SearchForm.tsx";
import { count, dueDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/municipality";
import { MeetingList } from "./MeetingList.tsx";
import { meetingMessages } from "./messages.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const { id, slug, name, isExample } = municipality;
  const today = dayInDenmark(new Date());
  const [meetings, agendas, committees, commitments, outcomes, planned] = await Promise.all([
    listMeetings(db, { municipalityId: id, kind: "minutes" }, { limit: 6 }),
    listMeetings(db, { municipalityId: id, kind: "agenda" }, { limit: 4 }),
    listCommittees(db, id),
    listNearestCommitments(db, id, today, 5),
    countOutcomesByYear(db, id),
    listPlanned(db, { municipalityId: id, from: today }, 4),
  ]);
  return { municipality: { slug, name }, isExample, meetings, agendas, committees, commitments, outcomes, planned };
}

export default function Municipality({ loaderData }: Route.ComponentProps) {
  const { municipality, isExample, meetings, agendas, committees, commitments, outcomes, planned } = loaderData;
  const { t, to, language } = useLanguage(meetingMessages);
  const total = committees.reduce((sum, committee) => sum + committee.meetings, 0);
  const title = t.municipalityTitle(municipality.name);
  return (
    <Page title={title} municipality={municipality} search={false}>
      <div className="hero">
        {isExample && (
          <div className="notice">
            <Icon name="info" />
            <p>{t.example}</p>
          </div>
        )}
        <h1>{title}</h1>
        {total > 0 && <p className="lead">{t.municipalityFacts(count(total, language), committees.length)}</p>}
        <SearchForm municipality={municipality} large />
      </div>
      <div className="columns">
        <section>
          <h2>{t.latestMeetings}</h2>
          {meetings.length > 0 ? (
            <>
              <MeetingList meetings={meetings} within="municipality" />
              <p className="more">
                <a href={to.meetings(municipality.slug)}>{t.allMeetingsCount(count(total, language))}</a>
              </p>
            </>
          ) : (
            <EmptyState title={t.emptyArchive}>
              <p>{t.emptyArchiveHelp}</p>
            </EmptyState>
          )}
          <CommitteeCards
            title={t.committees}
            municipality={municipality.slug}
            committees={committees.filter((c) => !c.isFormer)}
          />
        </section>
        <div>
          {planned.length > 0 && (
            <section>
              <h2>{t.comingMeetings}</h2>
              <PlannedList meetings={planned} municipality={municipality.slug} />
              <p className="more">
                <a href={to.calendar(municipality.slug)}>{t.allComing}</a>
              </p>
            </section>
          )}
          {agendas.length > 0 && (
            <section>
              <h2>{t.awaiting}</h2>
              <MeetingList meetings={agendas} within="municipality" />
            </section>
          )}
          <section>
            <h2>{t.nearestCommitments}</h2>
            {commitments.length === 0 && (
              <EmptyState title={t.noCommitments}>
                <p>{t.noCommitmentsHelp}</p>
              </EmptyState>
            )}
            <ul className="rows rows--small">
              {commitments.map(({ text, due, isPast, committee, date, sitting, item }) => (
                <li key={`${committee.slug}${date}${item}${text}`}>
                  <p className="due">
                    <Icon name="flag" />
                    {isPast ? t.wasDue : t.due} {dueDate(due, language)}
                  </p>
                  <p {...langOfMinutes(language)}>
                    <a href={to.item(municipality.slug, { committee: committee.slug, date, sitting, item })}>{text}</a>
                  </p>
                  <p className="row-facts">
                    <span {...langOfMinutes(language)}>{committee.name}</span> <DateText date={date} form="short" />
                  </p>
                </li>
              ))}
            </ul>
            {commitments.length > 0 && (
              <p className="more">
                <a href={to.commitments(municipality.slug)}>{t.allCommitments}</a>
              </p>
            )}
          </section>
        </div>
      </div>
      <CommitteeCards
        title={t.formerCommittees}
        municipality={municipality.slug}
        committees={committees.filter((c) => c.isFormer)}
      />
      <OutcomesByYear
        years={outcomes}
        name={municipality.name}
        href={(year) => to.decisions(municipality.slug, { aar: year })}
      />
      {total > 0 && <FindingsLink municipality={municipality.slug} />}
    </Page>
  );
}

type Cards = { title: string; municipality: string; committees: Route.ComponentProps["loaderData"]["committees"] };

function CommitteeCards({ title, municipality, committees }: Cards) {
  const { t, to, language } = useLanguage(meetingMessages);
  if (committees.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="cards">
        {committees.map(({ slug, name, meetings, latest }) => (
          <li key={slug}>
            <a className="row-title" href={to.committee(municipality, slug)} {...langOfMinutes(language)}>
              {name}
            </a>
            <p className="row-facts">
              {meetings === 0 ? t.noMeetingsYet : `${count(meetings, language)} ${t.meetings(meetings)}`}
              {latest && (
                <span>
                  {t.latestMeeting.toLowerCase()} <DateText date={latest} form="short" />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
