import { excerpt } from "#decisions/excerpt.ts";
import type { ListedDecision } from "#decisions/queries.ts";
import { fullDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { ItemLine } from "./ItemLine.tsx";
import { decisionMessages } from "./messages.ts";

type Props = { municipality: string; items: [ListedDecision, ...ListedDecision[]] };

/** What one meeting decided, of what the list shows. */
export function DecidedMeeting({ municipality, items }: Props) {
  const { t, to, language } = useLanguage(decisionMessages);
  const [first] = items;
  return (
    <section className="decided-meeting">
      <h2>
        <a href={to.meeting(municipality, first)}>
          <span {...langOfMinutes(language)}>{first.committeeName}</span>,{" "}
          <time dateTime={first.date}>{fullDate(first.date, language)}</time>
        </a>
      </h2>
      <ol className="rows">
        {items.map((item) => (
          <li key={item.item}>
            <ItemLine
              municipality={municipality}
              item={item}
              headingLevel={3}
              where={false}
              tags={item.dissent && <span className="outcome outcome--closed">{t.hasDissent}</span>}
            >
              {item.text ? (
                <p className="decision-words" {...langOfMinutes(language)}>
                  {excerpt(item.text, 220)}
                </p>
              ) : (
                <p className="decision-words quiet">{t.noText}</p>
              )}
            </ItemLine>
          </li>
        ))}
      </ol>
    </section>
  );
}
