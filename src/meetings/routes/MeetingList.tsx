import { DateLeaf } from "../../web/components/DateLeaf.tsx";
import { OutcomeSummary } from "../../web/components/OutcomeSummary.tsx";
import { fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { MeetingRow } from "../meeting-list.ts";
import { meetingMessages } from "./messages.ts";

/** What a list of meetings is about, and so need not be said on each line. */
type Props = { meetings: MeetingRow[]; within: "everything" | "municipality" | "committee"; headingLevel?: 2 | 3 | 4 };

/** Meetings with their day, body, number of items and how those ended. */
export function MeetingList({ meetings, within, headingLevel = 3 }: Props) {
  const { t, to, language } = useLanguage(meetingMessages);
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="rows">
      {meetings.map(({ municipality, committee, date, sitting, kind, change, items, outcomes }) => {
        const day = fullDate(date, language);
        const address = { committee: committee.slug, date, sitting };
        return (
          <li key={`${municipality.slug}/${committee.slug}/${date}/${sitting}`} className="with-leaf">
            <DateLeaf date={date} />
            <div>
              <Heading className="row-title">
                <a href={to.meeting(municipality.slug, address)}>
                  {within === "committee" ? (
                    <>
                      <time dateTime={date}>{day}</time>
                      {sitting > 1 && ` (${sitting})`}
                    </>
                  ) : (
                    <>
                      <span {...langOfMinutes(language)}>{committee.name}</span>
                      <span className="sr-only">, {day}</span>
                    </>
                  )}
                </a>
              </Heading>
              <p className="row-facts">
                {within === "everything" && <span>{municipality.name}</span>}
                {within !== "committee" && <time dateTime={date}>{day}</time>}
                {change?.cancelled && <strong className="plan-mark">{t.cancelled}</strong>}
                {change?.movedFrom && !change.cancelled && (
                  <strong className="plan-mark">{t.movedFrom(longDate(change.movedFrom, language))}</strong>
                )}
                {kind === "agenda" && <span>{t.agenda}</span>}
                <span>{t.itemCount(items)}</span>
              </p>
              <OutcomeSummary counts={outcomes} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
