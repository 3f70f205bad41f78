import { Icon } from "../../web/components/Icon.tsx";
import { dueDate, interval } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ItemLists } from "../item-queries.ts";
import { meetingMessages } from "./messages.ts";

const CLOSED = /\s*\(lukket(?: bilag)?\)\s*$/i;

/** The attachments by name, with a mark on those that are not public. */
export function Attachments({ names }: { names: string[] }) {
  const { t, language } = useLanguage(meetingMessages);
  if (names.length === 0) return null;
  return (
    <section id="bilag">
      <h2>
        {t.attachments} <span className="count">{names.length}</span>
      </h2>
      <p className="small quiet">{t.attachmentsNote}</p>
      <ol className="attachments" {...langOfMinutes(language)}>
        {names.map((name, index) => (
          <li key={index}>
            <Icon name={CLOSED.test(name) ? "lock" : "attach-file"} />
            <span>
              {name.replace(CLOSED, "")}
              {CLOSED.test(name) && <span className="quiet"> ({t.closedAttachment})</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the paper promises will come back or be done. */
export function Commitments({ commitments }: { commitments: ItemLists["commitments"] }) {
  const { t, language } = useLanguage(meetingMessages);
  if (commitments.length === 0) return null;
  return (
    <section id="loefter">
      <h2>
        {t.commitments} <span className="count">{commitments.length}</span>
      </h2>
      <ul className="rows rows--small">
        {commitments.map(({ text, due, recurs }, index) => (
          <li key={index}>
            {(due || recurs) && (
              <p className="due">
                <Icon name="flag" />
                {due && `${t.due} ${dueDate(due, language)}`}
                {due && recurs && " · "}
                {recurs && `${t.recurs} ${interval(recurs, language)}`}
              </p>
            )}
            <p {...langOfMinutes(language)}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
