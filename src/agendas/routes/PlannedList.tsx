import type { ReactNode } from "react";
import type { PlannedMeetingOfCommittee } from "#agendas/plan-queries.ts";
import { DateLeaf } from "../../web/components/DateLeaf.tsx";
import { clock, fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { agendaMessages } from "./messages.ts";

type Planned = Omit<PlannedMeetingOfCommittee, "startsAt" | "endsAt">;

type Props = {
  meetings: (Planned & { dispatchBy?: string | undefined })[];
  /** The municipality's address where each meeting names its committee; without it the page has named it. */
  municipality?: string;
  /** What can be done with a meeting. */
  children?: (meeting: Planned) => ReactNode;
};

/** Planned meetings with day, time and place; what is moved or cancelled says so, and why. */
export function PlannedList({ meetings, municipality, children }: Props) {
  const { t, to, language } = useLanguage(agendaMessages);
  const minutesLang = langOfMinutes(language);
  return (
    <ol className="rows">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="with-leaf">
          <DateLeaf date={meeting.date} />
          <div>
            <p className="row-title">
              {municipality ? (
                <a href={to.plan(municipality, meeting.committee.slug)} {...minutesLang}>
                  {meeting.committee.name}
                </a>
              ) : (
                <span className={meeting.cancelled ? "crossed-out" : undefined}>
                  {fullDate(meeting.date, language)}
                </span>
              )}
            </p>
            <p className="row-facts">
              {municipality && <time dateTime={meeting.date}>{fullDate(meeting.date, language)}</time>}
              <span>{t.clock(clock(meeting.start, language), meeting.end && clock(meeting.end, language))}</span>
              <span {...minutesLang}>{meeting.place}</span>
            </p>
            {(meeting.cancelled || meeting.movedFrom || meeting.extraordinary) && (
              <p>
                {meeting.cancelled && <strong className="plan-mark">{t.cancelled}</strong>}
                {meeting.extraordinary && <span className="plan-mark">{t.extraordinary}</span>}
                {meeting.movedFrom && !meeting.cancelled && (
                  <span className="plan-mark">{t.movedFrom(longDate(meeting.movedFrom, language))}</span>
                )}
                {meeting.reason && <span {...minutesLang}>{meeting.reason}</span>}
              </p>
            )}
            {meeting.dispatchBy && <p className="row-facts">{t.dispatchBy(fullDate(meeting.dispatchBy, language))}</p>}
            {children?.(meeting)}
          </div>
        </li>
      ))}
    </ol>
  );
}
