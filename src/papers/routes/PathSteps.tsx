import type { Consultation } from "#papers/queries.ts";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { paperMessages } from "./messages.ts";

/** The bodies a paper passes in order, each with what it is asked for, its meeting and what it decided. */
export function PathSteps({ steps }: { steps: Omit<Consultation, "treatedAt">[] }) {
  const { t, language } = useLanguage(paperMessages);
  const lang = langOfMinutes(language);
  return (
    <ol className="paper-path">
      {steps.map(({ position, committee, role, date, meetingCancelled, result }) => (
        <li key={position} className={result === null ? undefined : "paper-path__treated"}>
          <strong {...lang}>{committee.name}</strong>
          <span className="row-facts">
            <span>{t.bodyRoles[role]}</span>
            {date ? <time dateTime={date}>{longDate(date, language)}</time> : <span>{t.noMeeting}</span>}
            {meetingCancelled && <strong className="overdue">{t.meetingCancelled}</strong>}
          </span>
          {result !== null && (
            <p className="paper-path__result">
              <span className="quiet">{t.decided}:</span> <span {...lang}>{result}</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
