import { dueState } from "#follow-up/due-state.ts";
import type { DueState } from "#follow-up/filters.ts";
import type { ListedCommitment } from "#follow-up/queries.ts";
import { DateText } from "../../web/components/DateText.tsx";
import { Icon } from "../../web/components/Icon.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { dueDate, interval } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { commitmentMessages } from "./messages.ts";

type Props = {
  municipality: string;
  commitment: ListedCommitment;
  /** "YYYY-MM-DD" */
  now: string;
  /** False on the page of the case itself. */
  showCase?: boolean;
};

/** A promise in the minutes' words, when it is due, who gave it, and what the archive knows of it since. */
export function CommitmentLine({ municipality, commitment, now, showCase = true }: Props) {
  const { t, to, language } = useLanguage(commitmentMessages);
  const minutes = langOfMinutes(language);
  const state = dueState(commitment, now);
  return (
    <div className="commitment">
      <div className={`commitment__due commitment__due--${state}`}>
        <span className="commitment__label">{commitment.due ? t.due : commitment.recurs ? t.recurs : t.noDue}</span>
        {commitment.due && <span className="commitment__date">{dueDate(commitment.due, language)}</span>}
        {commitment.recurs && <span>{interval(commitment.recurs, language)}</span>}
        {state === "overdue" && !commitment.next && (
          <span className="outcome outcome--postponed">
            <Icon name="time" />
            {t.overdue}
          </span>
        )}
      </div>
      <div>
        <p className="commitment__text" {...minutes}>
          {commitment.text}
        </p>
        <p className="row-facts">
          <span>
            {t.promisedAt}{" "}
            <a href={to.item(municipality, commitment)}>
              <span {...minutes}>{commitment.committeeName}</span>, <DateText date={commitment.date} />
              {commitment.number && `, ${t.item(commitment.number)}`}
            </a>
          </span>
          {showCase && commitment.caseKey && (
            <span>
              {t.caseLabel} <a href={to.case(municipality, commitment.caseKey)}>{commitment.caseReference}</a>
            </span>
          )}
        </p>
        <p className="commitment__since">
          <Since municipality={municipality} commitment={commitment} state={state} />
        </p>
      </div>
    </div>
  );
}

/** What the archive knows of a promise since it was given. */
function Since({ municipality, commitment, state }: Pick<Props, "municipality" | "commitment"> & { state: DueState }) {
  const { t, to, language } = useLanguage(commitmentMessages);
  const { next, caseKey } = commitment;
  if (next)
    return (
      <>
        {t.next}{" "}
        <a href={to.item(municipality, next)}>
          <DateText date={next.date} /> (<span {...langOfMinutes(language)}>{next.committeeName}</span>)
        </a>{" "}
        <OutcomeTag outcome={next.outcome} />
      </>
    );
  if (state === "overdue") return t.overdueUnknown;
  return caseKey === null ? t.noCase : null;
}
