import type { MyMeeting } from "#reading/my-meetings.ts";
import { DateLeaf } from "../../web/components/DateLeaf.tsx";
import { clock, fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { readingMessages } from "./messages.ts";

/** Meetings with how much of each agenda is still to be read. */
export function MyMeetings({ meetings, municipality }: { meetings: MyMeeting[]; municipality: string }) {
  const { t, to, language } = useLanguage(readingMessages);
  return (
    <ul className="rows my-meetings">
      {meetings.map(({ head, items, unread, hasNews }) => {
        const { id, date, start, end, committee, place, cancelled, movedFrom, extraordinary, dispatches } = head;
        return (
          <li key={id}>
            <DateLeaf date={date} />
            <div>
              <p className="row-title">
                {dispatches > 0 ? (
                  <a href={to.readingMeeting(municipality, id)}>
                    <span {...langOfMinutes(language)}>{committee.name}</span>
                    <span className="sr-only">, {fullDate(date, language)}</span>
                  </a>
                ) : (
                  <span {...langOfMinutes(language)}>{committee.name}</span>
                )}
              </p>
              <p className="my-meetings__facts">
                {t.clock(clock(start, language), end && clock(end, language))},{" "}
                <span {...langOfMinutes(language)}>{place}</span>
                {extraordinary && ` · ${t.extraordinary}`}
                {movedFrom && !cancelled && ` · ${t.movedFrom(longDate(movedFrom, language))}`}
                {dispatches > 1 && ` · ${t.addendum(dispatches - 1)}`}
              </p>
              {cancelled ? (
                <p className="my-meetings__state">
                  <span className="change-tag change-tag--withdrawn">{t.cancelled}</span>
                </p>
              ) : dispatches === 0 ? (
                <p className="row-facts">{t.notSent}</p>
              ) : (
                <p className="my-meetings__state">
                  <span className={unread > 0 ? "unread-count" : "row-facts"}>{t.unread(unread, items)}</span>
                  {hasNews && <span className="change-tag change-tag--added">{t.news}</span>}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
