import { listMeetings } from "#meetings/meeting-list.ts";
import { listMunicipalities } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { DateText } from "../../web/components/DateText.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { SearchForm } from "../../web/components/SearchForm.tsx";
import { count } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/front";
import { MeetingList } from "./MeetingList.tsx";
import { meetingMessages } from "./messages.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const [municipalities, meetings] = await Promise.all([listMunicipalities(db), listMeetings(db, {}, { limit: 8 })]);
  return { municipalities, meetings };
}

export default function Front({ loaderData: { municipalities, meetings } }: Route.ComponentProps) {
  const { t, to, language } = useLanguage(meetingMessages);
  return (
    <Page title={t.frontTitle} search={false}>
      <div className="hero">
        <h1>{t.frontTitle}</h1>
        <p className="lead">{t.frontLead}</p>
        <SearchForm large />
      </div>
      {municipalities.length === 0 ? (
        <EmptyState title={t.emptyArchive}>
          <p>{t.emptyArchiveHelp}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{t.municipalities}</h2>
          <ul className="cards">
            {municipalities.map(({ slug, name, meetings, committees, latest }) => (
              <li key={slug}>
                <a className="row-title" href={to.municipality(slug)}>
                  {name}
                </a>
                <p className="row-facts">{t.municipalityFacts(count(meetings, language), committees)}</p>
                {latest && (
                  <p className="row-facts">
                    {t.latestMeeting} <DateText date={latest} />
                  </p>
                )}
              </li>
            ))}
          </ul>
          <h2>{t.latestMeetings}</h2>
          <MeetingList meetings={meetings} within="everything" />
        </>
      )}
    </Page>
  );
}
