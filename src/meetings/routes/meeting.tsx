import { listOutsideFindings } from "#findings/item-queries.ts";
import { findMeeting } from "#meetings/meeting-queries.ts";
import { appOf } from "#web/context.ts";
import { OutsideFindings } from "../../findings/routes/OutsideFindings.tsx";
import { SumsLine, SumsTag } from "../../findings/routes/SumsLine.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Icon } from "../../web/components/Icon.tsx";
import { OutcomeSummary } from "../../web/components/OutcomeSummary.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { Page } from "../../web/components/Page.tsx";
import { clock, fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { parseMeetingDay } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/meeting";
import { AttendanceList, AttendanceSentence } from "./Attendance.tsx";
import { ChangeNotice } from "./ChangeNotice.tsx";
import { movedOrNotFound } from "./moved-or-not-found.ts";
import { Neighbours } from "./Neighbours.tsx";
import { meetingMessages } from "./messages.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const db = appOf(context).db;
  const { municipality, committee } = params;
  const day = parseMeetingDay(params.day);
  const at = day && { ...day, municipality, committee };
  const meeting = at && (await findMeeting(db, at));
  if (!at || !meeting) throw await movedOrNotFound(db, params, request);
  const outside = meeting.sums.outside > 0 ? await listOutsideFindings(db, at) : [];
  return { ...meeting, date: at.date, sitting: at.sitting, outside };
}

export default function Meeting({ loaderData: meeting }: Route.ComponentProps) {
  const { municipality, committee, date, sitting, kind, items, participants, document, sums } = meeting;
  const { t, to, language } = useLanguage(meetingMessages);
  const minutesLang = langOfMinutes(language);
  const day = fullDate(date, language);
  const address = { committee: committee.slug, date, sitting };
  const outcomes: Record<string, number> = {};
  for (const { outcome } of items) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const times = [meeting.startTime, meeting.endTime]
    .filter((time) => time !== null)
    .map((time) => clock(time, language));
  return (
    <Page
      title={`${committee.name}, ${longDate(date, language)}`}
      municipality={municipality}
      trail={[
        { text: committee.name, href: to.committee(municipality.slug, committee.slug), fromMinutes: true },
        { text: longDate(date, language) },
      ]}
    >
      <p className="overline">
        {kind === "minutes" ? t.minutes : t.agenda} ·{" "}
        <a href={to.committee(municipality.slug, committee.slug)} {...minutesLang}>
          {committee.name}
        </a>
      </p>
      <h1 className="meeting-title">
        <span className="sr-only" {...minutesLang}>
          {committee.name},{" "}
        </span>
        <time dateTime={date}>{day}</time>
        {sitting > 1 && ` (${sitting})`}
      </h1>
      <ChangeNotice change={meeting.change} />
      <ul className="facts">
        {times.length > 0 && (
          <li>
            <Icon name="time" />
            {t.at} {times.join("–")}
          </li>
        )}
        {meeting.place && (
          <li>
            <Icon name="location" />
            <span className="sr-only">{t.place}: </span>
            <span {...minutesLang}>{meeting.place}</span>
          </li>
        )}
        {document && (
          <li>
            <Icon name="download" />
            <a href={to.original(municipality.slug, document.sha256)}>{t.original}</a>
            <span>
              (
              {[document.pages && t.pages(document.pages), document.revision > 1 && t.revision(document.revision)]
                .filter(Boolean)
                .concat(document.fileName.split(".").pop()?.toUpperCase() ?? "")
                .join(", ")}
              )
            </span>
          </li>
        )}
      </ul>
      {(kind === "minutes" || participants.length > 0) && (
        <AttendanceSentence participants={participants} municipality={municipality.slug} />
      )}
      <div className="columns">
        <section>
          <h2 id="punkter">
            {t.agendaItems} <span className="count">{items.length}</span>
          </h2>
          <OutcomeSummary counts={outcomes} />
          {items.length > 0 && <SumsLine sums={sums} />}
          {items.length === 0 && (
            <EmptyState title={t.noItems}>
              <p>{t.noItemsHelp}</p>
            </EmptyState>
          )}
          <ol className="agenda">
            {items.map((item) => (
              <li key={item.slug}>
                <span className="agenda__number">
                  {item.number && <span className="sr-only">{t.number("")}</span>}
                  {item.number ?? "–"}
                </span>
                <a
                  className="agenda__title"
                  href={to.item(municipality.slug, { ...address, item: item.slug })}
                  {...minutesLang}
                >
                  {item.title}
                </a>
                <span className="agenda__facts">
                  <OutcomeTag outcome={item.outcome} closed={item.closed} />
                  {sums.items[item.slug] && (
                    <a className="quiet-link" href={to.itemSums(municipality.slug, { ...address, item: item.slug })}>
                      <SumsTag errors={0} warnings={0} {...sums.items[item.slug]} />
                    </a>
                  )}
                  {item.attachments > 0 && (
                    <span className="agenda__attachments">
                      <Icon name="attach-file" />
                      {t.attachmentCount(item.attachments)}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ol>
          <OutsideFindings findings={meeting.outside} municipality={municipality.slug} />
        </section>
        <AttendanceList participants={participants} municipality={municipality.slug} />
      </div>
      <Neighbours
        label={t.neighbouringMeetings}
        previous={
          meeting.previous && {
            href: to.meeting(municipality.slug, { committee: committee.slug, ...meeting.previous }),
            kind: t.previousMeeting,
            title: fullDate(meeting.previous.date, language),
          }
        }
        next={
          meeting.next && {
            href: to.meeting(municipality.slug, { committee: committee.slug, ...meeting.next }),
            kind: t.nextMeeting,
            title: fullDate(meeting.next.date, language),
          }
        }
      />
    </Page>
  );
}
