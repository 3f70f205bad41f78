import { excerpt } from "#decisions/excerpt.ts";
import type { ListedDecision } from "#decisions/queries.ts";
import { saysMore } from "#decisions/says-more.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { fullDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
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
            <h3 className="row-title">
              <a href={to.item(municipality, item)} {...langOfMinutes(language)}>
                {item.number && `${item.number}. `}
                {item.title}
              </a>
            </h3>
            <p className="decision-words">
              <span className="tags">
                <OutcomeTag outcome={item.outcome} closed={item.closed} />
                {item.dissent && (
                  <span className="outcome outcome--closed">
                    <Icon name="flag" />
                    {t.hasDissent}
                  </span>
                )}
              </span>
              {item.text && saysMore(item.text) && <span {...langOfMinutes(language)}>{excerpt(item.text, 220)}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
